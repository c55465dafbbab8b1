import { html, type TemplateResult } from 'lit';
import { journey } from '../../i18n/locales/en/journey.js';
import { preparing } from '../../i18n/locales/en/preparing.js';
import { messagesFor } from '../../i18n/messages-for.js';
import type { JourneyOptions } from '../../controllers/journey/journey-view.js';

const english = { journey, preparing };

/** The button that ends the journey: it leads back to the platforms or, in an element without them, closes the panel. */
export function backButton(
  { lang, leaveTo, actions }: JourneyOptions,
  part = 'button quiet',
): TemplateResult {
  const messages = messagesFor(english, lang);
  const back = leaveTo === 'platforms' ? messages.preparing.back : messages.journey.leave.away;
  return html`<button part=${part} @click=${() => actions.dispatch({ type: 'reset' })}>${back}</button>`;
}
