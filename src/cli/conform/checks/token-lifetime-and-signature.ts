import { maxTokenLifetimeSeconds } from '../../../contract/token-answer.js';
import {
  createAdvice,
  createFault,
  specificationUrls,
  createUnsafeFault,
  type MaybeFault,
} from '../findings.js';
import { decodeToken } from '../json-web-token.js';

/** The lifetime, in seconds, above which we advise a shorter one: a stolen token may work until it expires. */
const longSeconds = 3600;

/** How far the clocks of two machines may differ, in seconds. */
const skewSeconds = 60;

const cure =
  'Let tokens live for 900 seconds: pages renew them by themselves, and a stolen one is over soon.';

/** A fault of `expiresIn`, or of the expiry in a readable token. `now` is in milliseconds. */
export function findTokenLifetimeFault(expiresIn: unknown, token: string, now: number): MaybeFault {
  if (expiresIn === undefined || expiresIn === null)
    return createFault(
      'The token has no expiresIn, so that pages can’t keep it.',
      `Add expiresIn, in seconds. ${cure}`,
    );
  const seconds = typeof expiresIn === 'object' || expiresIn === '' ? NaN : Number(expiresIn);
  if (!(seconds > 0))
    return createFault(
      'The token’s expiresIn is no number of seconds above 0.',
      `Set expiresIn to seconds. ${cure}`,
    );
  if (seconds > maxTokenLifetimeSeconds) {
    return createUnsafeFault(
      `The token is said to be good for ${seconds} seconds, more than a day.`,
      `Is it in milliseconds, or a date? expiresIn is in seconds from now. ${cure}`,
    );
  }
  return (
    findClaimsFault(token, seconds, now) ??
    (seconds > longSeconds && createAdvice(`The token is good for ${seconds} seconds.`, cure))
  );
}

function findClaimsFault(token: string, seconds: number, now: number): MaybeFault {
  const { claims } = decodeToken(token) ?? {};
  if (!claims) return undefined;
  const { exp } = claims;
  if (typeof exp !== 'number')
    return createUnsafeFault(
      'The token itself never expires: it is a JWT without exp.',
      `Sign it with exp. ${cure}`,
      specificationUrls.jwt,
    );
  const left = exp - now / 1000;
  if (left > maxTokenLifetimeSeconds + skewSeconds)
    return createUnsafeFault(
      'The token itself is good for more than a day, whatever expiresIn says.',
      `Sign it with a nearer exp. ${cure}`,
      specificationUrls.jwt,
    );
  if (left + skewSeconds < seconds) {
    return createFault(
      'The token itself ends before expiresIn says so.',
      'Make exp and expiresIn the same moment, and keep the server’s clock right with NTP.',
      specificationUrls.jwt,
    );
  }
  return undefined;
}

/** A fault of the signature of a readable token. */
export function findUnsignedTokenFault(token: string): MaybeFault {
  const { header } = decodeToken(token) ?? {};
  const isUnsigned = header && (String(header['alg']).toLowerCase() === 'none' || token.endsWith('.'));
  return (
    isUnsigned &&
    createUnsafeFault(
      'The token has no signature, so that anyone can write one.',
      'Sign it, and accept no alg but your own.',
      specificationUrls.jwt,
    )
  );
}
