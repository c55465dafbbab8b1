import type { Catalogue } from '../platforms/catalogue.js';
import type { WaitUntil } from '../work-tracker.js';
import type { AgreementBody, ConsentText, ConsentReceipt } from '../../contract/consent.js';
import { findConsentTextForLocale, hashConsentText } from './consent-text.js';
import { HttpError, emitUnexpectedError } from '../http-error.js';
import type { RateLimiter } from '../limits/rate-limiter.js';
import type { ParsedSettings } from '../settings.js';
import type { Signer } from '../auth/signer.js';

/** The consent that a host may require before a platform is connected. */
export class RequiredConsents {
  readonly #catalogue: Catalogue;
  readonly #rateLimiter: RateLimiter;
  readonly #signer: Signer;
  readonly #settings: ParsedSettings;

  constructor(catalogue: Catalogue, rateLimiter: RateLimiter, signer: Signer, settings: ParsedSettings) {
    this.#catalogue = catalogue;
    this.#rateLimiter = rateLimiter;
    this.#signer = signer;
    this.#settings = settings;
  }

  /** The consent to show someone who reads `locale`. Throws a 404 when the host requires none. */
  forLocale(locale: string): ConsentText {
    const consent = findConsentTextForLocale(this.#settings.consents, locale);
    if (!consent) throw new HttpError(404, 'The lender asks for no consent here.');
    return consent;
  }

  /**
   * Has the host record a consent, and resolves with its receipt. Rejects with a 400 when the host has no such text, and
   * with a 503 when the host could not record it.
   */
  async record(
    companyId: string,
    { version, locale, platformKey }: AgreementBody,
    { request, context, waitUntil }: { request: Request; context: unknown; waitUntil: WaitUntil },
  ): Promise<ConsentReceipt> {
    const { consents, now, onConsent, emit } = this.#settings;
    const consent = consents.find((each) => each.version === version && each.locale === locale);
    if (!consent) throw new HttpError(400, 'The lender has no consent of this version and locale.');
    await this.#catalogue.find(platformKey, waitUntil);
    this.#rateLimiter.take('consent', { company: companyId, target: `${companyId} ${platformKey}` });
    const hash = await hashConsentText(consent);
    const receipt = await this.#signer.sign('receipt', { company: companyId, platformKey, hash });
    const at = new Date(now()).toISOString();
    const recorded = { receipt, version, locale, platformKey, companyId, at, hash };
    try {
      await onConsent(recorded, request, context);
    } catch (thrown) {
      emitUnexpectedError(thrown, emit);
      throw new HttpError(503, 'The consent could not be recorded. Try again later.', { retryAfter: 5 });
    }
    emit({ type: 'consent-given', company: companyId });
    return recorded;
  }

  /**
   * Rejects with a 403 when the host requires consent and this is not a valid receipt of this company and platform for a
   * text that the host still uses.
   */
  async assertGiven(company: string, platformKey: string, receipt: string | undefined): Promise<void> {
    const { consents } = this.#settings;
    if (consents.length === 0) return;
    const claims = await this.#signer.verify('receipt', receipt ?? '');
    const hashes = await Promise.all(consents.map(hashConsentText));
    const isGiven =
      claims?.company === company && claims.platformKey === platformKey && hashes.includes(claims.hash);
    if (!isGiven) {
      throw new HttpError(
        403,
        'The lender asks for consent first. POST /consents, then send its receipt as `consent`.',
      );
    }
  }
}
