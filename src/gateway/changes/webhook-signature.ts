/** A webhook's envelope, as Standard Webhooks has it (https://www.standardwebhooks.com). */
export interface Envelope {
  readonly id: string;
  /** When it was sent, in seconds since 1970, as it was written. */
  readonly timestamp: string;
  /** `v1,<base64>`, several with spaces between. */
  readonly signatures: string;
}

/** Whether one of the secrets signed these very bytes. Signatures may be joined by commas: proxies join headers so. */
export async function isSigned(
  secrets: readonly Uint8Array<ArrayBuffer>[],
  { id, timestamp, signatures }: Envelope,
  body: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const content = await new Blob([`${id}.${timestamp}.`, body]).arrayBuffer();
  const candidates = [...signatures.matchAll(/(?:^|[\s,])v1,([^\s,]+)/g)].map(([, text = '']) =>
    decoded(text),
  );
  const expected = await Promise.all(secrets.map((secret) => signatureOf(content, secret)));
  return expected.some((one) => candidates.some((other) => other && areEqual(one, other)));
}

async function signatureOf(content: ArrayBuffer, secret: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, content));
}

/** Takes as long wherever they differ, which would give the signature away. */
function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  return one.reduce((difference, byte, index) => difference | (byte ^ (other[index] ?? 0)), 0) === 0;
}

/** A secret as Codat shows it, `whsec_` and base64, as bytes; undefined when it is not one. */
export function readSecret(secret: unknown): Uint8Array<ArrayBuffer> | undefined {
  const [, text] = (typeof secret === 'string' && /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)) || [];
  const bytes = text === undefined ? undefined : decoded(text);
  return bytes && bytes.length >= 16 ? bytes : undefined;
}

function decoded(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
