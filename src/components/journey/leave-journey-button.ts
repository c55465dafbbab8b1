import { html, type TemplateResult } from 'lit';
import type { JourneyViewOptions } from '../../controllers/journey/journey-view-module.js';
import { journey } from '../../i18n/locales/en/journey.js';
import { preparing } from '../../i18n/locales/en/preparing.js';
import { localizeMessages } from '../../i18n/localize-messages.js';

const english = { journey, preparing };

const arrow = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M15 5l-7 7l7 7" /></svg>`;

/** The button that ends the journey: it leads back to the platforms or, in an element without them, closes the panel. */
export function renderLeaveJourneyButton({ lang, backLabel, actions }: JourneyViewOptions): TemplateResult {
  const messages = localizeMessages(english, lang);
  return html`<button part="button quiet back" @click=${() => actions.dispatch({ type: 'reset' })}>
    ${backLabel === 'platforms' ? html`${arrow} ${messages.preparing.back}` : messages.journey.leave.away}
  </button>`;
}
