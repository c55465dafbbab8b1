import type { TemplateResult } from 'lit';
import type { CodatError } from '../api/errors.js';
import { common } from '../i18n/locales/en/common.js';
import { errors } from '../i18n/locales/en/errors.js';
import { inLanguage } from '../i18n/register.js';
import { failure } from './failure.js';

const english = { common, errors };

/** {@link failure} with words of its own: an element that loads it with the journey need not bring them. */
export function failurePanel(
  error: CodatError,
  { lang, ...facts }: { lang: string; level: number; retry: () => void },
): TemplateResult {
  return failure(error, { words: inLanguage(english, lang), ...facts });
}
