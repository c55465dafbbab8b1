/** The delays between attempts, in milliseconds: each is `growth` times the one before. */
export interface Backoff {
  readonly firstMs: number;
  readonly growth: number;
  readonly maxMs: number;
}

/** Milliseconds to wait after so many attempts, up to a fifth longer at random, so that pages don't send requests in step. */
export function backoffDelay(
  { firstMs, growth, maxMs }: Backoff,
  attempts: number,
  random = Math.random(),
): number {
  return Math.min(firstMs * growth ** attempts, maxMs) * (1 + random / 5);
}
