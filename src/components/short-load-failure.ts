import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/messages.js';

interface ShortFailureOptions {
  readonly retry: () => void;
  /** Reloads the page. Set once trying again hasn't helped. */
  readonly reload: (() => void) | undefined;
}

/** A short error with a button to retry. The full messages load with the journey, and replace it then. */
export const renderShortLoadFailure = (
  messages: Messages['common'],
  { retry, reload }: ShortFailureOptions,
): TemplateResult => html`
  <p part="note" role="alert">${messages.away}</p>
  <div part="actions">
    <button part="button" @click=${retry}>${messages.tryAgain}</button>
    ${reload ? html`<button part="button" @click=${reload}>${messages.reload}</button>` : nothing}
  </div>
`;
