import { isWithinDurationSince } from '../is-within-duration-since.js';
import type { CompanyCodatCallLimits, ParsedSettings } from '../settings.js';
import { withheldFractionByReason, type CallReason, type WithheldFractionByReason } from './call-reason.js';
import type { CallLimitName } from './call-limit-name.js';
import { CallSkippedByLimitError } from './call-skipped-by-limit-error.js';
import { setInBoundedMap } from './set-in-bounded-map.js';

/** The quota that a call is taken from: that of the company's own people, or that of the recipients of its links. */
export type CompanyOrLinkRecipients = 'company' | 'recipients';

/** The properties of a call that decide its quotas. */
interface PlannedCompanyCall {
  readonly company: string;
  readonly quotaUser: CompanyOrLinkRecipients;
  readonly reason: CallReason;
}

const hour = 3_600_000;
const windowMs: Readonly<Record<keyof CompanyCodatCallLimits, number>> = { hour, day: 24 * hour };

/** The quota of a company with nothing linked, for which Codat allows no further calls, and of those who open share links. */
const smallQuota: CompanyCodatCallLimits = { hour: 60, day: 120 };
const smallQuotaWithheld: WithheldFractionByReason = { act: 0, follow: 0.25, refresh: 0.5 };

/** The fraction of the lender's calls of a day that companies with nothing linked may use together, beyond the {@link firstLeases} of each. */
const unlinkedFraction = 0.5;

/** Leases before the common quota counts too: six calls of an hour or twelve of a day, enough to connect once even when others have used it up. */
const firstLeases = 2;

/** A process leases a twentieth of a quota at a time, so that one access to the store covers many calls. */
const leasesPerQuota = 20;
const maxEntries = 20_000;

/** A number of calls in one hour or day, for all processes together. */
interface Quota {
  readonly key: string;
  readonly calls: number;
  readonly withheld: WithheldFractionByReason;
  readonly limit: CallLimitName;
}

/** A quota, and the calls that this process may still make from its lease. */
interface LeasedQuota {
  quota: Quota;
  /** When the hour or day ends, in milliseconds since 1970. */
  readonly endsAt: number;
  /** The number of the last lease that this process or another took; 0 before the first. */
  leaseNumber: number;
  remaining: number;
  pendingLease?: Promise<void> | undefined;
}

/**
 * Each company's quota of the lender's calls, by the hour and the day, for all processes together. A process leases a
 * twentieth at a time, by one atomic step of the store, and counts in memory until that is used.
 */
export class CompanyCodatCallQuota {
  readonly #settings: ParsedSettings;
  /** By the key of the quota, oldest first. */
  readonly #leasedQuotas = new Map<string, LeasedQuota>();
  /** Whether companies have anything linked, and when that was read. Oldest first. */
  readonly #linked = new Map<string, { readonly at: number; readonly isLinked: boolean }>();
  /** The calls that Codat allows the lender in a day. */
  readonly #dailyLimit: () => number;

  constructor(settings: ParsedSettings, dailyLimit: () => number) {
    this.#settings = settings;
    this.#dailyLimit = dailyLimit;
  }

  /**
   * Takes one call of the hour and of the day. Rejects with a `CallSkippedByLimitError`, and takes none, when either has none
   * left for this reason. Resolves with a function that gives the call back.
   */
  async take({ company, quotaUser, reason }: PlannedCompanyCall): Promise<() => void> {
    const isLinked = await this.#hasLinked(company);
    for (;;) {
      const quotas = this.#quotasFor(company, quotaUser, isLinked);
      // Check every quota again after each lease: other calls may have used up another one meanwhile.
      const empty = quotas.find((quota) => !hasCallFor(quota, reason));
      if (!empty) {
        for (const quota of quotas) quota.remaining--;
        return () => {
          for (const quota of quotas) quota.remaining++;
        };
      }
      if (empty.remaining > 0 || empty.leaseNumber >= lastLeaseFor(empty, reason)) {
        throw new CallSkippedByLimitError(
          empty.quota.limit,
          Math.ceil((empty.endsAt - this.#settings.now()) / 1000),
        );
      }
      await (empty.pendingLease ??= this.#takeLease(empty).finally(() => (empty.pendingLease = undefined)));
    }
  }

  /** Records that the company has a linked connection. */
  markLinked(company: string): void {
    if (this.isKnownLinked(company)) return;
    this.#record(company, true);
    void this.#settings.store.set(`linked:${company}`, 'linked', windowMs.day).catch(() => undefined);
  }

  /** Drops the company's mark and its leases of this hour and day from the store. Rejects when the store fails. */
  async forgetStored(company: string): Promise<void> {
    const { store, now } = this.#settings;
    const leases = [company, `${company}:unlinked`, `${company}:recipients`].flatMap((name) =>
      (['hour', 'day'] as const).flatMap((window) =>
        Array.from({ length: leasesPerQuota }, (_, index) =>
          leaseKey(`${name}:${window}`, endOf(window, now()), index + 1),
        ),
      ),
    );
    await Promise.all([`linked:${company}`, ...leases].map((key) => store.delete(key)));
  }

  /** Drops the company's counts and mark from this process. */
  forgetHere(company: string): void {
    this.#linked.delete(company);
    for (const key of this.#leasedQuotas.keys()) if (key.startsWith(company)) this.#leasedQuotas.delete(key);
  }

  isKnownLinked(company: string): boolean {
    return this.#lastKnown(company) ?? false;
  }

  async #hasLinked(company: string): Promise<boolean> {
    const known = this.#lastKnown(company);
    if (known !== undefined) return known;
    const mark = await this.#settings.store.get(`linked:${company}`).catch(() => undefined);
    // Another call may have marked it linked while the store was read.
    if (!this.isKnownLinked(company)) this.#record(company, mark !== undefined);
    return this.isKnownLinked(company);
  }

  #lastKnown(company: string): boolean | undefined {
    const known = this.#linked.get(company);
    return known && isWithinDurationSince(known.at, hour, this.#settings.elapsed())
      ? known.isLinked
      : undefined;
  }

  #record(company: string, isLinked: boolean): void {
    setInBoundedMap(this.#linked, company, { at: this.#settings.elapsed(), isLinked }, maxEntries);
  }

  #quotasFor(company: string, quotaUser: CompanyOrLinkRecipients, isLinked: boolean): LeasedQuota[] {
    const { companyCalls } = this.#settings;
    const isSmall = quotaUser === 'recipients' || !isLinked;
    const name = isSmall ? `${company}:${quotaUser === 'recipients' ? 'recipients' : 'unlinked'}` : company;
    const quotaOf = (window: keyof CompanyCodatCallLimits): LeasedQuota =>
      this.#leasedQuota(window, {
        key: `${name}:${window}`,
        calls: isSmall ? Math.min(smallQuota[window], companyCalls[window]) : companyCalls[window],
        withheld: isSmall ? smallQuotaWithheld : withheldFractionByReason,
        limit: quotaUser,
      });
    const quotas = [quotaOf('hour'), quotaOf('day')];
    const isFirst = quotas.every(({ leaseNumber }) => leaseNumber <= firstLeases);
    if (isLinked || isFirst) return quotas;
    const sharedQuota: Quota = {
      key: 'unlinked:day',
      calls: this.#dailyLimit() * unlinkedFraction,
      withheld: smallQuotaWithheld,
      limit: 'lender',
    };
    return [...quotas, this.#leasedQuota('day', sharedQuota)];
  }

  async #takeLease(leased: LeasedQuota): Promise<void> {
    const { now, store } = this.#settings;
    const { quota, endsAt } = leased;
    const number = ++leased.leaseNumber;
    const key = leaseKey(quota.key, endsAt, number);
    // While the store is down a process counts alone, so that pages can still read.
    const isOurs = await store.add(key, 'taken', Math.max(1, endsAt - now())).catch(() => true);
    const before = Math.floor((quota.calls * (number - 1)) / leasesPerQuota);
    if (isOurs) leased.remaining = Math.floor((quota.calls * number) / leasesPerQuota) - before;
  }

  #leasedQuota(window: keyof CompanyCodatCallLimits, quota: Quota): LeasedQuota {
    const endsAt = endOf(window, this.#settings.now());
    const current = this.#leasedQuotas.get(quota.key);
    if (current?.endsAt === endsAt) {
      current.quota = quota;
      return current;
    }
    const leased = { quota, endsAt, leaseNumber: 0, remaining: 0 };
    setInBoundedMap(this.#leasedQuotas, quota.key, leased, maxEntries);
    return leased;
  }
}

const leaseKey = (quota: string, endsAt: number, number: number): string =>
  `calls:${quota}:${endsAt}:${number}`;

/** When the current hour or day ends, in milliseconds since 1970. */
const endOf = (window: keyof CompanyCodatCallLimits, now: number): number =>
  (Math.floor(now / windowMs[window]) + 1) * windowMs[window];

/** The number of the last lease that calls for this reason may use. */
const lastLeaseFor = ({ quota }: LeasedQuota, reason: CallReason): number =>
  leasesPerQuota - Math.ceil(leasesPerQuota * quota.withheld[reason]);

const hasCallFor = (leased: LeasedQuota, reason: CallReason): boolean =>
  leased.remaining > 0 && leased.leaseNumber <= lastLeaseFor(leased, reason);
