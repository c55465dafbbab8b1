import { html, nothing, type TemplateResult } from 'lit';
import { toAndroidIntentUrl, isInAppBrowser } from '../../flow/in-app-browser.js';
import { journey } from '../../i18n/locales/en/journey.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { messagesFor } from '../../i18n/messages-for.js';
import { renderCopyButton } from './copy-button.js';

const english = { journey, sharing };

/** Offers to open the page in a real browser if it runs in an app's built-in one, which some platforms refuse. */
export function renderInAppNotice(lang: string): TemplateResult | typeof nothing {
  if (!isInAppBrowser()) return nothing;
  const { journey, sharing } = messagesFor(english, lang);
  const page = location.href;
  const browser = toAndroidIntentUrl(page);
  return html`
    <div part="in-app" role="note">
      <p>${journey.inApp}${browser ? nothing : ` ${journey.pasteLink}`}</p>
      <div part="actions">
        ${browser ? html`<a part="button primary" href=${browser}>${journey.openInBrowser}</a>` : nothing}
        ${renderCopyButton(page, { label: sharing.copy, lang, part: browser ? 'button' : 'button primary' })}
      </div>
    </div>
  `;
}
