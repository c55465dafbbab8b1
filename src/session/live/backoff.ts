/** The delays between attempts, in milliseconds: each is `growth` times the one before. */
export interface BackoffOptions {
  readonly firstMs: number;
  readonly growth: number;
  readonly maxMs: number;
}

/** Milliseconds before the next attempt, growing with `attempts` up to `maxMs`. Up to a fifth is added at random, so that pages don't send requests at the same moment. */
export function computeBackoffDelayMs(
  { firstMs, growth, maxMs }: BackoffOptions,
  attempts: number,
  random = Math.random(),
): number {
  return Math.min(firstMs * growth ** attempts, maxMs) * (1 + random / 5);
}
