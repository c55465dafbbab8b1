const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** An address to send a person or their browser to: https, or http on this very machine. Anything else is absent. */
export function webAddress(text: string | null | undefined): string | undefined {
  try {
    const { protocol, hostname } = new URL(text ?? '');
    const isSafe = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
    return isSafe ? (text ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
