import { html, nothing, type TemplateResult } from 'lit';
import type { CodatError } from '../api/errors.js';
import type { Messages } from '../i18n/messages.js';
import { panel } from './panel.js';

/** What the person sees when an element can't show what it is for: what happened, what to do, what to quote. */
export function failure(
  error: CodatError,
  { words, level, retry }: { words: Pick<Messages, 'common' | 'errors'>; level: number; retry: () => void },
): TemplateResult {
  return panel({
    says: words.errors[error.kind],
    level,
    mark: { icon: 'alert', tone: 'quiet' },
    reference: error.correlationId && words.common.reference(error.correlationId),
    actions: html`
      ${error.kind === 'signed-out' ? signInAgain(words.common) : nothing}
      <button part="button" @click=${retry}>${words.common.tryAgain}</button>
    `,
  });
}

/** Loads the host's page once more, which is the host's to guard: it leads whoever is signed out to where they sign in. */
export function signInAgain(words: Messages['common']): TemplateResult {
  return html`<button part="button primary" @click=${() => location.reload()}>${words.signIn}</button>`;
}
