import * as z from 'zod/mini';
import { sha256 } from '../sha256.js';

const text = z.string().check(z.minLength(1));

const consent = z.object({
  version: text,
  locale: text.check(z.refine(isLocale)),
  sections: z.array(z.object({ title: text, body: text })).check(z.minLength(1)),
  agree: text,
});

/** The consents a host may set: at least one, and one for each version and locale. */
export const consentList = z.array(consent).check(
  z.minLength(1),
  z.refine((list) => new Set(list.map(identityOf)).size === list.length),
);

/** What a person agrees to before a platform is connected: the host's own text in one language. */
export interface Consent {
  /** The host's name for this text. Change it whenever the text changes. */
  readonly version: string;
  /** A BCP 47 language tag such as `en-GB`. */
  readonly locale: string;
  /** Such as purpose, access, data types, retention and terms, in the host's order. Plain text. */
  readonly sections: readonly { readonly title: string; readonly body: string }[];
  /** The label of the checkbox that the person ticks. */
  readonly agree: string;
}

/** The record of a consent: what the host stores, and what a page sends to create a connection. */
export interface ConsentReceipt {
  /** Signed by this gateway, and valid there for 24 hours. */
  readonly receipt: string;
  readonly version: string;
  readonly locale: string;
  readonly platformKey: string;
  readonly companyId: string;
  /** When the person agreed: ISO 8601, in UTC. */
  readonly at: string;
  /** SHA-256, in hexadecimal, of the consent as {@link canonical} has it. */
  readonly hash: string;
}

/**
 * A consent as canonical text, to compute the hash of a receipt: JSON without spaces of `version`, `locale`,
 * `sections` (`title`, `body`) and `agree`, in this order.
 */
export function canonical({ version, locale, sections, agree }: Consent): string {
  return JSON.stringify({
    version,
    locale,
    sections: sections.map(({ title, body }) => ({ title, body })),
    agree,
  });
}

/** The `hash` of a receipt. */
export const hashConsent = (consent: Consent): Promise<string> => sha256(canonical(consent));

/** The consent for someone who reads `locale`: in the same locale, else in its language, else the first. */
export function bestConsent(consents: readonly Consent[], locale: string): Consent | undefined {
  const wanted = locale.toLowerCase();
  return (
    consents.find((each) => each.locale.toLowerCase() === wanted) ??
    consents.find((each) => languageOf(each.locale) === languageOf(wanted)) ??
    consents[0]
  );
}

const languageOf = (locale: string): string | undefined => locale.toLowerCase().split('-')[0];

const identityOf = ({ version, locale }: Consent): string => JSON.stringify([version, locale.toLowerCase()]);

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
