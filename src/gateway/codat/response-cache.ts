import type { CompanyOrLinkRecipients } from '../limits/company-codat-call-quota.js';
import type { ParsedSettings } from '../settings.js';
import { delay } from '../timers.js';
import { CallSkippedByLimitError } from '../limits/call-skipped-by-limit-error.js';
import { setInBoundedMap } from '../limits/set-in-bounded-map.js';

interface CachedResponse {
  readonly answer: Promise<unknown>;
  /** When it was requested, and until when other requests share it, by `elapsed`. */
  readonly requestedAt: number;
  sharedUntil: number;
  /** Resolves when the next call to Codat may be made for fresh requests, which wait for it together. */
  nextTurn?: Promise<void>;
}

/** The cached responses of one company. */
interface CompanyCache {
  /** By name, the most recently requested last. */
  readonly responses: Map<string, CachedResponse>;
  usedAt: number;
}

/** Identifies a request that may share a response. */
interface CacheableRequest {
  readonly company: string;
  /** Unique among the company's requests. */
  readonly name: string;
  /** Accept only a response that was requested from Codat after this request arrived. */
  readonly fresh?: boolean;
  /** Whose request it is. Each has a cache of its own, so that fresh requests of a link's recipients expire no response of the company's pages. */
  readonly quotaUser?: CompanyOrLinkRecipients;
}

/** `shared`: how long a response is shared. `fresh`: the minimum interval between fresh requests. In milliseconds. */
const timingsMs = {
  normal: { shared: 10_000, fresh: 250 },
  slow: { shared: 60_000, fresh: 10_000 },
} as const;

/** The cache of a company is dropped after this time without requests, or when there are too many companies. */
const idleMs = 15 * 60_000;
const maxCompanies = 1_000;
const maxResponsesPerCompany = 50;

/**
 * Shares one call to Codat among equal requests of a company for ten seconds, so that a page full of elements in
 * several tabs makes no more calls than one element. When few of the day's calls are left, it shares for a minute. A
 * request that asks for a fresh response only gets one whose call to Codat began after it: otherwise a page notified
 * by another process could get this process's old copy. Such requests may wait a moment for the next call, or ten
 * seconds when few calls are left. When a limit forbids the call, the last response is used. Failures are not cached.
 */
export class CodatResponseCache {
  readonly #elapsed: () => number;
  readonly #isLow: () => boolean;
  /** The most recently used last. */
  readonly #companies = new Map<string, CompanyCache>();

  constructor({ elapsed }: ParsedSettings, isLow: () => boolean) {
    this.#elapsed = elapsed;
    this.#isLow = isLow;
  }

  /** The cached response to an equal request, else the result of `load`. */
  async get<Answer>(
    { company, name, fresh, quotaUser = 'company' }: CacheableRequest,
    load: () => Promise<Answer>,
  ): Promise<Answer> {
    const { responses } = this.#cacheOf(company, quotaUser);
    if (fresh) await this.#expireAll(responses, name);
    const last = responses.get(name);
    // `name` determines the type of the response.
    const lastAnswer = last?.answer as Promise<Answer> | undefined;
    const now = this.#elapsed();
    if (last && lastAnswer && now < last.sharedUntil) return lastAnswer;
    const answer = load().catch((thrown: unknown) => {
      if (lastAnswer && thrown instanceof CallSkippedByLimitError) return lastAnswer;
      throw thrown;
    });
    const requestedAt = this.#elapsed();
    const response = { answer, requestedAt, sharedUntil: requestedAt + this.#timings.shared };
    setInBoundedMap(responses, name, response, maxResponsesPerCompany);
    answer.catch(() => {
      if (responses.get(name) === response) responses.delete(name);
    });
    return answer;
  }

  /** Drops every cached response of the company. */
  invalidate(company: string): void {
    for (const quotaUser of ['company', 'recipients'] as const)
      this.#companies.get(cacheKey(company, quotaUser))?.responses.clear();
  }

  /** Erases the company from the cache. */
  forget(company: string): void {
    for (const quotaUser of ['company', 'recipients'] as const)
      this.#companies.delete(cacheKey(company, quotaUser));
  }

  /** Waits until a fresh request is allowed again, then expires these responses. */
  async #expireAll(responses: Map<string, CachedResponse>, name: string): Promise<void> {
    const expireAll = (): void => {
      for (const response of responses.values()) response.sharedUntil = -Infinity;
    };
    const last = responses.get(name);
    if (!last) {
      expireAll();
      return;
    }
    const { fresh } = this.#timings;
    last.nextTurn ??= delay(last.requestedAt + fresh - this.#elapsed()).then(expireAll);
    await last.nextTurn;
  }

  get #timings() {
    return this.#isLow() ? timingsMs.slow : timingsMs.normal;
  }

  #cacheOf(company: string, quotaUser: CompanyOrLinkRecipients): CompanyCache {
    const key = cacheKey(company, quotaUser);
    const now = this.#elapsed();
    const cache = this.#companies.get(key) ?? { responses: new Map(), usedAt: now };
    cache.usedAt = now;
    this.#companies.delete(key);
    this.#companies.set(key, cache);
    for (const [name, { usedAt }] of this.#companies) {
      if (usedAt + idleMs > now && this.#companies.size <= maxCompanies) break;
      this.#companies.delete(name);
    }
    return cache;
  }
}

const cacheKey = (company: string, quotaUser: CompanyOrLinkRecipients): string => `${company} ${quotaUser}`;
