import { isRecent } from '../is-recent.js';
import { Problem } from '../problem.js';
import type { Settings } from '../settings.js';

const minute = 60_000;
const hour = 60 * minute;

/** How often, and in how many milliseconds. */
type Rate = readonly [times: number, withinMs: number];

/** How often something may be done by all people of one company, and with any one thing that they open. */
interface RatePair {
  readonly company: Rate;
  readonly opened: Rate;
}

/** What people can repeat, and how often. What is opened is named beside it. */
const rates = {
  /** The company itself. */
  token: { company: [600, minute], opened: [600, minute] },
  /** A platform. Those who ask while it is begun already are not counted. */
  begin: { company: [120, hour], opened: [60, hour] },
  /** A connection. */
  change: { company: [60, hour], opened: [10, hour] },
  /** A platform. */
  consent: { company: [120, hour], opened: [60, hour] },
  /** A list of shares. */
  'share-list': { company: [240, minute], opened: [240, minute] },
  /** A platform. */
  'share-make': { company: [60, hour], opened: [30, hour] },
  /** A share. */
  'share-withdraw': { company: [120, hour], opened: [10, hour] },
  /** The page of a share, by its secret. */
  'share-page': { company: [600, minute], opened: [120, minute] },
  /** A share, by its secret: all processes together let it be followed five times a minute. */
  'share-follow': { company: [60, hour], opened: [10, minute] },
  /** A signed link, by the company's own people. */
  link: { company: [60, hour], opened: [30, hour] },
  /** The page of a signed link, for whoever holds it. */
  'link-page': { company: [600, minute], opened: [120, minute] },
  /** A signed link, from its page. */
  'link-follow': { company: [30, hour], opened: [5, minute] },
  /** A connection someone comes back from. */
  return: { company: [30, hour], opened: [10, hour] },
  /** A connection, by a ticket. */
  'return-status': { company: [600, hour], opened: [120, hour] },
  /** A stream of events. */
  events: { company: [240, minute], opened: [240, minute] },
} as const satisfies Readonly<Record<string, RatePair>>;

export type Rated = keyof typeof rates;

/** Who does it: rates of recipients of a link are counted beside those of the company's own people. */
interface Doer {
  /** Left out where it is not known yet: to be counted once it is. */
  readonly company?: string;
  /** What is opened, unless it is the company itself. */
  readonly opened?: string;
  readonly by?: 'company' | 'recipients';
}

interface Count {
  readonly began: number;
  readonly times: number;
  readonly withinMs: number;
  taken: number;
}

const maxCounts = 10_000;

/** Counts in this process's memory how often things are done. What costs calls to Codat is counted for all processes together, too. */
export class Rates {
  readonly #elapsed: () => number;
  /** For each kind, oldest first. */
  readonly #counts = new Map<Rated, Map<string, Count>>();

  constructor({ elapsed }: Settings) {
    this.#elapsed = elapsed;
  }

  /** Takes one of the company's and one of what is opened, or neither. Throws a 429 when none of either is left. */
  take(what: Rated, doer: Doer): void {
    const seconds = this.#takeBoth(what, doer);
    if (seconds > 0)
      throw new Problem(429, 'This is done too often. Try again later.', { retryAfter: seconds });
  }

  /** The same; false instead of throwing. */
  allows(what: Rated, doer: Doer): boolean {
    return this.#takeBoth(what, doer) === 0;
  }

  /** Seconds to wait; none when all were taken. */
  #takeBoth(what: Rated, { company, opened, by = 'company' }: Doer): number {
    const pair: RatePair = rates[what];
    const counts = [
      ...(company === undefined ? [] : [this.#count(what, `${by} ${company}`, pair.company)]),
      ...(opened === undefined ? [] : [this.#count(what, `${by} opened ${opened}`, pair.opened)]),
    ];
    const used = counts.find(({ taken, times }) => taken >= times);
    if (used) return Math.max(1, Math.ceil((used.began + used.withinMs - this.#elapsed()) / 1000));
    for (const count of counts) count.taken++;
    return 0;
  }

  #count(what: Rated, key: string, [times, withinMs]: Rate): Count {
    const counts = this.#counts.get(what) ?? new Map<string, Count>();
    this.#counts.set(what, counts);
    const known = counts.get(key);
    if (known && isRecent(known.began, withinMs, this.#elapsed())) return known;
    const count = { began: this.#elapsed(), times, withinMs, taken: 0 };
    counts.delete(key);
    counts.set(key, count);
    const [oldest] = counts.keys();
    if (counts.size > maxCounts && oldest !== undefined) counts.delete(oldest);
    return count;
  }
}
