/** One of the words we know; a word that Codat adds later is `Unknown`, never a failure. */
export function known<Word extends string>(
  words: readonly Word[],
  text: string | null | undefined,
): Word | 'Unknown' {
  return words.find((word) => word === text) ?? 'Unknown';
}
