/** Lower case without separators: `bank-feed` and `BankFeed` become the same. */
export const normalizeWord = (text: string): string => text.replace(/[\s_-]/g, '').toLowerCase();

/** The word that equals `text` apart from case and separators; `Unknown` if there is none, since Codat may add words. */
export function findWordOrUnknown<Word extends string>(
  words: readonly Word[],
  text: string | null | undefined,
): Word | 'Unknown' {
  return words.find((word) => normalizeWord(word) === normalizeWord(text ?? '')) ?? 'Unknown';
}
