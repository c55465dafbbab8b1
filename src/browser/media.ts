/** Whether a media query holds; never where there is no screen to ask about, as in unit tests. */
export const mediaMatches = (query: string): boolean =>
  'matchMedia' in globalThis && matchMedia(query).matches;
