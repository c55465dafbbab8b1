import { html, nothing } from 'lit';
import { parseLenderDataTypes } from '../../api/schemas/lender-data-types.js';
import type {
  ContentAroundPlatforms,
  ContentAroundPlatformsOptions,
} from '../../controllers/journey/journey-view-module.js';
import type { ConnectState } from '../../flow/connect-state.js';
import { journey } from '../../i18n/locales/en/journey.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { localizeMessages } from '../../i18n/localize-messages.js';
import { renderInAppNotice } from './in-app-notice.js';
import { renderShareLinksList } from './share-links-list.js';

const english = { journey, sharing };

/**
 * The intro about the data that the lender reads, what stands before the platforms (the notice in an app's browser) and
 * after them (share links, the advice if one isn't listed, the ways to ask someone else).
 */
export function renderContentAroundPlatforms(
  state: ConnectState,
  options: ContentAroundPlatformsOptions,
): ContentAroundPlatforms {
  const { journey, sharing } = localizeMessages(english, options.lang);
  const { lender, reads, sourceTypes, shareLinks, isNotListed, onNotListedToggle, actions } = options;
  const onToggle = ({ target }: Event): void => {
    if (!(target instanceof HTMLDetailsElement) || target.open === isNotListed) return;
    onNotListedToggle(target.open);
  };
  const someoneElseSignsIn = state.at === 'choosing' && state.signsIn === 'other';
  const { dataTypes, readsOnly } = parseLenderDataTypes(reads);
  const shownTypes = dataTypes
    .filter(({ sourceType }) => sourceTypes.includes(sourceType))
    .flatMap((read) => read.dataTypes);
  return {
    intro: shownTypes.length > 0 ? journey.reads(lender, shownTypes, readsOnly) : journey.intro(lender),
    before: html`${renderInAppNotice(options.lang)}
    ${someoneElseSignsIn ? html`<p part="note" data-announced>${sharing.choose}</p>` : nothing}`,
    after: html`
      ${
        shareLinks.length > 0
          ? html`<div part="group" role="group" aria-label=${sharing.sent}>
              <div part="group-title" aria-hidden="true">${sharing.sent}</div>
              ${renderShareLinksList(shareLinks, options)}
            </div>`
          : nothing
      }
      <details part="not-listed" ?open=${isNotListed} @toggle=${onToggle}>
        <summary part="button quiet">${journey.notListed}</summary>
        <slot name="not-listed"><p part="note">${journey.otherWays(lender)}</p></slot>
      </details>
      ${
        someoneElseSignsIn
          ? html`<button part="button quiet" @click=${() => actions.dispatch({ type: 'reset' })}>
              ${sharing.myself}
            </button>`
          : html`<button part="button quiet" @click=${actions.delegate}>${sharing.ask}</button>`
      }
    `,
  };
}
