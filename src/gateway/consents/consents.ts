import type { Background, Catalogue } from '../platforms/catalogue.js';
import { bestFor, hashOf, type Consent, type ConsentReceipt } from './consent.js';
import { Problem, report } from '../problem.js';
import type { RateLimiter } from '../limits/rate-limiter.js';
import type { Settings } from '../settings.js';
import type { Signer } from '../auth/signer.js';

/** What a person agreed to, as their page says it. */
export interface Agreement {
  readonly version: string;
  readonly locale: string;
  readonly platformKey: string;
}

/** Consent before a platform is connected, where the host asks for it. */
export class Consents {
  readonly #catalogue: Catalogue;
  readonly #rateLimiter: RateLimiter;
  readonly #signer: Signer;
  readonly #settings: Settings;

  constructor(catalogue: Catalogue, rateLimiter: RateLimiter, signer: Signer, settings: Settings) {
    this.#catalogue = catalogue;
    this.#rateLimiter = rateLimiter;
    this.#signer = signer;
    this.#settings = settings;
  }

  /** The consent to show someone who reads `locale`. Throws a 404 when the host asks for none. */
  show(locale: string): Consent {
    const consent = bestFor(this.#settings.consents, locale);
    if (!consent) throw new Problem(404, 'The lender asks for no consent here.');
    return consent;
  }

  /**
   * Puts on record that someone agreed, and says so. Rejects with a 400 when that text is not the host's, with a
   * 503 when the host could not record it: nothing counts as given then.
   */
  async give(
    companyId: string,
    { version, locale, platformKey }: Agreement,
    { request, context, background }: { request: Request; context: unknown; background: Background },
  ): Promise<ConsentReceipt> {
    const { consents, now, onConsent, tell } = this.#settings;
    const consent = consents.find((each) => each.version === version && each.locale === locale);
    if (!consent) throw new Problem(400, 'The lender has no consent of this version and locale.');
    await this.#catalogue.find(platformKey, background);
    this.#rateLimiter.take('consent', { company: companyId, target: `${companyId} ${platformKey}` });
    const hash = await hashOf(consent);
    const receipt = await this.#signer.sign('receipt', { company: companyId, platformKey, hash });
    const at = new Date(now()).toISOString();
    const given = { receipt, version, locale, platformKey, companyId, at, hash };
    try {
      await onConsent(given, request, context);
    } catch (thrown) {
      report(thrown, tell);
      throw new Problem(503, 'The consent could not be recorded. Try again later.', { retryAfter: 5 });
    }
    tell({ type: 'consent-given', company: companyId });
    return given;
  }

  /**
   * Rejects with a 403 where the host asks for consent and this is no receipt for it: of this company and
   * platform, in time, and for words the host still uses.
   */
  async demand(company: string, platformKey: string, receipt: string | undefined): Promise<void> {
    const { consents } = this.#settings;
    if (consents.length === 0) return;
    const claims = await this.#signer.verify('receipt', receipt ?? '');
    const hashes = await Promise.all(consents.map(hashOf));
    const isGiven =
      claims?.company === company && claims.platformKey === platformKey && hashes.includes(claims.hash);
    if (!isGiven) {
      throw new Problem(
        403,
        'The lender asks for consent first. POST /consents, then send its receipt as `consent`.',
      );
    }
  }
}
