import { CodatError } from './errors.js';
import { fetchJson, offlineOrUnreachable, type Fetch } from './fetch-json.js';
import { parseTokenAnswer, type TokenAnswer } from './schemas/token-answer.js';

/**
 * Requests a token from the host, which decides which company it is for. A call that takes longer than thirty seconds
 * fails as `slow`, and the next request calls the function again. To say why it failed, the function throws a
 * `CodatError`, such as one of the kind `signed-out`; anything else that it throws counts as a failure of the network,
 * after which a GET is tried again.
 */
export type GetToken = () => Promise<TokenAnswer>;

/** A parsed token. `apiBase` and `events` are absolute URLs; `validUntil`, in milliseconds since 1970, is when to renew it. */
export interface AccessToken {
  readonly companyId: string;
  readonly value: string;
  readonly apiBase: string;
  readonly events: string | undefined;
  readonly validUntil: number;
}

/** How long before its expiry a token is renewed, in milliseconds. */
const renewBeforeMs = 60_000;

/** The shortest time to keep a token, in milliseconds: one that expires at once would be requested in a loop. */
const minLifetimeMs = 1_000;

/** Milliseconds after which a request for a token fails as `slow`: a host's own function may never settle. */
const timeoutMs = 30_000;

/** Keeps one token in memory, shared by all callers, and renews it before it expires. */
export class AccessTokenCache {
  /** May be replaced: the new function is called from the next renewal on. */
  getToken: GetToken;
  readonly #base: () => string | undefined;
  readonly #onCompany: (companyId: string) => void;
  #token: AccessToken | undefined;
  #companyId: string | undefined;
  #pending: Promise<AccessToken> | undefined;

  /** Relative URLs in a token resolve against `base`. `onCompany` gets the company of each token before a caller uses it. */
  constructor(getToken: GetToken, base: () => string | undefined, onCompany: (companyId: string) => void) {
    this.getToken = getToken;
    this.#base = base;
    this.#onCompany = onCompany;
  }

  /** The company of the newest token; undefined after `clear()`. */
  get companyId(): string | undefined {
    return this.#companyId;
  }

  /** The current token, or a new one: concurrent callers share one request. Throws a `CodatError`. */
  async get(): Promise<AccessToken> {
    if (this.#token && Date.now() < this.#token.validUntil) return this.#token;
    this.#pending ??= this.#request();
    return this.#pending;
  }

  /** Discards a token that was refused, but not a newer one that another caller may have fetched. */
  drop(refused: AccessToken): void {
    if (this.#token === refused) this.#token = undefined;
  }

  /** Discards the token, and any that is being requested. */
  clear(): void {
    this.#token = this.#pending = this.#companyId = undefined;
  }

  #request(): Promise<AccessToken> {
    const request = async (): Promise<AccessToken> => {
      let answer: unknown;
      try {
        answer = await Promise.race([this.getToken(), timeout()]);
      } catch (thrown) {
        throw CodatError.from(thrown, offlineOrUnreachable());
      }
      if (this.#pending !== pending) throw new CodatError('signed-out', 'The session ended.');
      return this.#store(answer);
    };
    const pending = request().finally(() => {
      if (this.#pending === pending) this.#pending = undefined;
    });
    return pending;
  }

  #store(answer: unknown): AccessToken {
    const token = parseToken(answer, this.#base());
    this.#companyId = token.companyId;
    this.#onCompany(token.companyId);
    return (this.#token = token);
  }
}

const timeout = (): Promise<never> =>
  new Promise((_, reject) => {
    AbortSignal.timeout(timeoutMs).onabort = () => reject(new CodatError('slow', 'No token came.'));
  });

/** Parses answers of the token endpoint and of the host's `getToken` alike. */
function parseToken(answer: unknown, base: string | undefined): AccessToken {
  try {
    const { companyId, accessToken, expiresIn, apiBase = './api', events } = parseTokenAnswer(answer);
    const lifetime = expiresIn * 1000;
    return {
      companyId,
      value: accessToken,
      apiBase: httpUrl(apiBase, base),
      events: events && httpUrl(events, base),
      validUntil: Date.now() + Math.max(lifetime - renewBeforeMs, lifetime / 2, minLifetimeMs),
    };
  } catch (cause) {
    throw new CodatError('token', 'The answer is no token.', { cause });
  }
}

/** Throws a `TypeError` unless it is an http or https URL. */
function httpUrl(text: string, base: string | undefined): string {
  const { href, protocol } = new URL(text, base);
  if (!/^https?:$/.test(protocol)) throw new TypeError('No web address.');
  return href;
}

/** The host's token endpoint. `credentials` and `headers` are those of `fetch`; cookies of the same origin by default. */
export interface TokenEndpoint {
  readonly tokenEndpoint: string;
  readonly credentials?: RequestCredentials | undefined;
  readonly headers?: HeadersInit | undefined;
}

/** Posts to the host's token endpoint. A redirect leads to a sign-in page, so it means signed out, as 401 and 403 do. */
export function createGetTokenFromEndpoint(
  { tokenEndpoint, credentials, headers }: TokenEndpoint,
  fetch: Fetch,
): GetToken {
  return async () => {
    try {
      const request = new Request(tokenEndpoint, {
        method: 'POST',
        redirect: 'manual',
        ...(credentials && { credentials }),
        ...(headers && { headers }),
      });
      return await fetchJson(fetch, request, parseTokenAnswer);
    } catch (error) {
      throw endpointError(CodatError.from(error));
    }
  };
}

/** Statuses of a token endpoint that mean signed out; 0 is a redirect that was not followed. */
const signedOutStatuses: ReadonlySet<number | undefined> = new Set([0, 301, 302, 303, 307, 308, 401, 403]);

function endpointError(error: CodatError): CodatError {
  if (error.retryable || error.kind === 'outdated') return error;
  const { status, correlationId } = error;
  return signedOutStatuses.has(status)
    ? new CodatError('signed-out', 'Signed out.', { status, correlationId, cause: error })
    : new CodatError('token', 'The token endpoint failed.', { status, correlationId, cause: error });
}
