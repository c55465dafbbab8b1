/** Where random inputs begin. A run prints its seed; `TEST_SEED` repeats it. */
export const seed = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** A count that `npm run test:deep` (`TEST_SIZE=deep`) takes whole, and `npm test` in the smaller size. */
export function sized(deep: number, usual: number): number {
  return process.env['TEST_SIZE'] === 'deep' ? deep : usual;
}

/** How fast-check tries a property: so often, with the seed of this run. */
export function trials(deep: number, usual: number): { numRuns: number; seed: number } {
  return { numRuns: sized(deep, usual), seed };
}
