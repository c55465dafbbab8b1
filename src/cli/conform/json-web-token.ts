import { tryDecodeBase64url } from '../../gateway/auth/base64url.js';
import { parseJson } from '../../gateway/parse-json.js';

/** A token whose content anyone can read, such as a JWT (RFC 7519). */
interface DecodedToken {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Decodes a token without verifying it; undefined when it is opaque. */
export function decodeToken(token: string): DecodedToken | undefined {
  const parts = token.split('.');
  const [header, claims] = parts.slice(0, 2).map(decodePart);
  return parts.length === 3 && isRecord(header) && isRecord(claims) ? { header, claims } : undefined;
}

/** The same token with one character of its last part changed. */
export function corruptSignature(token: string): string {
  const start = token.lastIndexOf('.') + 1;
  const at = start + Math.floor((token.length - start) / 2);
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}

/** The same claims without a signature (https://www.rfc-editor.org/rfc/rfc8725#section-2.1). */
export function removeSignature(token: string): string {
  const [, claims = ''] = token.split('.');
  return `${btoa('{"alg":"none"}').replace(/=+$/, '')}.${claims}.`;
}

function decodePart(part: string): unknown {
  const bytes = tryDecodeBase64url(part);
  return bytes && parseJson(new TextDecoder().decode(bytes));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
