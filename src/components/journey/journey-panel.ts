import { html, nothing, type TemplateResult } from 'lit';
import type { Journey } from '../../controllers/journey/journey.js';
import type { Attempt, ConnectState, StateAt, Wish } from '../../flow/connect-state.js';
import { common } from '../../i18n/locales/en/common.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { journey } from '../../i18n/locales/en/journey.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import type { Messages } from '../../i18n/messages.js';
import { inLanguage } from '../../i18n/register.js';
import { reference } from './copy.js';
import { signInAgain } from './failure.js';
import { icons } from '../icons.js';
import { panel } from '../panel.js';
import { comparingPanel } from './comparing-panel.js';
import { preparingPanel } from './preparing-panel.js';
import { sharedPanel } from './sharing-panel.js';

const english = { common, errors, journey, sharing };

/** What a person can do while a journey shows. */
export interface JourneyActions {
  readonly signIn: (wish: Wish) => void;
  readonly prepare: (wish: Wish) => void;
  /** Someone else has the log-in. */
  readonly delegate: () => void;
  /** Goes to the sign-in page in this tab. */
  readonly leaveTab: (url: string) => void;
  readonly cancel: () => void;
  readonly reset: () => void;
  /** The journey itself. */
  readonly source:
    | Pick<Journey, 'acceptOrganisation' | 'answerConsent' | 'proceed' | 'withdraw' | 'withdrawing'>
    | undefined;
}

export interface JourneyFacts {
  /** The language to speak. */
  readonly lang: string;
  readonly level: number;
  readonly lender: string;
  readonly companyId: string | undefined;
  readonly wishes: JourneyActions;
  /** Where leaving leads: back to the platforms, or out of the way. */
  readonly leave: 'platforms' | 'away';
  /** What stands beside it once connected. */
  readonly next?: unknown;
}

type Shown = Exclude<ConnectState, { at: 'choosing' }>;

/** The journey as a person sees it, from the click on a platform to its end. There is nothing to show before that. */
export function journeyPanel(state: Shown, facts: JourneyFacts): TemplateResult {
  const { lang, level, wishes, leave: leaveBy, next } = facts;
  const { common, errors: advice, journey: say, sharing: share } = inLanguage(english, lang);
  const { name } = state.platform;
  const again = (part: string): TemplateResult =>
    html`<button part=${part} @click=${() => retry(state, wishes)}>${say.startAgain}</button>`;
  const cancel = html`<button part="button quiet" @click=${wishes.cancel}>${say.cancel}</button>`;
  const leave = (part: string): TemplateResult =>
    html`<button part=${part} @click=${wishes.reset}>
      ${say.leave[state.at === 'connected' ? whenConnected(state, leaveBy) : leaveBy]}
    </button>`;
  const delegate = mayDelegate(state)
    ? html`<button part="button quiet" @click=${wishes.delegate}>${share.ask}</button>`
    : nothing;

  // A click that the host has taken, or that opens another tab, goes its own way.
  const here = (event: MouseEvent): void => {
    if (state.at !== 'authorizing' && state.at !== 'confirming') return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!state.connection.linkUrl) return;
    event.preventDefault();
    wishes.leaveTab(state.connection.linkUrl);
  };

  switch (state.at) {
    case 'preparing':
      return preparingPanel(state, facts);
    case 'creating':
      return panel({ says: say.creating, level, awaiting: true, actions: cancel });
    case 'sharing':
      return panel({ says: share.making, level, awaiting: true, actions: cancel });
    case 'shared':
      return sharedPanel(state, facts);
    case 'confirming':
    case 'authorizing':
      if (state.at === 'confirming' && state.returned)
        return panel({ says: say.confirming(name), level, awaiting: true, actions: cancel });
      return state.by === 'link'
        ? panel({
            says: say.blocked(name),
            level,
            content: forWhom(state, say),
            actions: html`<a
                part="button primary"
                href=${state.connection.linkUrl ?? nothing}
                rel="noreferrer"
                @click=${here}
                >${say.continueTo(name)} ${icons.leave}</a
              >${delegate}${cancel}`,
          })
        : panel({
            says: say.authorizing(name, state.by),
            level,
            content: forWhom(state, say),
            awaiting: true,
            actions: html`${again('button')}
              <a
                part="button quiet"
                href=${state.connection.linkUrl ?? nothing}
                rel="noreferrer"
                @click=${here}
                >${state.by === 'tab' ? say.continueTo(name) : say.openHere}</a
              >${delegate}${cancel}`,
          });
    case 'comparing':
      return comparingPanel(state, facts);
    case 'connected':
      return panel({
        says: say.connected(name, state.connection.organisation),
        level,
        mark: { icon: 'check', tone: 'success' },
        content: state.unsure
          ? html`<p part="note">${say.unsure(state.unsure.organisation, state.connection.organisation)}</p>`
          : nothing,
        actions: html`${next}${leave('button')}`,
      });
    case 'abandoned':
      return panel({
        says: say.abandoned[state.reason](name),
        level,
        mark: { icon: 'dash', tone: 'quiet' },
        actions: html`${again('button primary')}${leave('button')}${delegate}`,
      });
    case 'failed':
      return panel({
        says: tooMany(state) ? share.tooMany : advice[state.error.kind],
        level,
        mark: { icon: 'alert', tone: 'danger' },
        reference: reference(state.error.correlationId, lang),
        // What isn't supported now won't be at the next try either.
        actions:
          state.error.kind === 'unsupported' || tooMany(state)
            ? leave('button primary')
            : state.error.kind === 'signed-out'
              ? html`${signInAgain(common)}${again('button')}${leave('button')}`
              : html`${again('button primary')}${leave('button')}${delegate}`,
      });
  }
}

/** There is one accounting platform at a time, and as many banks and shops as a person has. */
const whenConnected = (
  { connection }: StateAt<'connected'>,
  leave: JourneyFacts['leave'],
): 'connected' | 'another' =>
  leave === 'platforms' && connection.sourceType !== 'Accounting' ? 'another' : 'connected';

/** Whose books it is about again, while a connection is renewed. */
const forWhom = ({ was }: Attempt, { sameAsBefore }: Messages['journey']): unknown =>
  was && html`<p part="note">${sameAsBefore(was.organisation)}</p>`;

/** A link for someone else begins a connection; what was connected once, whoever has the list renews themselves. */
const mayDelegate = (state: Shown): boolean =>
  !('replaces' in state) && (!('connection' in state) || state.connection.status === 'PendingAuth');

/** As many links as there may be; the gateway makes no more. */
const tooMany = (state: StateAt<'failed'>): boolean =>
  state.while === 'sharing' && state.error.kind === 'busy';

/** Does once more what didn't come to its end. */
function retry(state: Shown, wishes: JourneyActions): void {
  if (state.at === 'failed' && state.while === 'preparing') wishes.prepare(state);
  else if (state.at === 'failed' && state.while === 'sharing') wishes.source?.proceed(state);
  else wishes.signIn(state);
}
