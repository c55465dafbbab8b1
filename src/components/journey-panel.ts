import { html, nothing, type TemplateResult } from 'lit';
import type { Journey } from '../controllers/journey.js';
import type { ConnectState, Wish } from '../flow/connect-state.js';
import { common } from '../i18n/locales/en/common.js';
import { errors } from '../i18n/locales/en/errors.js';
import { journey } from '../i18n/locales/en/journey.js';
import { inLanguage } from '../i18n/register.js';
import { icons } from './icons.js';
import { panel } from './panel.js';
import { preparingPanel } from './preparing-panel.js';

const english = { common, errors, journey };

/** What a person can do while a journey shows. */
export interface JourneyWishes {
  readonly go: (wish: Wish) => void;
  readonly consider: (wish: Wish) => void;
  /** Goes to the sign-in page in this tab. */
  readonly leave: (url: string) => void;
  readonly cancel: () => void;
  readonly reset: () => void;
  /** The journey itself. */
  readonly source: Pick<Journey, 'answer' | 'insist'> | undefined;
}

export interface JourneyFacts {
  /** The language to speak. */
  readonly lang: string;
  readonly level: number;
  readonly lender: string;
  readonly companyId: string | undefined;
  readonly wishes: JourneyWishes;
  /** Where leaving leads: back to the platforms, or out of the way. */
  readonly leave: 'platforms' | 'away';
  /** What stands beside it once connected. */
  readonly next?: unknown;
}

/** The journey as a person sees it, from the click on a platform to its end. There is nothing to show before that. */
export function journeyPanel(
  state: Exclude<ConnectState, { at: 'choosing' }>,
  facts: JourneyFacts,
): TemplateResult {
  const { lang, level, wishes, leave: leaveBy, next } = facts;
  const { common, errors: advice, journey: say } = inLanguage(english, lang);
  const { name } = state.platform;
  const again = (part: string): TemplateResult =>
    html`<button part=${part} @click=${() => retry(state, wishes)}>${say.startAgain}</button>`;
  const cancel = html`<button part="button quiet" @click=${wishes.cancel}>${say.cancel}</button>`;
  const leave = (part: string): TemplateResult =>
    html`<button part=${part} @click=${wishes.reset}>
      ${say.leave[state.at === 'connected' ? 'connected' : leaveBy]}
    </button>`;

  // A click that the host has taken, or that opens another tab, goes its own way.
  const here = (event: MouseEvent): void => {
    if (state.at !== 'authorizing' && state.at !== 'confirming') return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!state.connection.linkUrl) return;
    event.preventDefault();
    wishes.leave(state.connection.linkUrl);
  };

  switch (state.at) {
    case 'preparing':
      return preparingPanel(state, facts);
    case 'creating':
      return panel({ says: say.creating, level, awaiting: true, actions: cancel });
    case 'confirming':
    case 'authorizing':
      if (state.at === 'confirming' && state.returned)
        return panel({ says: say.confirming(name), level, awaiting: true, actions: cancel });
      return state.by === 'link'
        ? panel({
            says: say.blocked(name),
            level,
            actions: html`<a
                part="button primary"
                href=${state.connection.linkUrl ?? nothing}
                rel="noreferrer"
                @click=${here}
                >${say.continueTo(name)} ${icons.leave}</a
              >${cancel}`,
          })
        : panel({
            says: say.authorizing(name),
            level,
            awaiting: true,
            actions: html`${again('button')}
              <a
                part="button quiet"
                href=${state.connection.linkUrl ?? nothing}
                rel="noreferrer"
                @click=${here}
                >${say.openHere}</a
              >${cancel}`,
          });
    case 'connected':
      return panel({
        says: say.connected(name, state.connection.organisation),
        level,
        mark: { icon: 'check', tone: 'success' },
        actions: html`${next}${leave('button')}`,
      });
    case 'abandoned':
      return panel({
        says: say.abandoned[state.reason](name),
        level,
        mark: { icon: 'dash', tone: 'quiet' },
        actions: html`${again('button primary')}${leave('button')}`,
      });
    case 'failed':
      return panel({
        says: advice[state.error.kind],
        level,
        mark: { icon: 'alert', tone: 'danger' },
        reference: state.error.correlationId && common.reference(state.error.correlationId),
        // What isn't supported now won't be at the next try either.
        actions:
          state.error.kind === 'unsupported'
            ? leave('button primary')
            : html`${again('button primary')}${leave('button')}`,
      });
  }
}

/** Does once more what didn't come to its end. */
function retry(state: Exclude<ConnectState, { at: 'choosing' }>, wishes: JourneyWishes): void {
  if (state.at === 'failed' && state.while === 'preparing') wishes.consider(state);
  else wishes.go(state);
}
