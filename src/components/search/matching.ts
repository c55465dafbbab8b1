/** Letters that Unicode doesn't decompose. */
const ligatures: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l' };

/** Lower case without accents, for comparison. */
export function normalizeText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđł]/g, (letter) => ligatures[letter] ?? letter)
    .trim();
}

/** Whether the text contains every word of the query. Used until `search-platforms.ts` has loaded. */
export function containsQueryWords(text: string, query: string): boolean {
  const words = normalizeText(text);
  return normalizeText(query)
    .split(/\s+/)
    .every((word) => words.includes(word));
}
