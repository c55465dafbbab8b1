/** What a timer can wait at most. */
const longest = 2 ** 31 - 1;

/** Waits so many milliseconds, or rejects with the signal's reason. */
export async function rest(milliseconds: number, signal?: AbortSignal): Promise<void> {
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
      Math.min(milliseconds, longest),
    );
    signal?.addEventListener('abort', stop);
  });
}
