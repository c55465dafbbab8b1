import ky, { HTTPError, isHTTPError, type KyInstance } from 'ky';
import * as z from 'zod/mini';
import { Problem } from './problem.js';
import { pageOf } from './schemas.js';
import type { Settings } from './settings.js';

/** Query parameters of Codat's lists: all text, absent ones left out. */
export type Query = Record<string, string | undefined>;

/** How long Codat is given to change something, in milliseconds. */
export const longestChange = 10_000;

/** The only way to Codat's API. Every answer is checked, every failure becomes a {@link Problem} in our own words. */
export class Codat {
  readonly #ky: KyInstance;

  constructor({ apiKey, codatUrl, fetch }: Settings) {
    this.#ky = ky.create({
      prefix: codatUrl.href,
      headers: { Accept: 'application/json', Authorization: `Basic ${btoa(apiKey)}` },
      fetch: (input, init) => fetch(new Request(input, init)),
      // A redirect would carry the API key along.
      redirect: 'manual',
      timeout: 20_000,
      retry: {
        limit: 2,
        methods: ['get'],
        statusCodes: [408, 429, 500, 502, 503, 504],
        jitter: (delay) => delay * (0.75 + Math.random() / 2),
        shouldRetry: ({ error }) => (isHTTPError(error) ? isWorthRepeating(error) : undefined),
      },
    });
  }

  /** Reads, trying again when Codat is briefly out of reach. */
  async read<Shape extends z.ZodMiniType>(
    path: string,
    shape: Shape,
    query: Query = {},
  ): Promise<z.infer<Shape>> {
    return this.#ask('get', path, shape, { searchParams: query });
  }

  /** Every item of a list, page after page; at most ten thousand. */
  async *every<Item extends z.ZodMiniType>(
    path: string,
    item: Item,
    query: Query = {},
  ): AsyncGenerator<z.infer<Item>> {
    const shape = pageOf(item);
    let seen = 0;
    for (let page = 1; page <= 20; page++) {
      const { results, totalResults } = await this.read(path, shape, {
        ...query,
        page: String(page),
        pageSize: '500',
      });
      yield* results;
      seen += results.length;
      if (results.length === 0 || seen >= totalResults) return;
    }
  }

  /** Changes something. Never tried again: Codat knows no idempotency keys. Takes {@link longestChange} at most. */
  async change<Shape extends z.ZodMiniType>(
    method: 'post' | 'patch' | 'delete',
    path: string,
    shape: Shape,
    json?: unknown,
  ): Promise<z.infer<Shape>> {
    return this.#ask(method, path, shape, { json, timeout: longestChange });
  }

  async #ask<Shape extends z.ZodMiniType>(
    method: string,
    path: string,
    shape: Shape,
    options: { json?: unknown; searchParams?: Query; timeout?: number },
  ): Promise<z.infer<Shape>> {
    const text = await this.#ky(path, { method, ...options })
      .text()
      .catch((thrown: unknown) => {
        throw problemFrom(thrown, method !== 'get');
      });
    const read = shape.safeParse(parsed(text));
    if (!read.success) throw new Problem(502, 'Codat’s answer could not be read.');
    return read.data;
  }
}

/** The longest wait for Codat inside one request, in seconds; two of these at most. */
const patience = 4;

/** `undefined` leaves it to ky, which then waits as long as `Retry-After` says. */
function isWorthRepeating({ response }: HTTPError): boolean | undefined {
  const seconds = secondsToWait(response.headers);
  if (seconds === undefined) return repeatable.has(response.status);
  return seconds <= patience ? undefined : false;
}

const repeatable = new Set([408, 429, 500, 502, 503, 504]);

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return text;
  }
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

function problemFrom(thrown: unknown, isChange: boolean): Problem {
  if (!isHTTPError(thrown)) return new Problem(503, down, { retryAfter: 5, mayBeDone: isChange });
  const { response, data } = thrown;
  const [status, words] = answers[response.status] ?? (response.status >= 500 ? [503, down] : [502, down]);
  const wait = secondsToWait(response.headers) ?? (status === 429 ? 30 : 5);
  return new Problem(status, words, {
    retryAfter: status === 429 || status === 503 ? wait : undefined,
    correlationId: errorBody.safeParse(data).data?.correlationId,
    // So says a machine in between, not Codat.
    mayBeDone: isChange && (response.status === 502 || response.status === 504),
  });
}

/** `Retry-After` in seconds, whether it was a number or a date (RFC 9110 §10.2.3). */
function secondsToWait(headers: Headers): number | undefined {
  const value = headers.get('Retry-After')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}
