import { html, nothing, type TemplateResult } from 'lit';
import type { ShareLink } from '../../api/schemas/share-link.js';
import type { ConnectState } from '../../flow/connect-state.js';
import { journey } from '../../i18n/locales/en/journey.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { messagesFor } from '../../i18n/messages-for.js';
import type { JourneyOptions } from '../journey/journey-panel.js';
import { inAppNotice } from '../journey/in-app-notice.js';
import { reportNotListed } from './analytics.js';
import { shareLinksList } from '../journey/share-links-list.js';

const english = { journey, sharing };

interface SecondaryActionsOptions extends Pick<JourneyOptions, 'lang' | 'lender' | 'actions'> {
  /** The links made for other people. */
  readonly shareLinks: readonly ShareLink[];
  readonly picker: EventTarget;
  /** The text in the search field. */
  readonly query: string;
  /** Whether 'My platform isn't listed' is open, which shows what else the host offers. */
  readonly isNotListed: boolean;
  readonly onNotListedToggle: (isNotListed: boolean) => unknown;
}

/** Rendered before and after the platforms, for people who can't simply pick one and sign in. */
export function secondaryActions(
  state: ConnectState,
  options: SecondaryActionsOptions,
): { readonly before: TemplateResult; readonly after: TemplateResult } {
  const { journey, sharing: messages } = messagesFor(english, options.lang);
  const { lender, picker, query, shareLinks, isNotListed, onNotListedToggle, actions } = options;
  const onToggle = ({ target }: Event): void => {
    if (!(target instanceof HTMLDetailsElement) || target.open === isNotListed) return;
    onNotListedToggle(target.open);
    if (target.open) reportNotListed(picker, query);
  };
  const someoneElseSignsIn = state.at === 'choosing' && state.signsIn === 'other';
  return {
    before: html`${inAppNotice(options.lang)}
    ${someoneElseSignsIn ? html`<p part="note" role="status">${messages.choose}</p>` : nothing}`,
    after: html`
      ${
        shareLinks.length > 0
          ? html`<div part="group" role="group" aria-label=${messages.sent}>
              <div part="group-title" aria-hidden="true">${messages.sent}</div>
              ${shareLinksList(shareLinks, options)}
            </div>`
          : nothing
      }
      <details part="not-listed" ?open=${isNotListed} @toggle=${onToggle}>
        <summary>${journey.notListed}</summary>
        <slot name="not-listed"><p part="note">${journey.otherWays(lender)}</p></slot>
      </details>
      ${
        someoneElseSignsIn
          ? html`<button part="button quiet" @click=${actions.reset}>${messages.myself}</button>`
          : html`<button part="button quiet" @click=${actions.delegate}>${messages.ask}</button>`
      }
    `,
  };
}
