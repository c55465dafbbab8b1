import * as z from 'zod/mini';
import { validSecretDescription, defineSetting, identityWays } from '../define-setting.js';
import * as schemas from '../setting-schemas.js';

const publicKeyAlgorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
] as const;

/** Algorithms of signatures (https://www.rfc-editor.org/rfc/rfc7518#section-3.1) by a shared secret. Neither list has `none`. */
export const sharedSecretAlgorithms = ['HS256', 'HS384', 'HS512'] as const;

/** The settings of the three ways to know whose company a request is for. */
export const identitySettingDefinitionsByName = {
  IDENTITY: defineSetting('identity', z.enum(identityWays), {
    about:
      'how to know whose company a request is for: `ask` your app, a signed `token`, or a trusted `proxy`',
    mustBe: 'ask, token or proxy',
  }),
  IDENTITY_URL: defineSetting('identity', schemas.httpUrl, {
    about: 'the internal URL of your app that says who is signed in',
    mustBe: 'a URL such as http://app:8000/codat-identity',
    ways: ['ask'],
  }),
  IDENTITY_FORWARD: defineSetting('identity', schemas.headerNames, {
    about: 'the headers of a request that are passed on with the question',
    mustBe: 'names of headers, without underscores',
    fallback: 'cookie',
    ways: ['ask'],
  }),
  // A question may wait for the one before it, so two must fit into the ten seconds that the gateway waits.
  IDENTITY_TIMEOUT_MS: defineSetting('identity', schemas.wholeNumberBetween(50, 4_000), {
    about: 'how long your app may take to answer',
    mustBe: 'milliseconds from 50 to 4000',
    fallback: '3000',
    ways: ['ask'],
  }),
  IDENTITY_COOKIE: defineSetting('identity', schemas.cookieName, {
    about: 'the cookie that holds the token',
    mustBe: 'the name of a cookie',
    ways: ['token'],
  }),
  IDENTITY_HEADER: defineSetting('identity', schemas.headerName, {
    about: 'the header that holds the token, or that the proxy writes the company in',
    mustBe: 'the name of a header, without underscores',
    ways: ['token', 'proxy'],
  }),
  IDENTITY_JWKS_URL: defineSetting('identity', schemas.httpsOrLocalUrl, {
    about: 'where the public keys of tokens are, as a JSON Web Key Set',
    mustBe: 'an https URL (http only on this machine)',
    ways: ['token'],
  }),
  IDENTITY_PUBLIC_KEY: defineSetting('identity', schemas.publicKey, {
    about: 'the public key of tokens',
    mustBe: 'a public key as PEM: -----BEGIN PUBLIC KEY-----',
    isSecret: true,
    ways: ['token'],
  }),
  IDENTITY_SHARED_SECRET: defineSetting('identity', schemas.secret, {
    about: 'the secret that your app signs tokens with',
    mustBe: validSecretDescription,
    isSecret: true,
    ways: ['token'],
  }),
  IDENTITY_ISSUER: defineSetting('identity', schemas.text, {
    about: 'the `iss` of tokens',
    mustBe: 'the text that tokens have',
    ways: ['token'],
  }),
  IDENTITY_AUDIENCE: defineSetting('identity', schemas.text, {
    about: 'the `aud` of tokens that are for this gateway',
    mustBe: 'the text that tokens have',
    ways: ['token'],
  }),
  IDENTITY_ALGORITHMS: defineSetting(
    'identity',
    schemas.someWordsOf([...publicKeyAlgorithms, ...sharedSecretAlgorithms]),
    {
      about:
        'the algorithms that tokens may be signed with; without it HS256 for a secret, RS256 and ES256 for keys',
      mustBe: `a list of ${publicKeyAlgorithms.join(', ')}; with a shared secret of ${sharedSecretAlgorithms.join(', ')}`,
      ways: ['token'],
    },
  ),
  IDENTITY_CLAIM: defineSetting('identity', schemas.text, {
    about: 'the claim that names the company',
    mustBe: 'the name of a claim',
    fallback: 'sub',
    ways: ['token'],
  }),
  IDENTITY_NAMES: defineSetting('identity', z.enum(['company', 'reference']), {
    about:
      'what the claim or the header holds: Codat’s id of a `company`, or your own `reference` of a customer',
    mustBe: 'company or reference',
    ways: ['token', 'proxy'],
  }),
  IDENTITY_SECRET_HEADER: defineSetting('identity', schemas.headerName, {
    about: 'the header in which the proxy proves that it is yours',
    mustBe: 'the name of a header, without underscores, another than IDENTITY_HEADER',
    ways: ['proxy'],
  }),
  IDENTITY_SECRET: defineSetting('identity', schemas.secret, {
    about: 'what the proxy sends in it',
    mustBe: validSecretDescription,
    isSecret: true,
    ways: ['proxy'],
  }),
} as const;
