import { html, nothing, type TemplateResult } from 'lit';
import { androidIntentUrl, isInAppBrowser } from '../../flow/in-app-browser.js';
import { journey } from '../../i18n/locales/en/journey.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { inLanguage } from '../../i18n/register.js';
import { copyButton } from './copy.js';

const english = { journey, sharing };

/** The way out of an app whose browser platforms refuse, before a person tries there in vain; elsewhere nothing. */
export function inApp(lang: string): TemplateResult | typeof nothing {
  if (!isInAppBrowser()) return nothing;
  const { journey, sharing } = inLanguage(english, lang);
  const page = location.href;
  const browser = androidIntentUrl(page);
  return html`
    <div part="in-app" role="note">
      <p>${journey.inApp}</p>
      <div part="actions">
        ${browser ? html`<a part="button primary" href=${browser}>${journey.openInBrowser}</a>` : nothing}
        ${copyButton(page, { label: sharing.copy, lang, as: browser ? 'button' : 'button primary' })}
      </div>
    </div>
  `;
}
