/** How long a test waits at most for a fact, in milliseconds. Generous: the machine may be busy with other tests. */
const limitMs = 120_000;

// By the real clock, which a test may have stopped.
const { setTimeout } = globalThis;

/** Resolves as soon as the condition holds; for facts without an event. Fails with the condition's own text. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Not so within ${limitMs / 1000} s: ${isSo.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
