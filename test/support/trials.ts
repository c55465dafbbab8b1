/** Where random inputs begin. A run prints its seed; `TEST_SEED` repeats it. */
export const seed = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** What `npm run test:deep` (`TEST_SIZE=deep`) tries, and what the other runs try: a smaller count, or other cases. */
export function sized<Size>(deep: Size, usual: Size): Size {
  return process.env['TEST_SIZE'] === 'deep' ? deep : usual;
}

/** How fast-check tries a property: so often, in `npm run test:quick` a tenth as often, with the seed of this run. */
export function trials(deep: number, usual: number): { numRuns: number; seed: number } {
  const numRuns = process.env['TEST_SIZE'] === 'quick' ? Math.ceil(usual / 10) : sized(deep, usual);
  return { numRuns, seed };
}
