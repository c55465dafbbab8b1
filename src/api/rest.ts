/** What a timer can wait at most; and what is waited at least, so that nothing goes round without rest. */
const longest = 2 ** 31 - 1;
const least = 100;

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
      milliseconds > least ? Math.min(milliseconds, longest) : least,
    );
    signal?.addEventListener('abort', stop);
  });
}
