/** A webhook's signed headers, as in Standard Webhooks (https://www.standardwebhooks.com). */
export interface WebhookHeaders {
  readonly id: string;
  /** When it was sent, in seconds since 1970; kept as text, which is signed. */
  readonly timestamp: string;
  /** One or more `v1,<base64>`, separated by spaces. */
  readonly signatures: string;
}

/** Whether one of the secrets signed these bytes. Accepts signatures joined by commas, since proxies join headers so. */
export async function hasValidSignature(
  secrets: readonly Uint8Array<ArrayBuffer>[],
  { id, timestamp, signatures }: WebhookHeaders,
  body: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const content = await signedContent({ id, timestamp }, body);
  const candidates = [...signatures.matchAll(/(?:^|[\s,])v1,([^\s,]+)/g)].map(([, text = '']) =>
    decodeBase64(text),
  );
  const expected = await Promise.all(secrets.map((secret) => computeSignature(content, secret)));
  return expected.some((one) => candidates.some((other) => other && timingSafeEqual(one, other)));
}

/** The value of `webhook-signature` for a webhook of our own. */
export async function signOutgoingWebhook(
  envelope: Omit<WebhookHeaders, 'signatures'>,
  body: Uint8Array<ArrayBuffer>,
  secret: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const signature = await computeSignature(await signedContent(envelope, body), secret);
  return `v1,${btoa(String.fromCharCode(...signature))}`;
}

const signedContent = (
  { id, timestamp }: Omit<WebhookHeaders, 'signatures'>,
  body: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer> => new Blob([`${id}.${timestamp}.`, body]).arrayBuffer();

async function computeSignature(content: ArrayBuffer, secret: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, content));
}

/** Compares in a time that does not depend on where they differ, which would reveal the signature. */
function timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  return one.reduce((difference, byte, index) => difference | (byte ^ (other[index] ?? 0)), 0) === 0;
}

/** The bytes of a secret as Codat shows it, `whsec_` and base64; undefined when it is not one, or has fewer than 16 bytes. */
export function decodeWebhookSecret(secret: unknown): Uint8Array<ArrayBuffer> | undefined {
  const [, text] = (typeof secret === 'string' && /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)) || [];
  const bytes = text === undefined ? undefined : decodeBase64(text);
  return bytes && bytes.length >= 16 ? bytes : undefined;
}

function decodeBase64(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
