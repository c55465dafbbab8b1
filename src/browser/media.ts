/** Whether a media query matches; false where `matchMedia` is not a function, as in some unit tests. */
export const mediaMatches = (query: string): boolean =>
  typeof matchMedia === 'function' && matchMedia(query).matches;
