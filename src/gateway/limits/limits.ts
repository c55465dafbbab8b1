import { CompanyQuota, type Payer } from './company-quota.js';
import { Lanes } from './lanes.js';
import { Quota } from './quota.js';
import type { Settings } from '../settings.js';
import type { Reason } from './sparing.js';

/** A call that is about to be made. What is for everyone counts against no company. */
export interface LimitedCall {
  readonly company: string | undefined;
  readonly payer: Payer;
  readonly reason: Reason;
}

/** Whether Codat limits calls, or is down. */
const isCodatsTrouble = ({ status }: Response): boolean => status === 429 || status >= 500;

/**
 * Every limit a call to Codat has to keep: the lender's for the day, the company's part of it, and how many go at
 * once. What would exceed one is not sent.
 */
export class Limits {
  readonly #quota: Quota;
  readonly #companyQuota: CompanyQuota;
  readonly #lanes: Lanes;

  constructor(settings: Settings) {
    this.#quota = new Quota(settings);
    this.#companyQuota = new CompanyQuota(settings, () => this.#quota.limit);
    this.#lanes = new Lanes(() => this.#quota.companies);
  }

  /** Calls left today, once Codat has said so. */
  get remaining(): number | undefined {
    return this.#quota.remaining;
  }

  get isLow(): boolean {
    return this.#quota.isLow;
  }

  /** Throws a `SparedCall` when what is left of the lender's calls is not for this. */
  demand({ company, reason }: LimitedCall): void {
    const isLinked = company !== undefined && this.#companyQuota.isKnownLinked(company);
    this.#quota.demand(reason, isLinked);
  }

  /** A company was seen to have a connection that is linked: it adds to what Codat allows the lender. */
  noteLinked(company: string): void {
    this.#companyQuota.noteLinked(company);
  }

  /**
   * Sends a call, or sends it again, as the company's quota and the turns allow. Rejects with a `SparedCall`
   * otherwise. Quotas come last: a call that gave up its turn has used nothing. Neither has what a person did and Codat
   * would not or could not do: they can try again once it does. Reads do count, or pages would ask all the more then.
   */
  async keep(
    { company, payer, reason }: LimitedCall,
    signal: AbortSignal,
    send: () => Promise<Response>,
  ): Promise<Response> {
    return this.#lanes.run(company ?? '', signal, async () => {
      const giveBack = company && (await this.#companyQuota.take({ company, payer, reason }));
      let isUsed = reason !== 'act';
      try {
        this.#quota.take();
        const response = await send();
        this.#quota.learn(response);
        isUsed ||= !isCodatsTrouble(response);
        return response;
      } finally {
        if (giveBack && !isUsed) giveBack();
      }
    });
  }
}
