import { isRecent } from '../is-recent.js';
import type { Settings } from '../settings.js';
import { reserve, SparedCall, type Limit, type Reason, type Reserve } from './sparing.js';

/** How often a company's pages may cause a call to Codat. */
export interface CompanyCalls {
  readonly hour: number;
  readonly day: number;
}

/** Whose quota a call is taken from: the company's own people, or whoever holds a link of theirs. */
export type Payer = 'company' | 'recipients';

/** Who causes a call, and why. */
export interface Use {
  readonly company: string;
  readonly payer: Payer;
  readonly reason: Reason;
}

const hour = 3_600_000;
const lengths: Readonly<Record<keyof CompanyCalls, number>> = { hour, day: 24 * hour };

/** For a company with nothing linked, which adds nothing to Codat's limit, and for those who hold links of any. */
const smallQuota: CompanyCalls = { hour: 60, day: 120 };
const smallReserve: Reserve = { act: 0, follow: 0.25, refresh: 0.5 };

/** What companies with nothing linked may use together beyond the first {@link firstParts} of each, of the lender's day. */
const unlinkedTogether = 0.5;

/** Twelve calls: enough to connect once, however many others have used up what they share. */
const firstParts = 2;

/** Calls are taken from the store in twentieths, so that it is asked once for many of them. */
const parts = 20;
const maxLeases = 20_000;

/** A number of calls in one hour or day, the same for all processes. */
interface Quota {
  readonly key: string;
  readonly calls: number;
  readonly reserve: Reserve;
  readonly limit: Limit;
}

/** What this process may still use of a quota. */
interface Lease {
  quota: Quota;
  readonly ends: number;
  /** The last part taken, or found taken by another process. */
  part: number;
  left: number;
  taking?: Promise<void> | undefined;
}

/**
 * Each company's part of the lender's calls, by the hour and the day, the same for all processes together. A process
 * takes a twentieth at a time, which is an atomic step of the store; between those no store is asked.
 */
export class CompanyQuota {
  readonly #settings: Settings;
  /** Oldest first, by quota. */
  readonly #leases = new Map<string, Lease>();
  /** Whether companies have anything linked, and when that was found. Oldest first. */
  readonly #linked = new Map<string, { readonly at: number; readonly isLinked: boolean }>();

  /** What Codat allows the lender in a day. */
  readonly #dailyLimit: () => number;

  constructor(settings: Settings, dailyLimit: () => number) {
    this.#settings = settings;
    this.#dailyLimit = dailyLimit;
  }

  /**
   * Takes one call of the hour and of the day, or of neither: rejects when what is left of either is not for calls of
   * this kind. What it resolves with gives them back.
   */
  async take({ company, payer, reason }: Use): Promise<() => void> {
    const isLinked = await this.#hasLinked(company);
    for (;;) {
      const leases = this.#leasesFor(company, payer, isLinked);
      // While one part is taken, other calls may use up what the other lease had left: all are looked at again.
      const short = leases.find((lease) => !hasRoom(lease, reason));
      if (!short) {
        for (const lease of leases) lease.left--;
        return () => {
          for (const lease of leases) lease.left++;
        };
      }
      if (short.left > 0 || short.part >= lastPart(short, reason)) {
        throw new SparedCall(short.quota.limit, Math.ceil((short.ends - this.#settings.now()) / 1000));
      }
      await (short.taking ??= this.#takePart(short).finally(() => (short.taking = undefined)));
    }
  }

  /** A company was seen to have a connection that is linked. */
  noteLinked(company: string): void {
    if (this.isKnownLinked(company)) return;
    this.#remember(company, true);
    void this.#settings.store.set(`linked:${company}`, 'linked', lengths.day).catch(() => undefined);
  }

  isKnownLinked(company: string): boolean {
    return this.#known(company) ?? false;
  }

  async #hasLinked(company: string): Promise<boolean> {
    const known = this.#known(company);
    if (known !== undefined) return known;
    const mark = await this.#settings.store.get(`linked:${company}`).catch(() => undefined);
    // It may have been seen meanwhile.
    if (!this.isKnownLinked(company)) this.#remember(company, mark !== undefined);
    return this.isKnownLinked(company);
  }

  #known(company: string): boolean | undefined {
    const known = this.#linked.get(company);
    return known && isRecent(known.at, hour, this.#settings.elapsed()) ? known.isLinked : undefined;
  }

  #remember(company: string, isLinked: boolean): void {
    this.#linked.delete(company);
    this.#linked.set(company, { at: this.#settings.elapsed(), isLinked });
    dropOldest(this.#linked);
  }

  #leasesFor(company: string, payer: Payer, isLinked: boolean): Lease[] {
    const { companyCalls } = this.#settings;
    const isSmall = payer === 'recipients' || !isLinked;
    const name =
      payer === 'recipients' ? `${company}:recipients` : isLinked ? company : `${company}:unlinked`;
    const lease = (window: keyof CompanyCalls): Lease =>
      this.#lease(window, {
        key: `${name}:${window}`,
        calls: isSmall ? Math.min(smallQuota[window], companyCalls[window]) : companyCalls[window],
        reserve: isSmall ? smallReserve : reserve,
        limit: payer,
      });
    const leases = [lease('hour'), lease('day')];
    const isFirst = leases.every(({ part }) => part <= firstParts);
    if (isLinked || isFirst) return leases;
    const together: Quota = {
      key: 'unlinked:day',
      calls: this.#dailyLimit() * unlinkedTogether,
      reserve: smallReserve,
      limit: 'lender',
    };
    return [...leases, this.#lease('day', together)];
  }

  async #takePart(lease: Lease): Promise<void> {
    const { now, store } = this.#settings;
    const { quota, ends } = lease;
    const part = ++lease.part;
    const key = `calls:${quota.key}:${ends}:${part}`;
    // Without the store a process keeps count for itself: reads go on.
    const isOurs = await store.add(key, 'taken', Math.max(1, ends - now())).catch(() => true);
    const before = Math.floor((quota.calls * (part - 1)) / parts);
    if (isOurs) lease.left = Math.floor((quota.calls * part) / parts) - before;
  }

  #lease(window: keyof CompanyCalls, quota: Quota): Lease {
    const length = lengths[window];
    const ends = (Math.floor(this.#settings.now() / length) + 1) * length;
    const known = this.#leases.get(quota.key);
    if (known?.ends === ends) {
      known.quota = quota;
      return known;
    }
    const lease = { quota, ends, part: 0, left: 0 };
    this.#leases.delete(quota.key);
    this.#leases.set(quota.key, lease);
    dropOldest(this.#leases);
    return lease;
  }
}

const lastPart = ({ quota }: Lease, reason: Reason): number =>
  parts - Math.ceil(parts * quota.reserve[reason]);

const hasRoom = (lease: Lease, reason: Reason): boolean =>
  lease.left > 0 && lease.part <= lastPart(lease, reason);

function dropOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (map.size > maxLeases && oldest !== undefined) map.delete(oldest);
}
