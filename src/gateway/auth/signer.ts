import { decodeJwt } from 'jose';
import * as z from 'zod/mini';
import { parseJson } from '../parse-json.js';
import { sha256Hex } from '../sha256-hex.js';
import type { ParsedSecrets, ParsedSettings } from '../settings.js';
import { SingleFlight } from '../single-flight.js';
import { createBase64urlTextCodec } from './base64url.js';
import { createHmacSigner, type HmacSigner } from './hmac.js';

/** The `statusCode` of Codat's redirect after a sign-in. A hint only, since anyone can forge it. */
export const signInRedirectStatusCodeSchema = z.enum(['200', '201', '403', '500', '501', 'unknown']);

/** Whether a person signs in for their own company, or for someone who shared a link with them. */
const signInFor = z.enum(['own', 'shared']);

/** The page's id of one attempt to sign in, by which it recognises the return. */
export const attemptIdSchema = z.string().check(z.regex(/^\w{1,32}$/));

const company = z.string();
const connection = z.string();

/** The tokens we sign: their audience after `baseUrl`, their lifetime in seconds, and their claims. */
const purposes = {
  /** The page's token, for the data and the actions of one company. */
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
      attempt: z.optional(attemptIdSchema),
    }),
  },
  /** Lets the return page read the status of one connection. */
  ticket: {
    audience: '/return/status',
    seconds: 600,
    claims: z.object({
      company,
      connection,
      for: signInFor,
      returned: signInRedirectStatusCodeSchema,
      attempt: z.optional(attemptIdSchema),
    }),
  },
  /** Proves that a person of the company gave the consent that the host requires. */
  receipt: {
    audience: '/consents',
    seconds: 86_400,
    claims: z.object({ company, platformKey: z.string(), hash: z.string() }),
  },
} as const;

interface SigningKey {
  /** The first part of every token that this key signs. A token with any other is not ours. */
  readonly header: string;
  readonly hmac: HmacSigner;
}

type Purpose = keyof typeof purposes;
type Claims<For extends Purpose> = z.infer<(typeof purposes)[For]['claims']>;

/** How far the clocks of a host's machines may differ. A token issued further in the future is refused: it would last too long. */
const maxClockSkewSeconds = 60;

/** In characters; several times the length of our tokens. */
const maxTokenLength = 4096;

/** The longest lifetime of our signed tokens and links, in milliseconds. */
const maxLifetimeMs = 1_000 * Math.max(...Object.values(purposes).map(({ seconds }) => seconds));

const revokedKey = (company: string): string => `forgotten:${company}`;

/** The lifetime of the page's token. */
export const apiTokenSeconds = purposes.api.seconds;

/**
 * When a token expires, in milliseconds since 1970. Only for a token that was verified: another text may throw.
 */
export const decodeTokenExpiryMs = (token: string): number => (decodeJwt(token).exp ?? 0) * 1000;

/**
 * Signs and verifies our tokens: JWTs with HS256 (RFC 7515, RFC 7519), each valid for one purpose at one gateway, for
 * a limited time. We sign them ourselves, since jose's signatures are asynchronous and slower. Other algorithms and
 * headers than our own are not even parsed.
 */
export class Signer {
  readonly #settings: ParsedSettings;
  #keys: readonly SigningKey[] | undefined;
  /** The secrets that the keys are made of, or being made of. */
  #secrets: ParsedSecrets['signingKeys'] | undefined;
  #importing: Promise<readonly SigningKey[]> | undefined;
  readonly #base64url = createBase64urlTextCodec();
  readonly #verifying = new SingleFlight<unknown>();

  constructor(settings: ParsedSettings) {
    this.#settings = settings;
  }

  async sign<For extends Purpose>(purpose: For, claims: Claims<For>): Promise<string> {
    const { audience, seconds } = purposes[purpose];
    const { baseUrl, now } = this.#settings;
    const iat = Math.floor(now() / 1000);
    const [signing] = this.#importedKeys ?? (await this.#importKeys());
    if (!signing) throw new TypeError('There is no key to sign with.');
    const registered = { iss: baseUrl, aud: baseUrl + audience, iat, exp: iat + seconds };
    // Not a spread, which takes V8 longer than the signature when properties follow it.
    const payload = JSON.stringify(Object.assign({}, claims, registered));
    const signed = `${signing.header}.${this.#base64url.encode(payload)}`;
    return `${signed}.${await signing.hmac.sign(signed)}`;
  }

  /** The token's claims; undefined when it is not ours, is for another purpose, or has expired. */
  async verify<For extends Purpose>(purpose: For, token: string): Promise<Claims<For> | undefined> {
    const { audience, claims } = purposes[purpose];
    const { baseUrl, now } = this.#settings;
    if (token.length > maxTokenLength) return undefined;
    const payload = await this.#verifying.run(token, () => this.#verifiedPayload(token));
    const { iss, aud, iat, exp } = Object(payload) as Record<string, unknown>;
    if (iss !== baseUrl || aud !== baseUrl + audience) return undefined;
    const nowSeconds = now() / 1000;
    const isCurrent = typeof exp === 'number' && exp > Math.floor(nowSeconds);
    const isIssued = typeof iat === 'number' && iat <= nowSeconds + maxClockSkewSeconds;
    if (!isCurrent || !isIssued) return undefined;
    if (purpose !== 'api' && (await this.#isRevoked(payload, iat))) return undefined;
    const parsed = claims.safeParse(payload);
    // The table pairs each purpose with its claims; TypeScript can't follow that through an index.
    return parsed.success ? (parsed.data as Claims<For>) : undefined;
  }

  /**
   * Revokes all that was signed for a company until now. Pages' tokens stay valid until their person signs out, or for
   * fifteen minutes at most. Rejects when the store fails.
   */
  async revoke(company: string): Promise<void> {
    const { now, store } = this.#settings;
    await store.set(revokedKey(company), String(Math.floor(now() / 1000)), maxLifetimeMs);
  }

  /** While the store fails nothing counts as revoked, so that people can still come back from a sign-in. */
  async #isRevoked(payload: unknown, iat: number): Promise<boolean> {
    const { company } = Object(payload) as Record<string, unknown>;
    if (typeof company !== 'string') return false;
    const revokedAt = await this.#settings.store.get(revokedKey(company)).catch(() => undefined);
    return revokedAt !== undefined && iat <= Number(revokedAt);
  }

  /** The payload of a token that one of our keys signed, else undefined. */
  async #verifiedPayload(token: string): Promise<unknown> {
    const [header, payload, signature, ...more] = token.split('.');
    if (payload === undefined || signature === undefined || more.length > 0) return undefined;
    const key = (this.#importedKeys ?? (await this.#importKeys())).find((each) => each.header === header);
    if (!key || !(await key.hmac.verify(`${key.header}.${payload}`, signature))) return undefined;
    return parseJson(this.#base64url.decode(payload));
  }

  /** The keys; undefined until they are imported, and again once the secrets were changed. */
  get #importedKeys(): readonly SigningKey[] | undefined {
    return this.#secrets === this.#settings.secrets.current.signingKeys ? this.#keys : undefined;
  }

  /** Imports the keys on first use, since Workers allow no cryptography at startup. */
  async #importKeys(): Promise<readonly SigningKey[]> {
    const { signingKeys } = this.#settings.secrets.current;
    if (this.#secrets === signingKeys && this.#importing) return this.#importing;
    this.#secrets = signingKeys;
    this.#keys = undefined;
    const importing = Promise.all(
      signingKeys.map(async (secret) => {
        const kid = (await sha256Hex(secret)).slice(0, 8);
        const header = this.#base64url.encode(JSON.stringify({ alg: 'HS256', kid }));
        return { header, hmac: await createHmacSigner(secret) };
      }),
    );
    this.#importing = importing;
    const keys = await importing;
    if (this.#secrets === signingKeys) this.#keys = keys;
    return keys;
  }
}
