/** Delays between checks: `brisk` while the person signs in, `slow` while someone else has a share link, which may take days. */
const intervals = {
  brisk: { firstMs: 5_000, growth: 1.5, maxMs: 30_000 },
  slow: { firstMs: 10_000, growth: 1.5, maxMs: 300_000 },
} as const;

/** Milliseconds before the next check: it grows with `checks`, the number of checks that found no change. */
export function computeCheckDelayMs(checks: number, interval: keyof typeof intervals = 'brisk'): number {
  const { firstMs, growth, maxMs } = intervals[interval];
  return Math.min(firstMs * growth ** checks, maxMs);
}

/** Milliseconds before each further check after the person came back, since Codat may report `Linked` a moment later. */
export const settlingDelaysMs = [1_500, 3_000];
