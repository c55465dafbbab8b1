import type { Settings } from './settings.js';
import { keptBack, SparedCall, type Reason } from './sparing.js';

/** How often a company's pages may cause a call to Codat. */
export interface CompanyCalls {
  readonly hour: number;
  readonly day: number;
}

const hour = 3_600_000;
const lengths: Readonly<Record<keyof CompanyCalls, number>> = { hour, day: 24 * hour };

/** Calls are taken from the store in twentieths, so that it is asked once for many of them. */
const parts = 20;
const mostLeases = 20_000;

/** What this process may still use of a company's calls in one hour or day. */
interface Lease {
  readonly ends: number;
  /** The last part taken, or found taken by another process. */
  part: number;
  left: number;
  taking?: Promise<void> | undefined;
}

/**
 * One company's share of the lender's calls, by the hour and the day, the same for all processes together. A process
 * takes a twentieth at a time, which is an atomic step of the store; between those no store is asked.
 */
export class Allowance {
  readonly #settings: Settings;
  /** Oldest first, by company and window. */
  readonly #leases = new Map<string, Lease>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Takes one call. Rejects when what is left of the hour or the day is not for calls of this kind. */
  async take(company: string, reason: Reason): Promise<void> {
    for (const window of ['hour', 'day'] as const) {
      const lease = this.#lease(company, window);
      const last = parts - Math.ceil(parts * keptBack[reason]);
      while (lease.left === 0 && lease.part < last) {
        await (lease.taking ??= this.#takePart(company, window, lease).finally(
          () => (lease.taking = undefined),
        ));
      }
      if (lease.left === 0 || lease.part > last) {
        throw new SparedCall('company', Math.ceil((lease.ends - this.#settings.now()) / 1000));
      }
      lease.left--;
    }
  }

  async #takePart(company: string, window: keyof CompanyCalls, lease: Lease): Promise<void> {
    const { companyCalls, now, store } = this.#settings;
    const part = ++lease.part;
    const key = `calls:${company}:${window}:${lease.ends}:${part}`;
    // Without the store a process keeps count for itself: reads go on.
    const isOurs = await store.add(key, 'taken', Math.max(1, lease.ends - now())).catch(() => true);
    const before = Math.floor((companyCalls[window] * (part - 1)) / parts);
    if (isOurs) lease.left = Math.floor((companyCalls[window] * part) / parts) - before;
  }

  #lease(company: string, window: keyof CompanyCalls): Lease {
    const length = lengths[window];
    const ends = (Math.floor(this.#settings.now() / length) + 1) * length;
    const key = `${window} ${company}`;
    const known = this.#leases.get(key);
    if (known?.ends === ends) return known;
    const lease = { ends, part: 0, left: 0 };
    this.#leases.delete(key);
    this.#leases.set(key, lease);
    const [oldest] = this.#leases.keys();
    if (this.#leases.size > mostLeases && oldest !== undefined) this.#leases.delete(oldest);
    return lease;
  }
}
