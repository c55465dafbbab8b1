/** Where random inputs begin. A run prints its seed; `TEST_SEED` repeats it. */
export const seed = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** What `npm run test:deep` (`TEST_SIZE=deep`) tries, and what `npm test` tries: a smaller count, or other cases. */
export function sized<Size>(deep: Size, usual: Size): Size {
  return process.env['TEST_SIZE'] === 'deep' ? deep : usual;
}

/** How fast-check tries a property: so often, with the seed of this run. */
export function trials(deep: number, usual: number): { numRuns: number; seed: number } {
  return { numRuns: sized(deep, usual), seed };
}
