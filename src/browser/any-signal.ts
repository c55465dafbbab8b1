/**
 * `AbortSignal.any`, or a substitute: Safari before 17.4 and Firefox before 124 lack it, and in unit tests jsdom's may
 * not accept the signal of Node's `Request`, nor Node's that of jsdom.
 */
export function anySignal(signals: readonly AbortSignal[]): AbortSignal {
  try {
    return AbortSignal.any([...signals]);
  } catch {
    // Each signal is listened to instead.
  }
  const controller = new AbortController();
  for (const signal of signals) {
    const abort = (): void => controller.abort(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  }
  return controller.signal;
}
