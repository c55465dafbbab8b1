import ky, { HTTPError, isHTTPError, type KyInstance } from 'ky';
import * as z from 'zod/mini';
import type { Payer } from '../limits/company-quota.js';
import { boundedResponse } from './bounded-response.js';
import { companyIn, endpointOf, type Endpoint } from '../telemetry/endpoint.js';
import { thrownIn, type CodatCallEvent } from '../telemetry/gateway-event.js';
import { Limits, type LimitedCall } from '../limits/limits.js';
import { parseJson } from '../parse-json.js';
import { parseLeniently } from './parse-leniently.js';
import { Problem, notFound } from '../problem.js';
import { retryAfterSeconds } from '../limits/retry-after.js';
import { pageOf } from './schemas.js';
import { showsLinked } from './shows-linked.js';
import type { Settings } from '../settings.js';
import { RateLimitedError, type CallReason } from '../limits/rate-limited-error.js';

/** Query parameters of Codat's lists: all text, absent ones left out. */
export type Query = Record<string, string | undefined>;

/** How long Codat is given to change something, in milliseconds. */
export const longestChange = 10_000;

/** How something is read. */
interface Reading {
  readonly query?: Query;
  /** What it gives way to when calls are few; a person's action by default. */
  readonly reason?: CallReason;
  /** Whose page it is read for, where the path names no company. */
  readonly company?: string;
  /** Default: the company. */
  readonly payer?: Payer;
}

/** The only way to Codat's API. Every answer is checked, every failure becomes a {@link Problem} in our own words. */
export class Codat {
  readonly #ky: KyInstance;
  readonly #limits: Limits;
  readonly #settings: Settings;

  constructor(settings: Settings) {
    const { apiKey, codatUrl, now } = settings;
    this.#settings = settings;
    this.#limits = new Limits(settings);
    this.#ky = ky.create({
      prefix: codatUrl.href,
      headers: { Accept: 'application/json', Authorization: `Basic ${btoa(apiKey)}` },
      // A redirect would carry the API key along.
      redirect: 'manual',
      // A page waits thirty seconds for the gateway's own answer.
      timeout: 20_000,
      totalTimeout: 25_000,
      retry: {
        limit: 2,
        methods: ['get'],
        statusCodes: [408, 429, 500, 502, 503, 504],
        jitter: (delay) => delay * (0.75 + Math.random() / 2),
        shouldRetry: ({ error }) => (isHTTPError(error) ? isWorthRepeating(error, now()) : undefined),
      },
    });
  }

  /** Whether so few calls are left today that what was read should do for longer. */
  get isLow(): boolean {
    return this.#limits.isLow;
  }

  /** Reads, trying again when Codat is briefly out of reach. */
  async read<Shape extends z.ZodMiniType>(
    path: string,
    shape: Shape,
    reading: Reading = {},
  ): Promise<z.output<Shape>> {
    return (await this.#read(path, shape, reading)).data;
  }

  /** One page of a list, and how many of its entries could not be read. */
  async readPage<Item extends z.ZodMiniType>(path: string, item: Item, reading: Reading = {}) {
    const { data, body } = await this.#read(path, pageOf(item), reading);
    // What was read as a page has a list of results.
    const { results } = body as { results: readonly unknown[] };
    return { ...data, unreadable: results.length - data.results.length };
  }

  /** Every item of a list, page after page; at most ten thousand. */
  async *every<Item extends z.ZodMiniType>(
    path: string,
    item: Item,
    { query = {}, ...reading }: Reading = {},
  ): AsyncGenerator<z.output<Item>> {
    let seen = 0;
    for (let number = 1; number <= 20; number++) {
      const page = await this.readPage(path, item, {
        ...reading,
        query: { ...query, page: String(number), pageSize: '500' },
      });
      yield* page.results;
      const length = page.results.length + page.unreadable;
      seen += length;
      if (length === 0 || (!page._links?.next && seen >= page.totalResults)) return;
    }
  }

  /**
   * Changes something. Never tried again: Codat knows no idempotency keys. Takes {@link longestChange} at most. Resolves
   * with undefined when it is done and the answer can't be read.
   */
  async change<Shape extends z.ZodMiniType>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    shape: Shape,
    json?: unknown,
    payer: Payer = 'company',
  ): Promise<z.output<Shape> | undefined> {
    const company = companyIn(path);
    const asked = await this.#ask(method, path, shape, {
      json,
      reason: 'act',
      company,
      payer,
      timeout: longestChange,
    });
    return asked?.data;
  }

  async #read<Shape extends z.ZodMiniType>(
    path: string,
    shape: Shape,
    { query = {}, reason = 'act', company = companyIn(path), payer = 'company' }: Reading,
  ): Promise<Parsed<z.output<Shape>>> {
    const asked = await this.#ask('GET', path, shape, { searchParams: query, reason, company, payer });
    if (!asked) throw new Problem(502, 'Codat’s answer could not be read.');
    return asked;
  }

  /** Undefined when Codat did what was asked and its answer can't be read. */
  async #ask<Shape extends z.ZodMiniType>(
    method: Method,
    path: string,
    shape: Shape,
    { reason, company, payer, ...options }: Options & LimitedCall,
  ): Promise<Parsed<z.output<Shape>> | undefined> {
    const endpoint = endpointOf(path);
    // Part of the path may come from a page or the store, and the API key goes along.
    if (!endpoint) throw notFound();
    const call: Call = {
      about: { endpoint, reason, company },
      limited: { reason, company, payer },
      method,
      began: performance.now(),
      attempts: 0,
      status: undefined,
    };
    const text = await this.#send(call, path, options).catch((thrown: unknown) => {
      const problem = problemFrom(thrown, method !== 'GET' && call.attempts > 0, this.#settings.now());
      this.#tell(call, problem, call.status === undefined ? thrown : undefined);
      throw problem;
    });
    this.#tell(call);
    const body = parseJson(text);
    const parsed = parseLeniently(shape, body);
    const { tell } = this.#settings;
    // What is not JSON at all is some machine's in between, or broken off.
    const fields = body === undefined ? [] : (parsed?.unreadable ?? [undefined]);
    for (const field of fields) {
      tell({ type: 'trouble', with: 'codat', endpoint, field });
    }
    if (company !== undefined && parsed && showsLinked(parsed.data)) this.#limits.markLinked(company);
    return parsed && { data: parsed.data, body };
  }

  async #send(call: Call, path: string, options: Options): Promise<string> {
    const { limited, method } = call;
    this.#limits.assertAllowed(limited);
    const { fetch } = this.#settings;
    const attempt = (input: URL | RequestInfo, init?: RequestInit) => {
      const request = new Request(input, init);
      return this.#limits.run(limited, request.signal, async () => {
        call.attempts++;
        call.status = undefined;
        const response = await fetch(request);
        call.status = response.status;
        return boundedResponse(response, request.signal);
      });
    };
    return this.#ky(path, { method, fetch: attempt, ...options }).text();
  }

  #tell({ about, method, began, attempts, status }: Call, problem?: Problem, thrown?: unknown): void {
    const { tell } = this.#settings;
    if (problem instanceof RateLimitedError) tell({ type: 'call-spared', ...about, limit: problem.limit });
    if (attempts === 0) return;
    tell({
      type: 'codat-call',
      ...about,
      method,
      status,
      ms: Math.round(performance.now() - began),
      attempts,
      remaining: this.#limits.remaining,
      correlationId: problem?.correlationId,
      ...wordsFor(thrown),
    });
    if (status !== undefined && keyRefused.has(status)) {
      tell({ type: 'trouble', with: 'api-key', status });
    }
  }
}

/** A checked answer, and the body it was read from. */
interface Parsed<Value> {
  readonly data: Value;
  readonly body: unknown;
}

/** One question to Codat, however often it is sent. */
interface Call {
  readonly about: {
    readonly endpoint: Endpoint;
    readonly reason: CallReason;
    readonly company: string | undefined;
  };
  readonly limited: LimitedCall;
  readonly method: Method;
  readonly began: number;
  attempts: number;
  /** Of the last attempt; undefined while it has no answer. */
  status: number | undefined;
}

interface Options {
  readonly json?: unknown;
  readonly searchParams?: Query;
  readonly timeout?: number;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

const keyRefused: ReadonlySet<number> = new Set([401, 402, 403]);

/** The longest wait for Codat inside one request, in seconds; two of these at most. */
const patience = 4;

/** `undefined` leaves it to ky, which then waits as long as `Retry-After` says. */
function isWorthRepeating({ response }: HTTPError, now: number): boolean | undefined {
  const seconds = retryAfterSeconds(response.headers, now);
  if (seconds === undefined) return repeatable.has(response.status);
  return seconds <= patience ? undefined : false;
}

const repeatable = new Set([408, 429, 500, 502, 503, 504]);

/** What is told of a call that got no answer. */
function wordsFor(thrown: unknown): Pick<CodatCallEvent, 'error' | 'code'> {
  const { error, code } = thrownIn(thrown);
  return { error, code };
}

const busy = 'Codat is limiting requests. Try again later.';
const down = 'Codat can’t be reached just now. Try again later.';
const locked = 'The lender’s own access to Codat needs attention.';

/** Codat's status → the status and words we answer with. The page can't cure a refused API key, so that is ours. */
const answers: Record<number, readonly [status: number, words: string]> = {
  400: [400, 'Codat could not make sense of this request.'],
  401: [502, locked],
  402: [502, locked],
  403: [502, locked],
  404: [404, 'There is nothing here by that name.'],
  408: [503, down],
  409: [409, 'This is not possible just now. Try again later.'],
  429: [429, busy],
};

const errorBody = z.object({ correlationId: z.string().check(z.regex(/^[\w.:-]{1,100}$/)) });

/** `wasSent` when a change was, which may be done whatever came back. */
function problemFrom(thrown: unknown, wasSent: boolean, now: number): Problem {
  if (thrown instanceof Problem) return thrown;
  if (!isHTTPError(thrown)) return new Problem(503, down, { retryAfter: 5, mayBeDone: wasSent });
  const { response, data } = thrown;
  const [status, words] = answers[response.status] ?? (response.status >= 500 ? [503, down] : [502, down]);
  const wait = retryAfterSeconds(response.headers, now) ?? (status === 429 ? 30 : 5);
  return new Problem(status, words, {
    retryAfter: status === 429 || status === 503 ? wait : undefined,
    correlationId: errorBody.safeParse(data).data?.correlationId,
    // So says a machine in between, not Codat.
    mayBeDone: wasSent && (response.status === 502 || response.status === 504),
  });
}
