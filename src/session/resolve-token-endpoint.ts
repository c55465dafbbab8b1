/** The base of the page's relative URLs; undefined on a server, which has no document. */
export const pageAddress = (): string | undefined =>
  typeof document === 'undefined' ? undefined : document.baseURI;

/** Normalizes the URL of a token endpoint. Without a trailing slash, relative URLs resolve to the same place either way. */
export function resolveTokenEndpoint(tokenEndpoint: string): string {
  try {
    const url = new URL(tokenEndpoint, pageAddress());
    url.hash = '';
    url.pathname = url.pathname.replace(/(.)\/$/, '$1');
    return url.href;
  } catch {
    return tokenEndpoint;
  }
}
