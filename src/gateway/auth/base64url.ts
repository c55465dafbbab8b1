import { base64url } from 'jose';
import { findNodeBuiltIns } from './node-built-ins.js';

/** The bytes of a text in base64url; undefined when it is not base64url. */
export function tryDecodeBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(base64url.decode(text));
  } catch {
    return undefined;
  }
}

/** Converts texts to base64url (RFC 4648 §5) of their UTF-8 bytes, and back. */
interface Base64urlTextCodec {
  encode(text: string): string;
  /** Returns the text of an encoded string. For a string that isn't base64url it returns an arbitrary text, or throws. */
  decode(encoded: string): string;
}

/** Creates a codec with Node's `Buffer` where there is one, since it takes a seventh of the time. */
export function createBase64urlTextCodec(): Base64urlTextCodec {
  const node = findNodeBuiltIns();
  if (node) {
    return {
      encode: (text) => node.Buffer.from(text, 'utf8').toString('base64url'),
      decode: (encoded) => node.Buffer.from(encoded, 'base64url').toString('utf8'),
    };
  }
  const decoder = new TextDecoder();
  return {
    encode: (text) => base64url.encode(text),
    decode: (encoded) => decoder.decode(base64url.decode(encoded)),
  };
}
