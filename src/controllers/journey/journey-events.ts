import { ConsentedEvent } from '../../events/consented.js';
import { FailedEvent } from '../../events/failed.js';
import { AbandonedEvent, ConnectedEvent, StartedEvent } from '../../events/sign-in-attempt.js';
import { SharedEvent } from '../../events/share-link-created.js';
import { SteppedEvent, type Step } from '../../events/analytics-step.js';
import type { ConnectState } from '../../flow/connect-state.js';

/** The events to dispatch when the journey changes state: the event of the new state, and `codat-stepped` for analytics. */
export function eventsForTransition(state: ConnectState, previous: ConnectState): readonly Event[] {
  const event = eventFor(state, previous);
  const step = stepFor(state, previous);
  return [...(event ? [event] : []), ...(step ? [new SteppedEvent(step, stepDetails(state))] : [])];
}

function eventFor(state: ConnectState, previous: ConnectState): Event | undefined {
  switch (state.at) {
    case 'creating':
    case 'sharing':
      return previous.at === state.at && state.givenConsent?.is === 'recorded'
        ? new ConsentedEvent(state.givenConsent.receipt)
        : undefined;
    case 'authorizing':
      return previous.at === 'creating' ? new StartedEvent(state.connection) : undefined;
    case 'shared':
      return previous.at === 'sharing' ? new SharedEvent(state.platform, state.shareLink) : undefined;
    case 'connected':
      return new ConnectedEvent(state.connection);
    case 'abandoned':
      return new AbandonedEvent(state.connection, state.reason);
    case 'failed':
      return new FailedEvent(state.error);
    default:
      return undefined;
  }
}

function stepFor(state: ConnectState, previous: ConnectState): Step | undefined {
  switch (state.at) {
    case 'choosing':
      return undefined;
    case 'preparing':
      return previous.at === 'preparing' ? undefined : 'prepared';
    case 'creating':
    case 'sharing':
      return previous.at === state.at ? 'consented' : undefined;
    case 'authorizing':
      if (previous.at !== 'creating') return undefined;
      return state.openedIn === 'link' ? 'blocked' : 'opened';
    case 'confirming':
      return state.returned ? 'returned' : undefined;
    case 'shared':
      return previous.at === 'sharing' ? 'shared' : undefined;
    case 'connected':
      return 'linked';
    case 'abandoned':
    case 'failed':
      return state.at;
  }
}

function stepDetails(state: ConnectState): ConstructorParameters<typeof SteppedEvent>[1] {
  if (state.at === 'choosing') return {};
  const { key } = state.platform;
  const connection = 'connection' in state ? state.connection : undefined;
  return connection ? { key, sourceType: connection.sourceType } : { key };
}
