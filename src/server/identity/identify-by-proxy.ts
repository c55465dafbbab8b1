import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { IdentifyByProxySettings } from '../server-settings.js';
import type { IdentifyCompany } from './identify.js';

/**
 * Takes the company from a header of the lender's proxy, if another header holds the secret. Both headers must have one
 * value: a second one means that the browser sent the header too, and that the proxy did not replace it.
 */
export function createIdentifyCompanyByProxy({
  header,
  secretHeader,
  secret,
  names,
}: IdentifyByProxySettings): IdentifyCompany {
  return (_, { incoming }) => {
    const named = onlyValue(incoming, header);
    const shown = onlyValue(incoming, secretHeader);
    if (!named || shown === undefined || !equalsInConstantTime(shown, secret)) return Promise.resolve(null);
    return Promise.resolve(names === 'company' ? { companyId: named } : { reference: named });
  };
}

function onlyValue({ headersDistinct }: IncomingMessage, name: string): string | undefined {
  const values = headersDistinct[name] ?? [];
  return values.length === 1 ? values[0] : undefined;
}

/** Compares in a time that depends on neither text. */
export function equalsInConstantTime(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
