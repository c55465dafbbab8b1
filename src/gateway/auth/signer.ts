import { SignJWT, decodeJwt, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { sha256 } from '../hash.js';
import type { Settings } from '../settings.js';

/** What the page or platform said of a sign-in that came back. Only ever a hint: Codat decides. */
export const returned = z.enum(['200', '201', '403', '500', '501', 'unknown']);

/** Whether someone goes to sign in for their own company, or for someone who shared a link with them. */
const wanted = z.enum(['own', 'shared']);

/** The page's own id for one try to sign in, by which it knows who comes back from it. */
export const attempt = z.string().check(z.regex(/^\w{1,32}$/));

const company = z.string();
const connection = z.string();

/** Everything we sign: where it is good, for how many seconds, and what it says. */
const purposes = {
  /** The page's token, good for one company's part of `/api`. */
  api: {
    audience: '',
    seconds: 900,
    claims: z.object({
      company,
      scope: z.literal('api'),
      ambient: z.union([z.boolean(), z.literal('unknown')]),
    }),
  },
  /** Stands where Codat's one-time link would. `platform`: its name, for people who were handed the link. */
  link: {
    audience: '/link',
    seconds: 600,
    claims: z.object({ company, connection, platform: z.optional(z.string()) }),
  },
  /** Travels through the sign-in and back. */
  state: {
    audience: '/return',
    seconds: 86_400,
    claims: z.object({
      company,
      connection,
      for: wanted,
      returnTo: z.string(),
      attempt: z.optional(attempt),
    }),
  },
  /** Lets the page people come back to read one connection's status. */
  ticket: {
    audience: '/return/status',
    seconds: 600,
    claims: z.object({ company, connection, for: wanted, returned, attempt: z.optional(attempt) }),
  },
  /** Shows that a company's person agreed to what the host asks before a platform is connected. */
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

/** How many seconds the clocks of a host's machines may differ: a token from further ahead would last too long. */
const skew = 60;

/** In characters; several times what ours have. */
const longest = 4096;

/** How long the page's token lasts, in seconds. */
export const tokenSeconds = purposes.api.seconds;

/** When a token that was verified runs out, in milliseconds since 1970. */
export const endOf = (token: string): number => (decodeJwt(token).exp ?? 0) * 1000;

/** Signs and checks our tokens: HS256 only, each good at one route of one gateway, for a time. */
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
    const [signing] = await this.#read();
    if (!signing) throw new TypeError('There is no key to sign with.');
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: signing.kid })
      .setIssuer(baseUrl)
      .setAudience(baseUrl + audience)
      .setIssuedAt(issued)
      .setExpirationTime(issued + seconds)
      .sign(signing.key);
  }

  /** What the token says, or undefined when it is not ours, not for this, or has run out. */
  async verify<For extends Purpose>(purpose: For, token: string): Promise<Claims<For> | undefined> {
    const { audience, claims } = purposes[purpose];
    const { baseUrl, now } = this.#settings;
    if (token.length > longest) return undefined;
    const keys = await this.#read();
    const verified = await jwtVerify(
      token,
      ({ kid }) => {
        const known = keys.find((each) => each.kid === kid);
        if (!known) throw new TypeError('Not a key of ours.');
        return known.key;
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
    if (issued > now() / 1000 + skew) return undefined;
    const read = claims.safeParse(verified?.payload);
    // The table pairs each purpose with its claims; TypeScript can't follow that through an index.
    return read.success ? (read.data as Claims<For>) : undefined;
  }

  /** When first needed: Workers do no cryptography while they start. */
  async #read(): Promise<SigningKey[]> {
    this.#keys ??= Promise.all(
      this.#settings.signingKeys.map(async (secret) => ({
        kid: (await sha256(secret)).slice(0, 8),
        // Bytes would be imported anew for every signature.
        key: await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), hs256, false, [
          'sign',
          'verify',
        ]),
      })),
    );
    return this.#keys;
  }
}
