/** The most that `setTimeout` can wait, and a minimum that keeps a loop from spinning; in milliseconds. */
const maxMs = 2 ** 31 - 1;
const minMs = 100;

/** Resolves after these milliseconds, at least 100 and at most 24 days, or rejects with the signal's reason. */
export async function delayClamped(milliseconds: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      },
      milliseconds > minMs ? Math.min(milliseconds, maxMs) : minMs,
    );
    signal?.addEventListener('abort', onAbort);
  });
}
