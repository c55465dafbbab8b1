import { html, type TemplateResult } from 'lit';
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
    actions: html`<button part="button" @click=${retry}>${words.common.tryAgain}</button>`,
  });
}
