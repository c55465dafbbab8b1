import * as z from 'zod/mini';
import { sourceTypes } from '../../../api/schemas/source-type.js';
import type { GatewaySettings, Settings } from '../../settings.js';
import { createPageLocalizations, type PageLocalizations } from './page-localizations.js';
import { textColourOn, type LenderBranding } from './lender-branding.js';

/** How settings are read: the error of an invalid one, and a URL that is one of http or https. */
interface Checks {
  readonly invalidSetting: (setting: string, cure: string) => TypeError;
  readonly readUrl: (value: unknown, base?: string) => URL | undefined;
}

type PageSettings = Pick<
  GatewaySettings,
  'lender' | 'mark' | 'accent' | 'helpUrl' | 'dataTypes' | 'pageWords'
>;

/** Checks what the gateway's own pages show: whose they are, in which words, and which data the lender reads. */
export function validatePageSettings(
  base: URL,
  hostSettings: PageSettings,
  checks: Checks,
): Pick<Settings, 'branding' | 'dataTypes' | 'languages'> {
  return {
    branding: validateLenderBranding(base, hostSettings, checks),
    dataTypes: validateDataTypes(hostSettings.dataTypes ?? {}, checks),
    languages: validatePageWords(hostSettings.pageWords ?? {}, checks),
  };
}

function validateLenderBranding(
  base: URL,
  { lender = base.hostname, mark, accent, helpUrl }: PageSettings,
  { invalidSetting, readUrl }: Checks,
): LenderBranding {
  if (typeof lender !== 'string' || !lender.trim()) {
    throw invalidSetting('lender', 'must be a name people know.');
  }
  const image = mark === undefined ? undefined : readUrl(mark, base.origin);
  if (mark !== undefined && !image) {
    throw invalidSetting('mark', 'must be an image’s http(s) URL, or its path on the origin of `baseUrl`.');
  }
  if (accent !== undefined && !/^#[\da-f]{6}$/i.test(accent)) {
    throw invalidSetting('accent', 'must be a colour of six digits, such as #0e4d38.');
  }
  const isMail = typeof helpUrl === 'string' && /^mailto:[^\s<>]+@[^\s<>]+$/.test(helpUrl);
  const help = isMail ? helpUrl : helpUrl === undefined ? undefined : readUrl(helpUrl, base.origin)?.href;
  if (helpUrl !== undefined && help === undefined) {
    throw invalidSetting(
      'helpUrl',
      'must be an http(s) URL, a path on the origin of `baseUrl`, or mailto:….',
    );
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

function validateDataTypes(dataTypes: unknown, { invalidSetting }: Checks): Settings['dataTypes'] {
  const parsed = z
    .partialRecord(z.enum([...sourceTypes, 'Unknown']), z.array(z.string().check(z.regex(/^[\w-]{1,60}$/))))
    .safeParse(dataTypes);
  if (!parsed.success) {
    throw invalidSetting(
      'dataTypes',
      'must list Codat’s names of data types by source type, such as { Accounting: ["invoices"] }.',
    );
  }
  return parsed.data;
}

function validatePageWords(
  pageWords: NonNullable<GatewaySettings['pageWords']>,
  { invalidSetting }: Checks,
): PageLocalizations {
  try {
    Intl.getCanonicalLocales(Object.keys(pageWords));
    return createPageLocalizations(pageWords);
  } catch {
    throw invalidSetting('pageWords', 'must have words by language, each a tag such as en or pt-BR.');
  }
}
