import { base64url } from 'jose';
import { tryDecodeBase64url } from './base64url.js';
import type { Awaitable } from '../settings.js';
import { findNodeBuiltIns, type NodeBuiltIns } from './node-built-ins.js';

/** HMAC-SHA-256 with one key (RFC 2104). Signatures are in base64url. */
export interface HmacSigner {
  sign(text: string): Awaitable<string>;
  /** Compares in constant time. */
  verify(text: string, signature: string): Awaitable<boolean>;
}

const encoder = new TextEncoder();

/**
 * Creates a signer. In Node it uses `node:crypto`, which is synchronous: Web Crypto signs in another thread, and
 * changing threads takes ten times as long as signing.
 */
export async function createHmacSigner(secret: string): Promise<HmacSigner> {
  const node = findNodeBuiltIns();
  return node ? createNodeHmacSigner(secret, node) : createWebHmacSigner(secret);
}

function createNodeHmacSigner(secret: string, { crypto }: NodeBuiltIns): HmacSigner {
  const key = encoder.encode(secret);
  const sign = (text: string): string =>
    crypto.createHmac('sha256', key).update(text, 'utf8').digest('base64url');
  return {
    sign,
    verify(text, signature) {
      const expected = encoder.encode(sign(text));
      const given = encoder.encode(signature);
      return expected.length === given.length && crypto.timingSafeEqual(expected, given);
    },
  };
}

async function createWebHmacSigner(secret: string): Promise<HmacSigner> {
  const { subtle } = globalThis.crypto;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  // Imported once: importing raw bytes for every signature takes longer than signing.
  const key = await subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign', 'verify']);
  return {
    async sign(text) {
      return base64url.encode(new Uint8Array(await subtle.sign('HMAC', key, encoder.encode(text))));
    },
    async verify(text, signature) {
      const bytes = tryDecodeBase64url(signature);
      // Refuse other spellings of the same bytes, as the signer of Node does, which compares texts.
      if (!bytes || base64url.encode(bytes) !== signature) return false;
      return subtle.verify('HMAC', key, bytes, encoder.encode(text));
    },
  };
}
