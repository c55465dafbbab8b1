import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ShareLink } from '../../api/schemas/share-link.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { inLanguage } from '../../i18n/register.js';
import { reference } from './copy.js';
import { icons, type Icon } from '../icons.js';
import type { JourneyFacts } from './journey-panel.js';
import { inWords } from './sharing-panel.js';

const english = { errors, sharing };

const marks: Readonly<Record<ShareLink['status'], Icon>> = {
  open: 'clock',
  used: 'clock',
  connected: 'check',
  withdrawn: 'dash',
  expired: 'dash',
  Unknown: 'dash',
};

/** Where each link stands that a company's people made, and the way to withdraw those that still work. */
export function sharesList(
  shares: readonly ShareLink[],
  { lang, wishes }: Pick<JourneyFacts, 'lang' | 'wishes'>,
): TemplateResult {
  const { errors, sharing: say } = inLanguage(english, lang);
  const withdrawing = wishes.source?.withdrawing ?? { is: 'idle' };
  const trouble = (share: ShareLink): TemplateResult | typeof nothing => {
    if (withdrawing.is !== 'failed' || withdrawing.subject.id !== share.id) return nothing;
    const { kind, correlationId } = withdrawing.error;
    return html`<p part="note" role="alert">
      ${errors[kind].title}. ${errors[kind].advice} ${reference(correlationId, lang)}
    </p>`;
  };
  return html`
    <ul part="shares" aria-label=${say.sent}>
      ${repeat(
        shares,
        ({ id }) => id,
        (share) => html`
          <li part="share" data-status=${share.status}>
            <span part="share-name" dir="auto">${share.platformName}</span>
            <span part="small">
              ${icons[marks[share.status]]} ${say.statuses[share.status]}
              ${works(share) && share.expires ? html`· ${say.until(inWords(share.expires, lang))}` : nothing}
            </span>
            ${
              works(share)
                ? html`<button
                    part="button quiet"
                    aria-label=${say.withdrawFor(share.platformName)}
                    aria-disabled=${withdrawing.is === 'running' ? 'true' : nothing}
                    @click=${() => void wishes.source?.withdraw(share)}
                  >
                    ${say.withdraw}
                  </button>`
                : nothing
            }
            ${trouble(share)}
          </li>
        `,
      )}
    </ul>
  `;
}

const works = ({ status }: ShareLink): boolean => status === 'open' || status === 'used';
