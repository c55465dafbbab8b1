import { isWithinDurationSince } from '../is-within-duration-since.js';
import type { CompanyOrLinkRecipients } from './company-codat-call-quota.js';
import { HttpError } from '../http-error.js';
import type { ParsedSettings } from '../settings.js';
import { setInBoundedMap } from './set-in-bounded-map.js';

const minute = 60_000;
const hour = 60 * minute;

/** How often something may be done in a window of time. */
type Rate = readonly [max: number, windowMs: number];

/** How often something may be done by all people of one company, and to any one target. */
interface RatePair {
  readonly company: Rate;
  readonly target: Rate;
}

/** How often people may repeat an action. The comment of each names its target. */
const rates = {
  /** The company itself. */
  token: { company: [600, minute], target: [600, minute] },
  /** A platform. Requests that join a connection being created are not counted. */
  connect: { company: [120, hour], target: [60, hour] },
  /** A connection. */
  change: { company: [60, hour], target: [10, hour] },
  /** A platform. */
  consent: { company: [120, hour], target: [60, hour] },
  /** The company itself. */
  'share-list': { company: [240, minute], target: [240, minute] },
  /** A platform. */
  'share-create': { company: [60, hour], target: [30, hour] },
  /** A share link. */
  'share-withdraw': { company: [120, hour], target: [10, hour] },
  /** The page of a share link, by its secret. */
  'share-page': { company: [600, minute], target: [120, minute] },
  /** A share link, by its secret. All processes together allow five a minute, by the store. */
  'share-open': { company: [60, hour], target: [10, minute] },
  /** A signed link, by the company's own people. */
  link: { company: [60, hour], target: [30, hour] },
  /** The page of a signed link, for whoever holds it. */
  'link-page': { company: [600, minute], target: [120, minute] },
  /** A signed link, from its page. */
  'link-open': { company: [30, hour], target: [5, minute] },
  /** A connection whose sign-in someone returns from. */
  return: { company: [30, hour], target: [10, hour] },
  /** A connection, by a ticket. */
  'return-status': { company: [600, hour], target: [120, hour] },
  /** The company itself. */
  events: { company: [240, minute], target: [240, minute] },
} as const satisfies Readonly<Record<string, RatePair>>;

export type RateLimitedAction = keyof typeof rates;

/** The company and the target of an action. Recipients of a link are counted separately from the company's own people. */
interface RateSubject {
  /** Left out while it is not known. */
  readonly company?: string;
  /** Left out where it is the company itself. */
  readonly target?: string;
  readonly quotaUser?: CompanyOrLinkRecipients;
}

/** A window of time that began with its first action. */
interface RateWindow {
  readonly startedAt: number;
  readonly max: number;
  readonly windowMs: number;
  used: number;
}

const maxWindowsPerAction = 10_000;

/** Counts actions in this process's memory. Calls to Codat also have a quota that all processes share. */
export class RateLimiter {
  readonly #elapsed: () => number;
  /** By action, then by company or target; oldest first. */
  readonly #windows = new Map<RateLimitedAction, Map<string, RateWindow>>();

  constructor({ elapsed }: ParsedSettings) {
    this.#elapsed = elapsed;
  }

  /**
   * Counts the action for the company and for the target. If either has reached its limit, it throws a 429 and counts
   * nothing.
   */
  take(action: RateLimitedAction, subject: RateSubject): void {
    const seconds = this.#takeOrSecondsToWait(action, subject);
    if (seconds > 0)
      throw new HttpError(429, 'This is done too often. Try again later.', { retryAfter: seconds });
  }

  /** Does the same as {@link take}, but returns false instead of throwing. */
  tryTake(action: RateLimitedAction, subject: RateSubject): boolean {
    return this.#takeOrSecondsToWait(action, subject) === 0;
  }

  /** Drops the counts of a company, and of the targets that contain its id. Others, such as share links, have no company in them. */
  forget(company: string): void {
    for (const windows of this.#windows.values())
      for (const key of windows.keys()) if (key.includes(company)) windows.delete(key);
  }

  /** Returns the seconds to wait; 0 when the action was counted. */
  #takeOrSecondsToWait(
    action: RateLimitedAction,
    { company, target, quotaUser = 'company' }: RateSubject,
  ): number {
    const pair: RatePair = rates[action];
    const windows = [
      ...(company === undefined ? [] : [this.#window(action, `${quotaUser} ${company}`, pair.company)]),
      ...(target === undefined ? [] : [this.#window(action, `${quotaUser} target ${target}`, pair.target)]),
    ];
    const full = windows.find(({ used, max }) => used >= max);
    if (full) return Math.max(1, Math.ceil((full.startedAt + full.windowMs - this.#elapsed()) / 1000));
    for (const window of windows) window.used++;
    return 0;
  }

  #window(action: RateLimitedAction, key: string, [max, windowMs]: Rate): RateWindow {
    const windows = this.#windows.get(action) ?? new Map<string, RateWindow>();
    this.#windows.set(action, windows);
    const current = windows.get(key);
    if (current && isWithinDurationSince(current.startedAt, windowMs, this.#elapsed())) return current;
    const window = { startedAt: this.#elapsed(), max, windowMs, used: 0 };
    setInBoundedMap(windows, key, window, maxWindowsPerAction);
    return window;
  }
}
