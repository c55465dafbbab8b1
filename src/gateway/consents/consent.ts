import * as z from 'zod/mini';
import { sha256 } from '../hash.js';

const words = z.string().check(z.minLength(1));

const consent = z.object({
  version: words,
  locale: words.check(z.refine(isLocale)),
  sections: z.array(z.object({ title: words, body: words })).check(z.minLength(1)),
  agree: words,
});

/** The consents a host may set: one at least, none twice. */
export const consentList = z.array(consent).check(
  z.minLength(1),
  z.refine((list) => new Set(list.map(nameOf)).size === list.length),
);

/** What a person agrees to before a platform is connected, in the host's own words and one language. */
export interface Consent {
  /** The host's name for this wording; to be changed with every change of a word. */
  readonly version: string;
  /** A BCP 47 language tag such as `en-GB`. */
  readonly locale: string;
  /** Purpose, access, account information, data types, retention, terms: as the host calls and orders them. Plain text. */
  readonly sections: readonly { readonly title: string; readonly body: string }[];
  /** What the person says yes to, beside the box they tick. */
  readonly agree: string;
}

/** That someone agreed: what to keep, and what a page shows at the gateway before a connection is made. */
export interface ConsentReceipt {
  /** Signed; good at this gateway for 24 hours. */
  readonly receipt: string;
  readonly version: string;
  readonly locale: string;
  readonly platformKey: string;
  readonly companyId: string;
  /** When, in ISO 8601, UTC. */
  readonly at: string;
  /** SHA-256, in hexadecimal, of the consent as {@link canonical} has it. */
  readonly hash: string;
}

/**
 * A consent as one text, the same wherever it is made: JSON without spaces of `version`, `locale`, `sections`
 * (`title`, `body`) and `agree`, in this order.
 */
export function canonical({ version, locale, sections, agree }: Consent): string {
  return JSON.stringify({
    version,
    locale,
    sections: sections.map(({ title, body }) => ({ title, body })),
    agree,
  });
}

/** What a receipt remembers a wording by. */
export const hashOf = (consent: Consent): Promise<string> => sha256(canonical(consent));

/** The consent for someone who reads `locale`: in that very locale, else in its language, else the first. */
export function bestFor(consents: readonly Consent[], locale: string): Consent | undefined {
  const asked = locale.toLowerCase();
  return (
    consents.find((each) => each.locale.toLowerCase() === asked) ??
    consents.find((each) => languageOf(each.locale) === languageOf(asked)) ??
    consents[0]
  );
}

const languageOf = (locale: string): string | undefined => locale.toLowerCase().split('-')[0];

const nameOf = ({ version, locale }: Consent): string => JSON.stringify([version, locale.toLowerCase()]);

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
