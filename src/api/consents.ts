import {
  consentTextShape,
  consentReceiptShape,
  type AgreementBody,
  type ConsentText,
  type ConsentReceipt,
} from '../contract/consent.js';
import { pathFromApiToGatewayRoot, type SendAndParse } from './api-transport.js';
import { CodatError } from './errors.js';

/** The terms that the host asks a person to agree to, in the language closest to theirs; undefined if it has none. */
export async function fetchConsentText(
  send: SendAndParse,
  lang: string,
  signal: AbortSignal,
): Promise<ConsentText | undefined> {
  const query = new URLSearchParams({ locale: lang }).toString();
  try {
    return await send(`${pathFromApiToGatewayRoot}consents?${query}`, consentTextShape, { signal });
  } catch (error) {
    if (CodatError.from(error).kind === 'missing') return undefined;
    throw error;
  }
}

/** Records that the person agreed to these terms for a platform. */
export function recordConsent(
  send: SendAndParse,
  { version, locale }: ConsentText,
  platformKey: string,
  signal: AbortSignal,
): Promise<ConsentReceipt> {
  const body: AgreementBody = { version, locale, platformKey };
  return send(`${pathFromApiToGatewayRoot}consents`, consentReceiptShape, {
    method: 'POST',
    body,
    signal,
  });
}
