import { html, nothing, type TemplateResult } from 'lit';
import type { ShareLink } from '../../api/schemas/share-link.js';
import type { JourneyViewOptions } from '../../controllers/journey/journey-view-module.js';
import type { StateAt } from '../../flow/connect-state.js';
import { common } from '../../i18n/locales/en/common.js';
import { preparing } from '../../i18n/locales/en/preparing.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { localizeMessages } from '../../i18n/localize-messages.js';
import { formatDateTime } from '../format-date.js';
import { renderPanel } from '../panel.js';
import { renderLeaveJourneyButton } from './leave-journey-button.js';
import { renderSendLinkButtons } from './send-link-buttons.js';
import { isShareLinkUsable, renderWithdrawalError, renderWithdrawButton } from './share-links-list.js';
import { continueOrFocusConsentCheckbox, renderConsentTextAndCheckbox } from './consent-text-and-checkbox.js';

const english = { common, preparing, sharing };

/** Explains share links, and offers to make one. */
export function renderCreateShareLinkPanel(
  state: StateAt<'preparing'>,
  options: JourneyViewOptions,
): TemplateResult {
  const { lang, level, lender, actions } = options;
  const messages = localizeMessages(english, lang);
  const { sharing } = messages;
  const { consentState, platform } = state;
  return renderPanel({
    message: { title: sharing.heading(platform.name), advice: '' },
    level,
    back: renderLeaveJourneyButton(options),
    content: html`
      ${sharing.explains(platform.name, lender).map((line) => html`<p>${line}</p>`)}
      ${renderConsentTextAndCheckbox(consentState, { messages, onAnswer: (yes) => actions.dispatch({ type: 'consentToggled', yes }) })}
    `,
    actions: html`
      <button
        part="button primary"
        aria-disabled=${consentState.is === 'loading' ? 'true' : nothing}
        @click=${(event: Event) => continueOrFocusConsentCheckbox(event, state, actions)}
      >
        ${sharing.get}
      </button>
      <button part="button" @click=${() => actions.prepare({ platform })}>${sharing.myself}</button>
    `,
  });
}

/** The link to send, and its status. */
export function renderShareLinkPanel(state: StateAt<'shared'>, options: JourneyViewOptions): TemplateResult {
  const { lang, level, lender, actions } = options;
  const messages = localizeMessages(english, lang);
  const { sharing } = messages;
  const { platform, shareLink } = state;
  const isUsable = isShareLinkUsable(shareLink);
  return renderPanel({
    message: sharing.standings[shareLink.status](platform.name),
    level,
    back: renderLeaveJourneyButton(options),
    ...(shareLink.status === 'connected' && { mark: { icon: 'check', tone: 'success' } as const }),
    content: html`
      ${isUsable && shareLink.url ? renderLink(shareLink, shareLink.url, { lang, lender, messages, name: platform.name }) : nothing}
      ${renderWithdrawalError(shareLink, options)}
    `,
    actions: html`
      ${
        isUsable || shareLink.status === 'connected'
          ? nothing
          : html`<button part="button primary" @click=${actions.delegate}>${sharing.again}</button>`
      }
      ${isUsable ? renderWithdrawButton(shareLink, options) : nothing}
    `,
  });
}

interface LinkOptions {
  readonly lang: string;
  readonly lender: string;
  readonly name: string;
  readonly messages: typeof english;
}

function renderLink(
  { expires }: ShareLink,
  url: string,
  { lang, lender, name, messages }: LinkOptions,
): TemplateResult {
  const { sharing } = messages;
  const expiry = expires ? formatDateTime(expires, lang) : '';
  const onFocus = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) target.select();
  };
  return html`
    <input part="link" dir="ltr" readonly aria-label=${sharing.link} .value=${url} @focus=${onFocus} />
    ${expiry ? html`<p part="small">${sharing.until(expiry)}</p>` : nothing}
    <div part="actions">
      ${renderSendLinkButtons({ url, subject: sharing.subject(name, lender), body: sharing.body(name, lender, { url, until: expiry }) }, lang)}
    </div>
  `;
}
