/** Whether a media query matches; false where there is no `matchMedia`, as in unit tests. */
export const mediaMatches = (query: string): boolean =>
  'matchMedia' in globalThis && matchMedia(query).matches;
