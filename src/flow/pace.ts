/**
 * Milliseconds between looks: the first wait, by how much each grows, and the longest. `brisk` while the person signs in
 * themselves, `slow` while someone else has the link, which may take days.
 */
const paces = {
  brisk: { first: 5_000, growth: 1.5, most: 30_000 },
  slow: { first: 10_000, growth: 1.5, most: 300_000 },
} as const;

/** Milliseconds to wait after so many looks that told nothing new. */
export function waitAfter(looks: number, pace: keyof typeof paces = 'brisk'): number {
  const { first, growth, most } = paces[pace];
  return Math.min(first * growth ** looks, most);
}

/** After the return page spoke Codat may need a moment: waits before each look, in milliseconds. */
export const settling = [1_500, 3_000];
