import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ShareLink } from '../../api/schemas/share-link.js';
import type { JourneyViewOptions } from '../../controllers/journey/journey-view-module.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { localizeMessages } from '../../i18n/localize-messages.js';
import { formatDateTime } from '../format-date.js';
import { icons, type IconName } from '../icons.js';
import { renderReferenceButton } from './copy-text-button.js';

const english = { errors, sharing };

const iconByStatus: Readonly<Record<ShareLink['status'], IconName>> = {
  open: 'clock',
  used: 'clock',
  connected: 'check',
  withdrawn: 'dash',
  expired: 'dash',
  Unknown: 'dash',
};

/** The company's links with their statuses, and a button to withdraw those that still work. */
export function renderShareLinksList(
  shareLinks: readonly ShareLink[],
  { lang, actions }: WithdrawOptions,
): TemplateResult {
  const { sharing } = localizeMessages(english, lang);
  return html`
    <ul part="shares" aria-label=${sharing.sent}>
      ${repeat(
        shareLinks,
        ({ id }) => id,
        (shareLink) => html`
          <li part="share" tabindex="-1" data-status=${shareLink.status}>
            <span part="share-name" dir="auto">${shareLink.platformName}</span>
            <span part="small" role="status">
              ${icons[iconByStatus[shareLink.status]]} ${sharing.statuses[shareLink.status]}
              ${isShareLinkUsable(shareLink) && shareLink.expires ? html`· ${sharing.until(formatDateTime(shareLink.expires, lang))}` : nothing}
            </span>
            ${isShareLinkUsable(shareLink) ? renderWithdrawButton(shareLink, { lang, actions }) : nothing}
            ${renderWithdrawalError(shareLink, { lang, actions })}
          </li>
        `,
      )}
    </ul>
  `;
}

/** Whether someone can still sign in with the link. */
export const isShareLinkUsable = ({ status }: ShareLink): boolean => status === 'open' || status === 'used';

type WithdrawOptions = Pick<JourneyViewOptions, 'lang' | 'actions'>;

export function renderWithdrawButton(
  shareLink: ShareLink,
  { lang, actions }: WithdrawOptions,
): TemplateResult {
  const { withdraw, withdrawFor } = localizeMessages(english, lang).sharing;
  const onClick = ({ currentTarget }: Event): void => {
    // The button disappears once the link is withdrawn, so its row gets focus first.
    (currentTarget as HTMLElement).closest('li')?.focus();
    void actions.source?.withdraw(shareLink);
  };
  return html`<button
    part="button quiet"
    aria-label=${withdrawFor(shareLink.platformName)}
    aria-disabled=${actions.source?.withdrawing.is === 'running' ? 'true' : nothing}
    @click=${onClick}
  >
    ${withdraw}
  </button>`;
}

/** The error if this link could not be withdrawn. */
export function renderWithdrawalError(
  shareLink: ShareLink,
  { lang, actions }: WithdrawOptions,
): TemplateResult | typeof nothing {
  const withdrawing = actions.source?.withdrawing;
  if (withdrawing?.is !== 'failed' || withdrawing.subject.id !== shareLink.id) return nothing;
  const { errors } = localizeMessages(english, lang);
  const { kind, correlationId } = withdrawing.error;
  return html`<p part="note" role="alert">
    ${errors[kind].title}. ${errors[kind].advice} ${renderReferenceButton(correlationId, lang)}
  </p>`;
}
