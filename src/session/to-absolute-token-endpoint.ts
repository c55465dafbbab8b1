/** The base of the page's relative URLs; undefined on a server, which has no document. */
export const getDocumentBaseUri = (): string | undefined =>
  typeof document === 'undefined' ? undefined : document.baseURI;

/** Makes the URL of a token endpoint absolute, unless it is invalid. Removes the fragment, and a trailing slash, so that relative URLs resolve alike whether or not the host wrote one. */
export function toAbsoluteTokenEndpoint(tokenEndpoint: string): string {
  try {
    const url = new URL(tokenEndpoint, getDocumentBaseUri());
    url.hash = '';
    url.pathname = url.pathname.replace(/(.)\/$/, '$1');
    return url.href;
  } catch {
    return tokenEndpoint;
  }
}
