import { createPublicKey } from 'node:crypto';
import { isIP } from 'node:net';
import * as z from 'zod/mini';
import { parseJson } from '../gateway/parse-json.js';
import { isLoopback } from '../gateway/settings.js';

/** Texts that are not empty. */
export const text = z.string().check(z.trim(), z.minLength(1));

/** Several texts, separated by commas, spaces or lines. */
export const textList = z.pipe(
  z.string(),
  z.transform((value) => value.split(/[\s,]+/).filter(Boolean)),
);

/** Any JSON. */
export const anyJson = z.pipe(
  z.pipe(
    z.string(),
    z.transform((value) => parseJson(value)),
  ),
  z.unknown().check(z.refine((value) => value !== undefined)),
);

/** A whole number from `min` to `max`. */
export const wholeNumberBetween = (min: number, max: number) =>
  z
    .pipe(
      z.string().check(z.trim(), z.regex(/^\d{1,9}$/)),
      z.transform((value) => Number(value)),
    )
    .check(z.gte(min), z.lte(max));

/** A list of one or more of these words, in any order. */
export const someWordsOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.pipe(textList, z.array(z.enum(words)).check(z.minLength(1)));

/** The name of an HTTP header, in lower case. No underscore: some servers read it as a hyphen, and so as another header. */
export const headerName = z.string().check(z.trim(), z.toLowerCase(), z.regex(/^[a-z0-9-]{1,60}$/));

/** Names of HTTP headers. */
export const headerNames = z.pipe(textList, z.array(headerName).check(z.minLength(1)));

/** The name of a cookie (https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1). */
export const cookieName = z.string().check(z.trim(), z.regex(/^[\w!#$%&'*+.^`|~-]{1,100}$/));

/** An absolute http or https URL without a user, a password or a fragment. */
export const httpUrl = z.pipe(
  z.string().check(z.trim(), z.refine(isHttpUrl)),
  z.transform((value) => new URL(value)),
);

/** An https URL, or an http URL on this machine. */
export const httpsOrLocalUrl = httpUrl.check(z.refine((url) => url.protocol === 'https:' || isLoopback(url)));

/** One or more URLs of Redis servers, separated by commas or spaces. */
export const redisUrls = z.pipe(
  z.pipe(textList, z.array(z.string().check(z.refine(isRedisUrl))).check(z.minLength(1))),
  z.transform(([first = '', ...others]): readonly [URL, ...URL[]] => [
    new URL(first),
    ...others.map((url) => new URL(url)),
  ]),
);

/** An address to listen at, or the name of a host; no URL, no port and no brackets. */
export const listenHost = z.string().check(
  z.trim(),
  z.refine((value) => isIP(value) > 0 || /^\w(?:[\w.-]*\w)?$/.test(value)),
);

/** A path such as `/lending`, without a slash at its end. */
export const urlPath = z.string().check(z.trim(), z.regex(/^(?:\/[\w.~-]+)+$/));

/** A secret that nobody guesses: at least 32 characters of printable ASCII, without spaces. */
export const secret = z.string().check(
  z.trim(),
  z.refine((value) => new TextEncoder().encode(value).length >= 32),
  z.regex(/^[\x21-\x7e]+$/),
);

/** A public key as PEM. A private key is refused, since nobody should have copied it here. */
export const publicKey = z.pipe(
  z.string().check(
    z.refine((value) => !value.includes('PRIVATE KEY')),
    z.refine(isPublicKey),
  ),
  z.transform((value) => createPublicKey(value)),
);

function isHttpUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hash } = new URL(value);
  return ['http:', 'https:'].includes(protocol) && !username && !password && !hash;
}

function isRedisUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  return (
    ['redis:', 'rediss:'].includes(protocol) && hostname !== '' && isDecodable(`${username} ${password}`)
  );
}

/** False where a `%` stands for itself, as in a password that was not encoded. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function isPublicKey(value: string): boolean {
  try {
    return createPublicKey(value).type === 'public';
  } catch {
    return false;
  }
}
