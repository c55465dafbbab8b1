import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/messages.js';

interface ShortFailureOptions {
  readonly retry: () => void;
  /** Set where only a reload may help. */
  readonly reload: (() => void) | undefined;
}

/** A short text for an error, shown until its messages have loaded with the journey. */
export const renderLoadFailureFallback = (
  messages: Messages['common'],
  { retry, reload }: ShortFailureOptions,
): TemplateResult => html`
  <p part="note" role="alert">${messages.away}</p>
  <div part="actions">
    <button part="button" @click=${retry}>${messages.tryAgain}</button>
    ${reload ? html`<button part="button" @click=${reload}>${messages.reload}</button>` : nothing}
  </div>
`;
