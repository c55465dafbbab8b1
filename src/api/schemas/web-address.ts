const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** An address to send a person or their browser to: https, or http on this very machine. Anything else is absent. */
export function webAddress(text: string | null | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname)) ? text : undefined;
}
