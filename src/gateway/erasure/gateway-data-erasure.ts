import type { ChangeFeed } from '../changes/change-feed.js';
import type { CodatClient } from '../codat/codat-client.js';
import type { CompanyProvisioner, ReferencedCompany } from '../connections/company-provisioner.js';
import type { CodatResponseCache } from '../codat/response-cache.js';
import type { RateLimiter } from '../limits/rate-limiter.js';
import { isCodatId, type ParsedSettings } from '../settings.js';
import type { ShareLinks } from '../share-links/share-links.js';
import type { Signer } from '../auth/signer.js';

/** The result of erasing a company. */
export interface ForgottenCompany {
  /** Codat's id. */
  readonly companyId: string;
  /** How many share links were erased. */
  readonly shareLinks: number;
  /** Data that the gateway can't erase, and who can: a sentence each. */
  readonly remains: readonly string[];
}

interface ErasureDeps {
  readonly changeFeed: ChangeFeed;
  readonly codat: CodatClient;
  readonly companies: CompanyProvisioner;
  readonly rateLimiter: RateLimiter;
  readonly responseCache: CodatResponseCache;
  readonly settings: ParsedSettings;
  readonly shareLinks: ShareLinks;
  readonly signer: Signer;
}

/** Erases a company from the gateway's processes and their store. */
export class GatewayDataErasure {
  readonly #deps: ErasureDeps;

  constructor(deps: ErasureDeps) {
    this.#deps = deps;
    deps.changeFeed.onForget = (company) => this.#forgetHere(company);
  }

  /**
   * Erases a company by Codat's id, or by the lender's reference. Resolves with undefined when Codat has no company
   * with that reference. May be repeated. Rejects with an {@link HttpError} when Codat, the store or the bus fails,
   * and with a `TypeError` for an invalid id or reference.
   */
  async forget(
    company: string | Pick<ReferencedCompany, 'reference'>,
  ): Promise<ForgottenCompany | undefined> {
    if (typeof company === 'string') return this.#forget(company);
    const id = await this.#deps.companies.removeReference(company.reference);
    return id === undefined ? undefined : this.#forget(id);
  }

  async #forget(id: string): Promise<ForgottenCompany> {
    if (!isCodatId(id)) throw new TypeError('forgetCompany: the company must be Codat’s id of it (a GUID).');
    const { changeFeed, codat, shareLinks, signer } = this.#deps;
    const companyId = id.toLowerCase();
    // First, so that no earlier link or return brings the company back.
    await signer.revoke(companyId);
    const erased = await shareLinks.forget(companyId);
    await codat.limits.forgetStored(companyId);
    this.#forgetHere(companyId);
    await changeFeed.publishForgotten(companyId);
    return {
      companyId,
      shareLinks: erased,
      remains: [
        `At Codat: the company, its connections and their data. DELETE /companies/${companyId} of Codat’s API erases them.`,
        'In your log, and wherever onEvent sends: events with Codat’s ids of the company and its connections.',
        'In the store, for a day: that this id was forgotten, so that nothing signed before counts.',
        'In open pages: what they show, and a token for fifteen minutes at most, unless its person is signed out.',
      ],
    };
  }

  /** Erases this process's memory of the company, and emits an event, since the host may have more in memory. */
  #forgetHere(company: string): void {
    const { codat, rateLimiter, responseCache, settings } = this.#deps;
    responseCache.forget(company);
    rateLimiter.forget(company);
    codat.limits.forgetHere(company);
    settings.emit({ type: 'company-forgotten', company });
  }
}
