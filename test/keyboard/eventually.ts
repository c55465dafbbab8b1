import { setTimeout } from 'node:timers/promises';

/** Milliseconds until what a person waits for counts as missing. */
const timeoutMs = 60_000;

/** Tries until there is something to return, and fails with what is missing after the timeout. */
export async function eventually<Found>(
  find: () => Promise<Found | undefined | false>,
  missing: () => string,
): Promise<Found> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(missing());
    await setTimeout(20);
  }
}
