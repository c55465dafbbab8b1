/** Whether a media query matches; false where there is no `matchMedia`, as in unit tests, some of whose runners name it all the same. */
export const mediaMatches = (query: string): boolean =>
  typeof matchMedia === 'function' && matchMedia(query).matches;
