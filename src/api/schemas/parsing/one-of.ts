/** Lower case without separators: `bank-feed` and `BankFeed` become the same. */
export const fold = (text: string): string => text.replace(/[\s_-]/g, '').toLowerCase();

/** The word that equals `text` apart from case and separators; `Unknown` if there is none, since Codat may add words. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  text: string | null | undefined,
): Word | 'Unknown' {
  return words.find((word) => fold(word) === fold(text ?? '')) ?? 'Unknown';
}
