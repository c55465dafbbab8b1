import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { IdentifyByTokenSettings } from '../server-settings.js';
import type { IdentifyCompany } from './identify.js';

/** The longest token that is verified, in characters: several times the length of those of identity providers. */
const maxTokenLength = 8192;

/** How far the clocks of this server and of the token's issuer may differ. */
const clockToleranceSeconds = 5;

interface TokenDeps {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The date in milliseconds since 1970, which tokens are compared with. */
  readonly date: () => number;
}

/** Reads the company from a signed token (JWT). A token that is not valid in every respect counts as none. */
export function createIdentifyCompanyByToken(
  settings: IdentifyByTokenSettings,
  { fetch, date }: TokenDeps,
): IdentifyCompany {
  const { from, issuer, audience, algorithms, claim, names } = settings;
  const getKey = createKeyGetter(settings.key, fetch);
  return async ({ headers }) => {
    const token = 'cookie' in from ? cookieIn(headers, from.cookie) : headerIn(headers, from.header);
    if (!token || token.length > maxTokenLength) return null;
    const verified = await jwtVerify(token, getKey, {
      issuer,
      audience,
      algorithms: [...algorithms],
      requiredClaims: ['exp'],
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(date()),
    }).catch((thrown: unknown) => {
      if (thrown instanceof KeysUnreachable) throw thrown;
      return undefined;
    });
    const claimed = verified?.payload[claim];
    // A number is allowed, since many apps number their customers; not 0, which many use for a visitor who isn't signed in.
    const named = Number.isSafeInteger(claimed) && Number(claimed) > 0 ? String(claimed) : claimed;
    if (typeof named !== 'string' || !named) return null;
    return names === 'company' ? { companyId: named } : { reference: named };
  };
}

function createKeyGetter(key: IdentifyByTokenSettings['key'], fetch: TokenDeps['fetch']): JWTVerifyGetKey {
  if ('jwksUrl' in key) {
    const keys = createRemoteJWKSet(key.jwksUrl, {
      timeoutDuration: 3_000,
      [customFetch]: (url, init) => fetch(new Request(url, { ...init, body: null })),
    });
    return async (header, token) =>
      keys(header, token).catch((thrown: unknown) => {
        // The keys have loaded, and none or several of them match: the token is at fault.
        if (thrown instanceof errors.JWKSNoMatchingKey || thrown instanceof errors.JWKSMultipleMatchingKeys)
          throw thrown;
        throw new KeysUnreachable({ cause: thrown });
      });
  }
  const local = 'publicKey' in key ? key.publicKey : new TextEncoder().encode(key.secret);
  return async () => Promise.resolve(local);
}

/** The public keys are unavailable, so no token can be verified. */
class KeysUnreachable extends Error {
  override readonly name = 'KeysUnreachable';

  constructor({ cause }: { readonly cause: unknown }) {
    super('The JSON Web Key Set can’t be read.', { cause });
  }
}

/** The cookie of this name; undefined also when there are two, since another site on the domain may have set one. */
function cookieIn(headers: Headers, name: string): string | undefined {
  const found = (headers.get('Cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return found.length === 1 ? found[0] : undefined;
}

/** A header's value without `Bearer`. A comma joins the values of a repeated header, and makes the token invalid. */
const headerIn = (headers: Headers, name: string): string | undefined =>
  headers.get(name)?.replace(/^Bearer +/i, '');
