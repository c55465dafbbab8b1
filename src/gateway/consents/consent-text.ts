import * as z from 'zod/mini';
import type { ConsentText } from '../../contract/consent.js';
import { languageAndScriptOf } from '../../api/schemas/parsing/language-and-script.js';
import { sha256Hex } from '../sha256-hex.js';

const text = z.string().check(z.minLength(1));

const consent = z.object({
  version: text,
  locale: text.check(z.refine(isLocale)),
  sections: z.array(z.object({ title: text, body: text })).check(z.minLength(1)),
  agree: text,
});

/** The consents a host may set: at least one, and no two of the same version and locale. */
export const consentTextListSchema = z.array(consent).check(
  z.minLength(1),
  z.refine((list) => new Set(list.map(identityOf)).size === list.length),
);

/**
 * A consent as canonical text, to compute the hash of a receipt: JSON without spaces of `version`, `locale`,
 * `sections` (`title`, `body`) and `agree`, in this order.
 */
export function toCanonicalConsentJson({ version, locale, sections, agree }: ConsentText): string {
  return JSON.stringify({
    version,
    locale,
    sections: sections.map(({ title, body }) => ({ title, body })),
    agree,
  });
}

/** The `hash` of a receipt. */
export const hashConsentText = (consent: ConsentText): Promise<string> =>
  sha256Hex(toCanonicalConsentJson(consent));

/** The consent for someone who reads `locale`: in the same locale, else in its language (and script, if possible), else the first. */
export function findConsentTextForLocale(
  consents: readonly ConsentText[],
  locale: string,
): ConsentText | undefined {
  const wanted = locale.toLowerCase();
  return (
    consents.find((each) => each.locale.toLowerCase() === wanted) ??
    consents.find((each) => languageAndScriptOf(each.locale) === languageAndScriptOf(wanted)) ??
    consents.find((each) => languageOf(each.locale) === languageOf(wanted)) ??
    consents[0]
  );
}

const languageOf = (locale: string): string | undefined => locale.toLowerCase().split('-')[0];

const identityOf = ({ version, locale }: ConsentText): string =>
  JSON.stringify([version, locale.toLowerCase()]);

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
