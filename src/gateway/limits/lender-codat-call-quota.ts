import { isWithinDurationSince } from '../is-within-duration-since.js';
import { readCappedRetryAfterSeconds } from './retry-after.js';
import type { ParsedSettings } from '../settings.js';
import { withheldFractionByReason, type CallReason } from './call-reason.js';
import { CallSkippedByLimitError } from './call-skipped-by-limit-error.js';

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** Calls a day that Codat allows a new client, and adds for each connected company. */
const callsPerCompany = 1_000;

/** Refreshing pages leave at least this many calls, which are enough for twenty people to connect. */
const refreshReserve = 200;

/** The fraction of the lender's calls that is reserved for companies with nothing linked yet. */
const unlinkedReserve = 0.02;

/**
 * The lender's calls for today, from Codat's response headers (https://docs.codat.io/using-the-api/rate-limits). Codat
 * counts for all processes together and sends the count with every response, so the processes need not share it.
 */
export class LenderCodatCallQuota {
  readonly #now: () => number;
  readonly #elapsed: () => number;
  #limit = 0;
  #remaining: number | undefined;
  /** When Codat resets the count. Every time in this class is measured by `elapsed`, not by the clock. */
  #resetsAt = -Infinity;
  /** When Codat last answered 429, and the `Retry-After` that came with it. */
  #paused = { at: 0, forMs: 0 };
  /** When the calls ran out, or when we last sent one to check whether any are left again. */
  #triedAt = -Infinity;

  constructor({ now, elapsed }: Pick<ParsedSettings, 'now' | 'elapsed'>) {
    this.#now = now;
    this.#elapsed = elapsed;
  }

  /** Calls left today; undefined until Codat has reported a number. */
  get remaining(): number | undefined {
    if (this.#elapsed() >= this.#resetsAt) this.#remaining = undefined;
    return this.#remaining;
  }

  /** Calls per day, as Codat last reported; until then the number that it allows a new client. */
  get limit(): number {
    return Math.max(callsPerCompany, this.#limit);
  }

  /** Whether so few calls are left that cached responses should be used for longer. */
  get isLow(): boolean {
    return this.remaining !== undefined && this.remaining < this.#limit / 4;
  }

  /** How many companies Codat counts as connected; at least one. */
  get companyCount(): number {
    return Math.max(1, Math.round(this.#limit / callsPerCompany) - 1);
  }

  /** Throws when no calls are left for this reason and, unless a person acts, while the `Retry-After` of a 429 lasts. `isLinked`: the company has a linked connection. */
  assertAllowed(reason: CallReason, isLinked: boolean): void {
    const now = this.#elapsed();
    const { remaining } = this;
    if (remaining === 0) {
      this.#assertRetryAllowed();
      return;
    }
    const { at, forMs } = this.#paused;
    if (reason !== 'act' && isWithinDurationSince(at, forMs, now)) throw this.#rateLimited(at + forMs);
    const reserved = Math.max(
      this.#limit * withheldFractionByReason[reason],
      isLinked ? this.#limit * unlinkedReserve : 0,
      reason === 'refresh' ? refreshReserve : 0,
    );
    if (reserved > 0 && remaining !== undefined && remaining <= reserved) {
      throw this.#rateLimited(Math.min(this.#resetsAt, now + 5 * minute));
    }
  }

  /** Call it right before each call to Codat, after all other limits. Throws when none are left, unless the last check was at least a minute ago. */
  take(): void {
    if (this.remaining !== 0) return;
    this.#assertRetryAllowed();
    this.#triedAt = this.#elapsed();
  }

  /** A newly connected company raises the limit, which only a call can show: one a minute is allowed to find out. */
  #assertRetryAllowed(): void {
    if (isWithinDurationSince(this.#triedAt, minute, this.#elapsed()))
      throw this.#rateLimited(this.#resetsAt);
  }

  /** Updates the counts from the headers of a response. */
  update({ status, headers }: Response): void {
    const [now, elapsed] = [this.#now(), this.#elapsed()];
    const limit = numberIn(headers, 'X-Rate-Limit-Limit');
    const remaining = numberIn(headers, 'X-Rate-Limit-Remaining');
    if (limit !== undefined && remaining !== undefined) {
      if (remaining === 0 && this.remaining !== 0) this.#triedAt = elapsed;
      this.#limit = limit;
      this.#remaining = remaining;
      this.#resetsAt = elapsed + resetTime(headers, now) - now;
    }
    if (status === 429)
      this.#paused = { at: elapsed, forMs: (readCappedRetryAfterSeconds(headers, now) ?? 0) * second };
  }

  #rateLimited(until: number): CallSkippedByLimitError {
    return new CallSkippedByLimitError('lender', Math.max(1, Math.ceil((until - this.#elapsed()) / second)));
  }
}

function numberIn(headers: Headers, name: string): number | undefined {
  const value = headers.get(name);
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** When Codat resets the count, in milliseconds since 1970: 00:00 UTC, unless its header names a time within 24 hours. */
function resetTime(headers: Headers, now: number): number {
  const sent = (numberIn(headers, 'X-Rate-Limit-Reset') ?? 0) * second;
  return sent > now && sent <= now + day ? sent : (Math.floor(now / day) + 1) * day;
}
