/** Resolves after this many milliseconds; at once if the number is negative. */
export async function delay(ms: number): Promise<void> {
  if (ms >= 0) await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Resolves as the work does, or rejects with `timeoutError()` when that takes longer than `timeoutMs`. */
export async function withTimeout<Result>(
  timeoutMs: number,
  work: Promise<Result>,
  timeoutError: () => Error,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    // One more turn of the event loop: after a blocked one, a response that has arrived must win over the timeout.
    const expire = () => reject(timeoutError());
    timer = setTimeout(() => (timer = setTimeout(expire, 0)), timeoutMs);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
