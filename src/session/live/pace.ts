/** How often to look again, in milliseconds: the first wait, by how much each is longer than the one before, the longest. */
export interface Pace {
  readonly first: number;
  readonly growth: number;
  readonly most: number;
}

/** The wait before the next look, after so many. Up to a fifth longer by chance, so that pages don't ask in step. */
export function waitAfter({ first, growth, most }: Pace, looks: number, chance = Math.random()): number {
  return Math.min(first * growth ** looks, most) * (1 + chance / 5);
}
