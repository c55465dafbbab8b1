import { Allowance } from './allowance.js';
import { Lanes } from './lanes.js';
import { Quota } from './quota.js';
import type { Settings } from './settings.js';
import type { Reason } from './sparing.js';

/** A call that is about to be made. What is for everyone counts against no company. */
interface Call {
  readonly company: string | undefined;
  readonly reason: Reason;
  readonly signal: AbortSignal;
}

/**
 * Every limit a call to Codat has to keep: the lender's for the day, the company's share of it, and how many go at
 * once. What would exceed one is not sent.
 */
export class Limits {
  readonly #quota: Quota;
  readonly #allowance: Allowance;
  readonly #lanes: Lanes;

  constructor(settings: Settings) {
    this.#quota = new Quota(settings.now);
    this.#allowance = new Allowance(settings);
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
  demand(reason: Reason): void {
    this.#quota.demand(reason);
  }

  /** Sends a call, or sends it again, as the company's share and the turns allow. Rejects with a `SparedCall` otherwise. */
  async keep({ company, reason, signal }: Call, send: () => Promise<Response>): Promise<Response> {
    if (company !== undefined) await this.#allowance.take(company, reason);
    return this.#lanes.run(company ?? '', signal, async () => {
      const response = await send();
      this.#quota.learn(response);
      return response;
    });
  }
}
