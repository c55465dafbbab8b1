/** A webhook's envelope, as Standard Webhooks has it (https://www.standardwebhooks.com). */
export interface Envelope {
  readonly id: string;
  /** When it was sent, in seconds since 1970, as it was written. */
  readonly timestamp: string;
  /** `v1,<base64>`, several with spaces between. */
  readonly signatures: string;
}

/** Rotation of the sender's secrets needs two. */
const mostSignatures = 5;

/** Whether one of the secrets signed these very bytes. */
export async function isSigned(
  secrets: readonly Uint8Array<ArrayBuffer>[],
  { id, timestamp, signatures }: Envelope,
  body: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const signed = await new Blob([`${id}.${timestamp}.`, body]).arrayBuffer();
  const candidates = signatures
    .split(' ')
    .filter((each) => each.startsWith('v1,'))
    .slice(0, mostSignatures)
    .map((each) => decoded(each.slice(3)));
  for (const secret of secrets) {
    const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'verify',
    ]);
    for (const candidate of candidates) {
      if (candidate && (await crypto.subtle.verify('HMAC', key, candidate, signed))) return true;
    }
  }
  return false;
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
