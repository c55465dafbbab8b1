/** The most that `setTimeout` can wait, and a minimum that keeps a loop from spinning; in milliseconds. */
const maxMs = 2 ** 31 - 1;
const minMs = 100;

/** Resolves after this many milliseconds, or rejects with the signal's reason. */
export async function delayClamped(milliseconds: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      },
      milliseconds > minMs ? Math.min(milliseconds, maxMs) : minMs,
    );
    signal?.addEventListener('abort', stop);
  });
}
