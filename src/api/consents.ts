import { CodatError } from './errors.js';
import { consent, consentReceipt, type Consent, type ConsentReceipt } from './schemas/consent.js';
import { besideApi, type Ask } from './transport.js';

/** What the host asks people to agree to, in the words that fit their language best; undefined where it asks for nothing. */
export async function readConsent(ask: Ask, lang: string, signal: AbortSignal): Promise<Consent | undefined> {
  const query = new URLSearchParams({ locale: lang }).toString();
  try {
    return await ask(`${besideApi}consents?${query}`, consent, { signal });
  } catch (thrown) {
    if (thrown instanceof CodatError && thrown.kind === 'missing') return undefined;
    throw thrown;
  }
}

/** Puts on record that the person agreed to these words for a platform. */
export function giveConsent(
  ask: Ask,
  { version, locale }: Consent,
  platformKey: string,
  signal: AbortSignal,
): Promise<ConsentReceipt> {
  const body = { version, locale, platformKey };
  return ask(`${besideApi}consents`, consentReceipt, { method: 'POST', body, signal });
}
