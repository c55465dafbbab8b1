import { html, type TemplateResult } from 'lit';
import { journey } from '../../i18n/locales/en/journey.js';
import { preparing } from '../../i18n/locales/en/preparing.js';
import { inLanguage } from '../../i18n/register.js';
import type { JourneyFacts } from './journey-panel.js';

const english = { journey, preparing };

/** The way back to where the journey began: to the platforms, or, where there is only one thing to connect, out of the way. */
export function backButton({ lang, leave, wishes }: JourneyFacts, as = 'button quiet'): TemplateResult {
  const words = inLanguage(english, lang);
  const back = leave === 'platforms' ? words.preparing.back : words.journey.leave.away;
  return html`<button part=${as} @click=${wishes.reset}>${back}</button>`;
}
