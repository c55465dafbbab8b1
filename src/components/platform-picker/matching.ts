/** Letters as people type them: no case, no accents. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Whether every word typed begins or stands in the name: what is known of searching before `search.ts` is here. */
export function matches(query: string, name: string): boolean {
  const words = plain(name);
  return plain(query)
    .split(/\s+/)
    .every((word) => words.includes(word));
}
