const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** The text if it is a URL that a browser may safely open: https, or http on localhost. Undefined otherwise. */
export function tryParseHttpsOrLocalHref(text: string | null | undefined): string | undefined {
  // An exception for each image that a platform doesn't have would slow a long list down.
  if (!text) return undefined;
  try {
    const { protocol, hostname } = new URL(text);
    const isSafe = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
    return isSafe ? text : undefined;
  } catch {
    return undefined;
  }
}
