import * as z from 'zod/mini';
import { sourceTypes } from '../../../api/schemas/source-type.js';
import { settingError, tryParseHttpUrl, type GatewaySettings, type ParsedSettings } from '../../settings.js';
import { mergePageTranslations, type PageLocalizationsByLang } from './page-localizations.js';
import { textColourOn, type LenderBranding } from './lender-branding.js';

type PageSettings = Pick<
  GatewaySettings,
  'lender' | 'mark' | 'accent' | 'helpUrl' | 'dataTypes' | 'pageWords'
>;

/** Checks the settings of the gateway's own pages, and fills in their defaults: branding, words, and which data the lender reads. */
export function parsePageSettings(
  base: URL,
  hostSettings: PageSettings,
): Pick<ParsedSettings, 'branding' | 'dataTypes' | 'localizations'> {
  return {
    branding: validateLenderBranding(base, hostSettings),
    dataTypes: validateDataTypes(hostSettings.dataTypes ?? {}),
    localizations: validatePageWords(hostSettings.pageWords ?? {}),
  };
}

function validateLenderBranding(
  base: URL,
  { lender = base.hostname, mark, accent, helpUrl }: PageSettings,
): LenderBranding {
  if (typeof lender !== 'string' || !lender.trim()) {
    throw settingError('lender', 'must be a name people know.');
  }
  const image = tryParseHttpUrl(mark, base.origin);
  if (mark !== undefined && !image) {
    throw settingError('mark', 'must be an image’s http(s) URL, or its path on the origin of `baseUrl`.');
  }
  if (accent !== undefined && !/^#[\da-f]{6}$/i.test(accent)) {
    throw settingError('accent', 'must be a colour of six digits, such as #0e4d38.');
  }
  const isMail = typeof helpUrl === 'string' && /^mailto:[^\s<>]+@[^\s<>]+$/.test(helpUrl);
  const help = isMail ? helpUrl : tryParseHttpUrl(helpUrl, base.origin)?.href;
  if (helpUrl !== undefined && help === undefined) {
    throw settingError('helpUrl', 'must be an http(s) URL, a path on the origin of `baseUrl`, or mailto:….');
  }
  return {
    lender: lender.trim(),
    mark: image?.href,
    ...(accent === undefined
      ? { accent: 'CanvasText', onAccent: 'Canvas' }
      : { accent, onAccent: textColourOn(accent) }),
    helpUrl: help,
  };
}

function validateDataTypes(dataTypes: unknown): ParsedSettings['dataTypes'] {
  const parsed = z
    .partialRecord(z.enum([...sourceTypes, 'Unknown']), z.array(z.string().check(z.regex(/^[\w-]{1,60}$/))))
    .safeParse(dataTypes);
  if (!parsed.success) {
    throw settingError(
      'dataTypes',
      'must list Codat’s names of data types by source type, such as { Accounting: ["invoices"] }.',
    );
  }
  return parsed.data;
}

function validatePageWords(pageWords: NonNullable<GatewaySettings['pageWords']>): PageLocalizationsByLang {
  try {
    Intl.getCanonicalLocales(Object.keys(pageWords));
    return mergePageTranslations(pageWords);
  } catch {
    throw settingError('pageWords', 'must have words by language, each a tag such as en or pt-BR.');
  }
}
