/** Letters that Unicode doesn't take apart into a letter and its accent. */
const whole: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l' };

/** Letters as people type them: no case, no accents. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđł]/g, (letter) => whole[letter] ?? letter)
    .trim();
}

/** Whether every word typed begins or stands in the name: what is known of searching before `search.ts` is here. */
export function matches(query: string, name: string): boolean {
  const words = plain(name);
  return plain(query)
    .split(/\s+/)
    .every((word) => words.includes(word));
}
