import { createRequestWithSignal } from '../browser/create-request-with-signal.js';
import type { BodyParser } from '../contract/shape.js';
import { delayClamped } from './delay-clamped.js';
import { CodatError } from './errors.js';
import { fetchJson, type Fetch } from './fetch-json.js';
import type { AccessToken, AccessTokenCache } from './access-token-cache.js';

/** The options of a request to the gateway: GET by default. `fresh` bypasses its cache. */
export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly fresh?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Seconds before a GET with a retryable error is sent again, and the longest `Retry-After` that we wait for instead. */
const retryDelayS = { default: 1, max: 5 };

/** The type of {@link ApiTransport.send}. */
export type SendAndParse = <Value>(
  path: string,
  parse: BodyParser<Value>,
  options?: RequestOptions,
) => Promise<Value>;

/** Leads from `api/companies/{companyId}/` to the gateway's other routes, such as `consents`. */
export const pathFromApiToGatewayRoot = '../../../';

/** Sends all requests about a company: adds the token, renews it once at a 401, retries a GET once. */
export class ApiTransport {
  readonly #tokens: AccessTokenCache;
  readonly #fetch: Fetch;

  constructor(tokens: AccessTokenCache, fetch: Fetch) {
    this.#tokens = tokens;
    this.#fetch = fetch;
  }

  /** `path` is relative to `companies/{companyId}/`, such as `connections`. Throws a `CodatError`, or the signal's reason. */
  async send<Value>(path: string, parse: BodyParser<Value>, options: RequestOptions = {}): Promise<Value> {
    const { companyId } = this.#tokens;
    try {
      return await this.#sendAuthorized(path, parse, options, companyId);
    } catch (error) {
      if (options.method || !(error instanceof CodatError && error.retryable)) throw error;
      const { retryAfter = retryDelayS.default } = error;
      if (retryAfter > retryDelayS.max) throw error;
      await delayClamped(retryAfter * 1000, options.signal);
      return await this.#sendAuthorized(path, parse, options, companyId);
    }
  }

  async #sendAuthorized<Value>(
    path: string,
    parse: BodyParser<Value>,
    options: RequestOptions,
    companyId: string | undefined,
  ): Promise<Value> {
    const token = await this.#tokenFor(companyId);
    try {
      return await fetchJson(this.#fetch, createApiRequest(token, path, options), parse);
    } catch (error) {
      if (!(error instanceof CodatError && error.status === 401)) throw error;
      this.#tokens.drop(token);
      const newToken = await this.#tokenFor(token.companyId);
      return await fetchJson(this.#fetch, createApiRequest(newToken, path, options), parse);
    }
  }

  /** Throws if the page switched company meanwhile: a fresh token may name another. */
  async #tokenFor(companyId: string | undefined): Promise<AccessToken> {
    const token = await this.#tokens.get();
    if (companyId !== undefined && companyId !== token.companyId)
      throw new CodatError('refused', 'The page works for another company now.');
    return token;
  }
}

function createApiRequest(
  { companyId, apiBase, value }: AccessToken,
  path: string,
  options: RequestOptions,
): Request {
  const { method = 'GET', body, fresh, signal } = options;
  return createRequestWithSignal(`${apiBase}/companies/${companyId}/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${value}`,
      ...(fresh && { 'Cache-Control': 'no-cache' }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}
