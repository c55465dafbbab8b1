import { html, nothing, type TemplateResult } from 'lit';
import type { ShareLink } from '../api/schemas/share-link.js';
import type { ConnectState } from '../flow/connect-state.js';
import { journey } from '../i18n/locales/en/journey.js';
import { sharing } from '../i18n/locales/en/sharing.js';
import { inLanguage } from '../i18n/register.js';
import type { JourneyFacts } from './journey/journey-panel.js';
import { inApp } from './journey/in-app.js';
import { missed } from './platform-picker/funnel.js';
import { sharesList } from './journey/shares-list.js';

const english = { journey, sharing };

interface AroundFacts extends Pick<JourneyFacts, 'lang' | 'lender' | 'wishes'> {
  /** The links for other people that there are. */
  readonly shares: readonly ShareLink[];
  readonly picker: EventTarget;
  /** What is searched for. */
  readonly query: string;
  /** The person says that theirs isn't there, which shows what else the host offers. */
  readonly unlisted: boolean;
  readonly onUnlisted: (unlisted: boolean) => unknown;
}

/** What stands before the platforms and what after them, for those who can't simply pick one and sign in. */
export function aroundPlatforms(
  state: ConnectState,
  facts: AroundFacts,
): { readonly before: TemplateResult; readonly after: TemplateResult } {
  const { journey, sharing: say } = inLanguage(english, facts.lang);
  const { lender, picker, query, shares, unlisted, onUnlisted, wishes } = facts;
  const onToggle = ({ target }: Event): void => {
    if (!(target instanceof HTMLDetailsElement) || target.open === unlisted) return;
    onUnlisted(target.open);
    if (target.open) missed(picker, query);
  };
  const elsewhere = state.at === 'choosing' && state.signsIn === 'other';
  return {
    before: html`${inApp(facts.lang)}
    ${elsewhere ? html`<p part="note" role="status">${say.choose}</p>` : nothing}`,
    after: html`
      ${
        shares.length > 0
          ? html`<div part="group" role="group" aria-label=${say.sent}>
              <div part="group-title" aria-hidden="true">${say.sent}</div>
              ${sharesList(shares, facts)}
            </div>`
          : nothing
      }
      <details part="not-listed" ?open=${unlisted} @toggle=${onToggle}>
        <summary>${journey.notListed}</summary>
        <slot name="not-listed"><p part="note">${journey.otherWays(lender)}</p></slot>
      </details>
      ${
        elsewhere
          ? html`<button part="button quiet" @click=${wishes.reset}>${say.myself}</button>`
          : html`<button part="button quiet" @click=${wishes.delegate}>${say.ask}</button>`
      }
    `,
  };
}
