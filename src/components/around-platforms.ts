import { html, nothing, type TemplateResult } from 'lit';
import type { Share } from '../api/schemas/share.js';
import type { ConnectState } from '../flow/connect-state.js';
import { sharing } from '../i18n/locales/en/sharing.js';
import { inLanguage } from '../i18n/register.js';
import type { JourneyFacts } from './journey-panel.js';
import { sharesList } from './shares-list.js';

interface AroundFacts extends Pick<JourneyFacts, 'lang' | 'wishes'> {
  /** The links for other people that there are. */
  readonly shares: readonly Share[];
}

/** What stands before the platforms and what after them, for those who can't simply pick one and sign in. */
export function aroundPlatforms(
  state: ConnectState,
  facts: AroundFacts,
): { readonly before: unknown; readonly after: TemplateResult } {
  const { sharing: say } = inLanguage({ sharing }, facts.lang);
  const { shares, wishes } = facts;
  const elsewhere = state.at === 'choosing' && state.signsIn === 'other';
  return {
    before: elsewhere ? html`<p part="note" role="status">${say.choose}</p>` : nothing,
    after: html`
      ${
        shares.length > 0
          ? html`<div part="group" role="group" aria-label=${say.sent}>
              <div part="group-title" aria-hidden="true">${say.sent}</div>
              ${sharesList(shares, facts)}
            </div>`
          : nothing
      }
      ${
        elsewhere
          ? html`<button part="button quiet" @click=${wishes.reset}>${say.myself}</button>`
          : html`<button part="button quiet" @click=${wishes.delegate}>${say.ask}</button>`
      }
    `,
  };
}
