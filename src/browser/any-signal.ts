/**
 * `AbortSignal.any`, which Safari before 17.4 and Firefox before 124 lack, and which in a unit test may not accept the
 * signal of another's `Request`: jsdom has one, Node the other.
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
