import { isRecent } from '../is-recent.js';
import { secondsToWait } from './retry-after.js';
import type { Settings } from '../settings.js';
import { reserve, SparedCall, type Reason } from './sparing.js';

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** What Codat allows a client with no company connected yet, and once more for each that is. */
const callsForEach = 1_000;

/** What pages that only refresh leave alone at least: twenty people can still connect with it. */
const leastForPeople = 200;

/** What is kept, of the lender's calls, for companies with nothing linked yet: what the others have linked adds to them. */
const forFirstConnections = 0.02;

/**
 * What Codat's headers say of the lender's calls for today (https://docs.codat.io/using-the-api/rate-limits). Codat
 * counts for all processes together and says so with every answer, so none of them need ask the others.
 */
export class Quota {
  readonly #now: () => number;
  readonly #elapsed: () => number;
  #limit = 0;
  #remaining: number | undefined;
  /** When the count begins anew. As every moment here by a clock that is never set back. */
  #resets = -Infinity;
  /** When Codat asked to be left alone, and for how long. */
  #paused = { at: 0, lasts: 0 };
  /** When Codat last said that nothing is left, or was asked whether that is still so. */
  #triedAt = -Infinity;

  constructor({ now, elapsed }: Pick<Settings, 'now' | 'elapsed'>) {
    this.#now = now;
    this.#elapsed = elapsed;
  }

  /** Calls left today, once Codat has said so. */
  get remaining(): number | undefined {
    if (this.#elapsed() >= this.#resets) this.#remaining = undefined;
    return this.#remaining;
  }

  /** Calls a day, as Codat last said; else what it allows a new client. */
  get limit(): number {
    return Math.max(callsForEach, this.#limit);
  }

  /** Whether so little is left that what was read should do for longer. */
  get isLow(): boolean {
    return this.remaining !== undefined && this.remaining < this.#limit / 4;
  }

  /** How many companies Codat counts as connected; one at least. */
  get companies(): number {
    return Math.max(1, Math.round(this.#limit / callsForEach) - 1);
  }

  /** Throws when what is left is not for calls of this kind. `isLinked`: the company it is for has something linked. */
  demand(reason: Reason, isLinked: boolean): void {
    const now = this.#elapsed();
    const { remaining } = this;
    if (remaining === 0) {
      this.#demandTry();
      return;
    }
    const { at, lasts } = this.#paused;
    if (reason !== 'act' && isRecent(at, lasts, now)) throw this.#spared(at + lasts);
    const kept = Math.max(
      this.#limit * reserve[reason],
      isLinked ? this.#limit * forFirstConnections : 0,
      reason === 'refresh' ? leastForPeople : 0,
    );
    if (kept > 0 && remaining !== undefined && remaining <= kept) {
      throw this.#spared(Math.min(this.#resets, now + 5 * minute));
    }
  }

  /** Takes one call, which every other limit allows. Throws when none are left and that was found less than a minute ago. */
  take(): void {
    if (this.remaining !== 0) return;
    this.#demandTry();
    this.#triedAt = this.#elapsed();
  }

  /** A company that was connected since raises the limit, and only a call can tell: one a minute. */
  #demandTry(): void {
    if (isRecent(this.#triedAt, minute, this.#elapsed())) throw this.#spared(this.#resets);
  }

  /** Takes in what an answer says of the quota. */
  learn({ status, headers }: Response): void {
    const [now, elapsed] = [this.#now(), this.#elapsed()];
    const limit = count(headers, 'X-Rate-Limit-Limit');
    const remaining = count(headers, 'X-Rate-Limit-Remaining');
    if (limit !== undefined && remaining !== undefined) {
      if (remaining === 0 && this.remaining !== 0) this.#triedAt = elapsed;
      this.#limit = limit;
      this.#remaining = remaining;
      this.#resets = elapsed + resetIn(headers, now) - now;
    }
    if (status === 429) this.#paused = { at: elapsed, lasts: (secondsToWait(headers, now) ?? 0) * second };
  }

  #spared(until: number): SparedCall {
    return new SparedCall('lender', Math.max(1, Math.ceil((until - this.#elapsed()) / second)));
  }
}

function count(headers: Headers, name: string): number | undefined {
  const value = headers.get(name);
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** When, in milliseconds since 1970: Codat begins anew at 00:00 UTC; its header is believed where it names a moment of the next day. */
function resetIn(headers: Headers, now: number): number {
  const said = (count(headers, 'X-Rate-Limit-Reset') ?? 0) * second;
  return said > now && said <= now + day ? said : (Math.floor(now / day) + 1) * day;
}
