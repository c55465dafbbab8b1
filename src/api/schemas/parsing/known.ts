/** A word without its case and separators: `bank-feed` and `BankFeed` are the same. */
export const fold = (text: string): string => text.replace(/[\s_-]/g, '').toLowerCase();

/** One of the words we know, however it is spelt; a word that Codat adds later is `Unknown`, never a failure. */
export function known<Word extends string>(
  words: readonly Word[],
  text: string | null | undefined,
): Word | 'Unknown' {
  return words.find((word) => fold(word) === fold(text ?? '')) ?? 'Unknown';
}
