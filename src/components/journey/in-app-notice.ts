import { html, nothing, type TemplateResult } from 'lit';
import { toAndroidIntentUrl, isInApp } from '../../flow/in-app-browser.js';
import { journey } from '../../i18n/locales/en/journey.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { localizeMessages } from '../../i18n/localize-messages.js';
import { renderCopyTextButton } from './copy-text-button.js';

const english = { journey, sharing };

/** Offers to open the page in a real browser if it runs in an app's built-in one, which some platforms refuse. */
export function renderInAppNotice(lang: string): TemplateResult | typeof nothing {
  if (!isInApp()) return nothing;
  const { journey, sharing } = localizeMessages(english, lang);
  const pageUrl = location.href;
  const intentUrl = toAndroidIntentUrl(pageUrl);
  return html`
    <div part="in-app" role="note">
      <p>${journey.inApp}${intentUrl ? nothing : ` ${journey.pasteLink}`}</p>
      <div part="actions">
        ${intentUrl ? html`<a part="button primary" href=${intentUrl}>${journey.openInBrowser}</a>` : nothing}
        ${renderCopyTextButton(pageUrl, { label: sharing.copy, lang, part: intentUrl ? 'button' : 'button primary' })}
      </div>
    </div>
  `;
}
