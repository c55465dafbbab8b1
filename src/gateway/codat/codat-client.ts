import ky, { HTTPError, isHTTPError, type KyInstance } from 'ky';
import * as z from 'zod/mini';
import type { CompanyOrLinkRecipients } from '../limits/company-codat-call-quota.js';
import { bufferResponseOrDropLongBody } from './buffer-response-or-drop-long-body.js';
import { findCompanyIdInPath, codatEndpointOf, type CodatEndpoint } from '../telemetry/codat-endpoint.js';
import { toErrorDetailsWithoutMessage } from '../telemetry/gateway-event.js';
import { CodatCallLimiter, type CompanyAndCallReason } from '../limits/codat-call-limiter.js';
import { parseJson } from '../parse-json.js';
import { parseLeniently } from './parse-leniently.js';
import { HttpError, createNotFoundError } from '../http-error.js';
import { readCappedRetryAfterSeconds } from '../limits/retry-after.js';
import { createPageSchemaWithOptionalResults } from './schemas.js';
import { toHttpError } from './to-http-error.js';
import { hasLinkedConnectionInResponse } from './has-linked-connection-in-response.js';
import type { ParsedSettings } from '../settings.js';
import type { CallReason } from '../limits/call-reason.js';
import { CallSkippedByLimitError } from '../limits/call-skipped-by-limit-error.js';

/** Query parameters of Codat's lists; undefined ones are left out. */
export type ListQuery = Record<string, string | undefined>;

const retryableStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** How long a change at Codat may take. */
export const changeTimeoutMs = 10_000;

interface ReadOptions {
  readonly query?: ListQuery;
  /** Decides which limits apply. Default `act`, a person's action. */
  readonly reason?: CallReason;
  /** The company whose quota applies, where the path names none. */
  readonly company?: string;
  /** Default: the company. */
  readonly quotaUser?: CompanyOrLinkRecipients;
}

/** The only client of Codat's API. Checks every response, and turns every failure into an {@link HttpError} with our own message. */
export class CodatClient {
  readonly #ky: KyInstance;
  readonly limits: CodatCallLimiter;
  readonly #settings: ParsedSettings;

  constructor(settings: ParsedSettings) {
    const { codatUrl, now } = settings;
    this.#settings = settings;
    this.limits = new CodatCallLimiter(settings);
    this.#ky = ky.create({
      prefix: codatUrl.href,
      headers: { Accept: 'application/json' },
      // Following a redirect would send the API key to another address.
      redirect: 'manual',
      // A page waits thirty seconds for the gateway's own response.
      timeout: 20_000,
      totalTimeout: 25_000,
      retry: {
        limit: 2,
        methods: ['get'],
        statusCodes: [...retryableStatuses],
        jitter: (delay) => delay * (0.75 + Math.random() / 2),
        shouldRetry: ({ error }) => (isHTTPError(error) ? shouldRetry(error, now()) : undefined),
      },
    });
  }

  /** Sends a GET, up to three times while Codat is briefly unavailable. Rejects with an {@link HttpError}. */
  async read<Schema extends z.ZodMiniType>(
    path: string,
    schema: Schema,
    options: ReadOptions = {},
  ): Promise<z.output<Schema>> {
    return (await this.#read(path, schema, options)).data;
  }

  /** Reads one page of a list, and counts the entries that could not be parsed. */
  async readPage<Item extends z.ZodMiniType>(path: string, item: Item, options: ReadOptions = {}) {
    const { data, body } = await this.#read(path, createPageSchemaWithOptionalResults(item), options);
    // A body that was parsed as a page has a list of results, or left it out since it is empty.
    const { results } = body as { results?: readonly unknown[] | null };
    return { ...data, unreadable: (results?.length ?? 0) - data.results.length };
  }

  /** Reads every item of a list, page by page; at most ten thousand. */
  async *readAll<Item extends z.ZodMiniType>(
    path: string,
    item: Item,
    { query = {}, ...options }: ReadOptions = {},
  ): AsyncGenerator<z.output<Item>> {
    let received = 0;
    for (let number = 1; number <= 20; number++) {
      const page = await this.readPage(path, item, {
        ...options,
        query: { ...query, page: String(number), pageSize: '500' },
      });
      yield* page.results;
      const length = page.results.length + page.unreadable;
      received += length;
      if (length === 0 || (!page._links?.next && received >= page.totalResults)) return;
    }
  }

  /**
   * Sends a change once, since Codat has no idempotency keys. Takes {@link changeTimeoutMs} at most. Resolves with
   * undefined when Codat made the change and its response can't be parsed.
   */
  async change<Schema extends z.ZodMiniType>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    schema: Schema,
    json?: unknown,
    quotaUser: CompanyOrLinkRecipients = 'company',
  ): Promise<z.output<Schema> | undefined> {
    const company = findCompanyIdInPath(path);
    const response = await this.#request(method, path, schema, {
      json,
      reason: 'act',
      company,
      quotaUser,
      timeout: changeTimeoutMs,
    });
    return response?.data;
  }

  async #read<Schema extends z.ZodMiniType>(
    path: string,
    schema: Schema,
    { query = {}, reason = 'act', company = findCompanyIdInPath(path), quotaUser = 'company' }: ReadOptions,
  ): Promise<Parsed<z.output<Schema>>> {
    const options = { searchParams: query, reason, company, quotaUser };
    const response = await this.#request('GET', path, schema, options);
    if (!response) throw new HttpError(502, 'Codat’s answer could not be read.');
    return response;
  }

  /** Undefined when Codat succeeded and its response can't be parsed. */
  async #request<Schema extends z.ZodMiniType>(
    method: Method,
    path: string,
    schema: Schema,
    { reason, company, quotaUser, ...options }: Options & CompanyAndCallReason,
  ): Promise<Parsed<z.output<Schema>> | undefined> {
    const endpoint = codatEndpointOf(path);
    // Ids in the path may come from a page or the store, and the request carries the API key.
    if (!endpoint) throw createNotFoundError();
    const call: Call = {
      endpoint,
      method,
      purpose: { reason, company, quotaUser },
      startedAt: performance.now(),
      attempts: 0,
      status: undefined,
    };
    const text = await this.#send(call, path, options).catch((thrown: unknown) => {
      const error = toHttpError(thrown, method !== 'GET' && call.attempts > 0, this.#settings.now());
      this.#emitCall(call, error, call.status === undefined ? thrown : undefined);
      throw error;
    });
    this.#emitCall(call);
    const body = parseJson(text);
    const parsed = parseLeniently(schema, body);
    const { emit } = this.#settings;
    // Report nothing for a body that isn't JSON: it is a proxy's or was cut off, and doesn't mean that Codat's API changed.
    const fields = body === undefined ? [] : (parsed?.unreadable ?? [undefined]);
    for (const field of fields) emit({ type: 'trouble', with: 'codat', endpoint, field });
    if (company !== undefined && parsed && hasLinkedConnectionInResponse(parsed.data))
      this.limits.markLinked(company);
    return parsed && { data: parsed.data, body };
  }

  async #send(call: Call, path: string, options: Options): Promise<string> {
    const { endpoint, method, purpose } = call;
    this.limits.assertAllowed(purpose);
    const { codatUrl, fetch, secrets, tracing } = this.#settings;
    const attempt = (input: URL | RequestInfo, init?: RequestInit) => {
      const request = new Request(input, init);
      request.headers.set('Authorization', `Basic ${btoa(secrets.current.apiKey)}`);
      return this.limits.run(purpose, request.signal, async () => {
        const resends = call.attempts++;
        call.status = undefined;
        const response = await tracing.inCall({ method, endpoint, resends, server: codatUrl }, () =>
          fetch(request),
        );
        call.status = response.status;
        return bufferResponseOrDropLongBody(response, request.signal);
      });
    };
    return this.#ky(path, { method, fetch: attempt, ...options }).text();
  }

  #emitCall(call: Call, failure?: HttpError, thrown?: unknown): void {
    const { endpoint, method, purpose, startedAt, attempts, status } = call;
    const { emit } = this.#settings;
    const details = { endpoint, reason: purpose.reason, company: purpose.company };
    if (failure instanceof CallSkippedByLimitError)
      emit({ type: 'call-spared', ...details, limit: failure.limit });
    if (attempts === 0) return;
    const { error, code } = toErrorDetailsWithoutMessage(thrown);
    emit({
      type: 'codat-call',
      ...details,
      method,
      status,
      ms: Math.round(performance.now() - startedAt),
      attempts,
      remaining: this.limits.remaining,
      correlationId: failure?.correlationId,
      error,
      code,
    });
    if (status !== undefined && keyRefusedStatuses.has(status)) {
      emit({ type: 'trouble', with: 'api-key', status });
    }
  }
}

/** A checked response, and the body it was parsed from. */
interface Parsed<Value> {
  readonly data: Value;
  readonly body: unknown;
}

/** One call to Codat, with all its attempts. */
interface Call {
  readonly endpoint: CodatEndpoint;
  readonly method: Method;
  readonly purpose: CompanyAndCallReason;
  /** By `performance.now()`. */
  readonly startedAt: number;
  attempts: number;
  /** Of the last attempt; undefined while it has no response. */
  status: number | undefined;
}

interface Options {
  readonly json?: unknown;
  readonly searchParams?: ListQuery;
  readonly timeout?: number;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

const keyRefusedStatuses: ReadonlySet<number> = new Set([401, 402, 403]);

/** The longest `Retry-After` to wait for within one request; at most twice. */
const maxRetryWaitSeconds = 4;

/** Whether to send the request again. `undefined` leaves the decision to ky, which waits as long as `Retry-After` says. */
function shouldRetry({ response }: HTTPError, now: number): boolean | undefined {
  const seconds = readCappedRetryAfterSeconds(response.headers, now);
  if (seconds === undefined) return retryableStatuses.has(response.status);
  return seconds <= maxRetryWaitSeconds ? undefined : false;
}
