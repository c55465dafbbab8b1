import { html, nothing, type TemplateResult } from 'lit';
import type { CodatError } from '../../api/errors.js';
import { common } from '../../i18n/locales/en/common.js';
import { errors } from '../../i18n/locales/en/errors.js';
import type { Messages } from '../../i18n/messages.js';
import { inLanguage } from '../../i18n/register.js';
import { reference } from './copy.js';
import { panel } from '../panel.js';

const english = { common, errors };

interface FailureFacts {
  /** The language to speak. */
  readonly lang: string;
  readonly level: number;
  readonly retry: () => void;
  /** Loads the page anew, where trying again has not helped. */
  readonly reload?: (() => void) | undefined;
}

/** What the person sees when an element can't show what it is for: what happened, what to do, what to quote. */
export function failure(error: CodatError, { lang, level, retry, reload }: FailureFacts): TemplateResult {
  const { common, errors } = inLanguage(english, lang);
  return panel({
    says: errors[error.kind],
    level,
    mark: { icon: 'alert', tone: 'quiet' },
    reference: reference(error.correlationId, lang),
    actions: html`
      ${error.kind === 'signed-out' ? signInAgain(common) : nothing}
      <button part="button" @click=${retry}>${common.tryAgain}</button>
      ${reload ? html`<button part="button" @click=${reload}>${common.reload}</button>` : nothing}
    `,
  });
}

/** Loads the host's page once more, which is the host's to guard: it leads whoever is signed out to where they sign in. */
export function signInAgain(words: Messages['common']): TemplateResult {
  return html`<button part="button primary" @click=${() => location.reload()}>${words.signIn}</button>`;
}
