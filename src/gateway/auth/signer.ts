import { SignJWT, decodeJwt, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { sha256 } from '../sha256.js';
import type { Settings } from '../settings.js';

/** The `statusCode` of Codat's redirect after a sign-in. A hint only, since anyone can forge it. */
export const returned = z.enum(['200', '201', '403', '500', '501', 'unknown']);

/** Whether a person signs in for their own company, or for someone who shared a link with them. */
const signInFor = z.enum(['own', 'shared']);

/** The page's id of one attempt to sign in, by which it recognises the return. */
export const attempt = z.string().check(z.regex(/^\w{1,32}$/));

const company = z.string();
const connection = z.string();

/** The tokens we sign: the audience they are valid for, their lifetime in seconds, and their claims. */
const purposes = {
  /** The page's token, valid for one company's paths of `/api`. */
  api: {
    audience: '',
    seconds: 900,
    claims: z.object({
      company,
      scope: z.literal('api'),
      cookieBound: z.union([z.boolean(), z.literal('unknown')]),
    }),
  },
  /** Replaces Codat's one-time link. `platform` is its name, for a person to whom someone forwarded the link. */
  link: {
    audience: '/link',
    seconds: 600,
    claims: z.object({ company, connection, platform: z.optional(z.string()) }),
  },
  /** The `state` of the sign-in, which comes back with the redirect. */
  state: {
    audience: '/return',
    seconds: 86_400,
    claims: z.object({
      company,
      connection,
      for: signInFor,
      returnTo: z.string(),
      attempt: z.optional(attempt),
    }),
  },
  /** Lets the return page read the status of one connection. */
  ticket: {
    audience: '/return/status',
    seconds: 600,
    claims: z.object({ company, connection, for: signInFor, returned, attempt: z.optional(attempt) }),
  },
  /** Proves that a person of the company gave the consent that the host requires. */
  receipt: {
    audience: '/consents',
    seconds: 86_400,
    claims: z.object({ company, platformKey: z.string(), hash: z.string() }),
  },
} as const;

interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

const hs256 = { name: 'HMAC', hash: 'SHA-256' };

type Purpose = keyof typeof purposes;
type Claims<For extends Purpose> = z.infer<(typeof purposes)[For]['claims']>;

/** How far the clocks of a host's machines may differ: a token issued further in the future would last too long. */
const maxClockSkewSeconds = 60;

/** In characters; several times the length of our tokens. */
const maxLength = 4096;

/** The lifetime of the page's token. */
export const tokenSeconds = purposes.api.seconds;

/** When a verified token expires, in milliseconds since 1970. */
export const expiryOf = (token: string): number => (decodeJwt(token).exp ?? 0) * 1000;

/** Signs and verifies our tokens: JWTs with HS256, each valid at one route of one gateway, for a time. */
export class Signer {
  readonly #settings: Settings;
  #keys: Promise<SigningKey[]> | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async sign<For extends Purpose>(purpose: For, claims: Claims<For>): Promise<string> {
    const { audience, seconds } = purposes[purpose];
    const { baseUrl, now } = this.#settings;
    const issued = Math.floor(now() / 1000);
    const [signing] = await this.#importKeys();
    if (!signing) throw new TypeError('There is no key to sign with.');
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: signing.kid })
      .setIssuer(baseUrl)
      .setAudience(baseUrl + audience)
      .setIssuedAt(issued)
      .setExpirationTime(issued + seconds)
      .sign(signing.key);
  }

  /** The token's claims; undefined when it is not ours, is for another purpose, or has expired. */
  async verify<For extends Purpose>(purpose: For, token: string): Promise<Claims<For> | undefined> {
    const { audience, claims } = purposes[purpose];
    const { baseUrl, now } = this.#settings;
    if (token.length > maxLength) return undefined;
    const keys = await this.#importKeys();
    const verified = await jwtVerify(
      token,
      ({ kid }) => {
        const match = keys.find((each) => each.kid === kid);
        if (!match) throw new TypeError('Not a key of ours.');
        return match.key;
      },
      {
        algorithms: ['HS256'],
        issuer: baseUrl,
        audience: baseUrl + audience,
        requiredClaims: ['exp'],
        currentDate: new Date(now()),
      },
    ).catch(() => undefined);
    const issued = verified?.payload.iat ?? Infinity;
    if (issued > now() / 1000 + maxClockSkewSeconds) return undefined;
    const parsed = claims.safeParse(verified?.payload);
    // The table pairs each purpose with its claims; TypeScript can't follow that through an index.
    return parsed.success ? (parsed.data as Claims<For>) : undefined;
  }

  /** Imports the keys on first use, since Workers allow no cryptography at startup. */
  async #importKeys(): Promise<SigningKey[]> {
    this.#keys ??= Promise.all(
      this.#settings.signingKeys.map(async (secret) => ({
        kid: (await sha256(secret)).slice(0, 8),
        // Imported once: jose would import raw bytes again for every signature.
        key: await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), hs256, false, [
          'sign',
          'verify',
        ]),
      })),
    );
    return this.#keys;
  }
}
