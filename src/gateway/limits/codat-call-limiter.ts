import { CompanyCodatCallQuota, type CompanyOrLinkRecipients } from './company-codat-call-quota.js';
import { CompanyConcurrencyLimiter } from './company-concurrency-limiter.js';
import { LenderCodatCallQuota } from './lender-codat-call-quota.js';
import type { ParsedSettings } from '../settings.js';
import type { CallReason } from './call-reason.js';

/** Whom a call is for, and why. `company` is undefined for data that all companies share, such as the catalogue. */
export interface CompanyAndCallReason {
  readonly company: string | undefined;
  readonly quotaUser: CompanyOrLinkRecipients;
  readonly reason: CallReason;
}

/** Whether Codat is limiting calls, or is down. */
const isCodatFailure = ({ status }: Response): boolean => status === 429 || status >= 500;

/**
 * Applies every limit to a call to Codat: the lender's calls of the day, the company's quota of them, and the number of
 * concurrent calls. A call beyond a quota is rejected; one beyond the concurrency limit waits, or is rejected if too
 * many wait.
 */
export class CodatCallLimiter {
  readonly #lenderQuota: LenderCodatCallQuota;
  readonly #companyQuota: CompanyCodatCallQuota;
  readonly #concurrency: CompanyConcurrencyLimiter;

  constructor(settings: ParsedSettings) {
    this.#lenderQuota = new LenderCodatCallQuota(settings);
    this.#companyQuota = new CompanyCodatCallQuota(settings, () => this.#lenderQuota.limit);
    this.#concurrency = new CompanyConcurrencyLimiter(() => this.#lenderQuota.companyCount);
  }

  /** Calls left today; undefined until Codat has reported a number. */
  get remaining(): number | undefined {
    return this.#lenderQuota.remaining;
  }

  get isLow(): boolean {
    return this.#lenderQuota.isLow;
  }

  /** Throws a `CallSkippedByLimitError` when the lender's remaining calls are reserved for more important ones. */
  assertAllowed({ company, reason }: CompanyAndCallReason): void {
    const isLinked = company !== undefined && this.#companyQuota.isKnownLinked(company);
    this.#lenderQuota.assertAllowed(reason, isLinked);
  }

  /** Records that the company has a linked connection, which adds to the calls that Codat allows the lender. */
  markLinked(company: string): void {
    this.#companyQuota.markLinked(company);
  }

  /** Erases the company from the store. Rejects if that fails. */
  forgetStored(company: string): Promise<void> {
    return this.#companyQuota.forgetStored(company);
  }

  /** Erases the company from the memory of this process. */
  forgetHere(company: string): void {
    this.#companyQuota.forgetHere(company);
  }

  /**
   * Makes one attempt at a call once the queue and the quotas allow it. Rejects with a `CallSkippedByLimitError` otherwise. The
   * quota is taken after the wait in the queue, so that an aborted call uses none. When a person's action gets no
   * response, a 429 or a 5xx, its call is given back, so that they can try again. Calls for other reasons are not
   * given back, or pages would repeat them without a limit.
   */
  async run(
    { company, quotaUser, reason }: CompanyAndCallReason,
    signal: AbortSignal,
    send: () => Promise<Response>,
  ): Promise<Response> {
    return this.#concurrency.run(company ?? '', signal, async () => {
      const giveBack = company && (await this.#companyQuota.take({ company, quotaUser, reason }));
      let isUsed = reason !== 'act';
      try {
        this.#lenderQuota.take();
        const response = await send();
        this.#lenderQuota.update(response);
        isUsed ||= !isCodatFailure(response);
        return response;
      } finally {
        if (giveBack && !isUsed) giveBack();
      }
    });
  }
}
