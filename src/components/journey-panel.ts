import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../api/schemas/connection.js';
import type { Chosen, ConnectState } from '../flow/connect-flow.js';
import type { Messages } from '../i18n/messages.js';
import { icons } from './icons.js';
import { panel } from './panel.js';

/** What a person can do while a journey shows. */
export interface JourneyWishes {
  readonly again: (platform: Chosen, connection?: Connection) => void;
  readonly cancel: () => void;
  readonly reset: () => void;
}

interface JourneyFacts {
  readonly words: Pick<Messages, 'common' | 'errors' | 'journey'>;
  readonly level: number;
  readonly wishes: JourneyWishes;
  /** What leads back to where the journey began. */
  readonly back: string;
  /** What stands beside `back` once connected. */
  readonly next?: unknown;
}

/** The journey as a person sees it, from the click on a platform to its end. There is nothing to show before that. */
export function journeyPanel(
  state: Exclude<ConnectState, { at: 'choosing' }>,
  { words, level, wishes, back, next }: JourneyFacts,
): TemplateResult {
  const { journey } = words;
  const { name } = state.platform;
  const again = (part: string): TemplateResult =>
    html`<button
      part=${part}
      @click=${() => wishes.again(state.platform, 'connection' in state ? state.connection : undefined)}
    >
      ${journey.startAgain}
    </button>`;
  const cancel = html`<button part="button quiet" @click=${wishes.cancel}>${journey.cancel}</button>`;
  const leave = (part: string): TemplateResult =>
    html`<button part=${part} @click=${wishes.reset}>${back}</button>`;

  switch (state.at) {
    case 'creating':
      return panel({ says: journey.creating, level, awaiting: true, actions: cancel });
    case 'confirming':
    case 'authorizing':
      if (state.at === 'confirming' && state.returned)
        return panel({ says: journey.confirming(name), level, awaiting: true, actions: cancel });
      return state.by === 'link'
        ? panel({
            says: journey.blocked(name),
            level,
            actions: html`<a part="button primary" href=${state.connection.linkUrl ?? nothing} rel="noreferrer"
                >${journey.continueTo(name)} ${icons.leave}</a
              >${cancel}`,
          })
        : panel({
            says: journey.authorizing(name),
            level,
            awaiting: true,
            actions: html`${again('button')}
              <a part="button quiet" href=${state.connection.linkUrl ?? nothing} rel="noreferrer">${journey.openHere}</a
              >${cancel}`,
          });
    case 'connected':
      return panel({
        says: journey.connected(name, state.connection.organisation),
        level,
        mark: { icon: 'check', tone: 'success' },
        actions: html`${next}${leave('button')}`,
      });
    case 'abandoned':
      return panel({
        says: journey.abandoned[state.reason](name),
        level,
        mark: { icon: 'dash', tone: 'quiet' },
        actions: html`${again('button primary')}${leave('button')}`,
      });
    case 'failed':
      return panel({
        says: words.errors[state.error.kind],
        level,
        mark: { icon: 'alert', tone: 'danger' },
        reference: state.error.correlationId && words.common.reference(state.error.correlationId),
        actions: html`${again('button primary')}${leave('button')}`,
      });
  }
}
