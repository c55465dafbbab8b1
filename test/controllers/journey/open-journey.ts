import assert from 'node:assert/strict';
import { CodatError } from '../../../src/api/errors.js';
import type { ConnectRequest, ConnectState, FactFromPanel } from '../../../src/flow/connect-state.js';
import { Journey } from '../../../src/controllers/journey/journey.js';
import { createSession } from '../../../src/session/session.js';
import { PageElement } from '../../support/browser-tab.js';
import { connectionWith, consentVersion } from '../../flow/connections.js';
import { FakeWindow, FakeServices } from './fake-services.js';

export const xero = { key: 'gbol', name: 'Xero' };
export const sage = { key: 'tgff', name: 'Sage Accounting' };
export const pending = connectionWith('PendingAuth');
export const linked = connectionWith('Linked');
export const busy = new CodatError('busy', 'Too many.');

/** The fake services respond instead of the session. */
const failToGetToken = (): never => assert.fail('The session requested a token.');

/** A journey with fake services, to which the test responds. */
export function openJourney() {
  const services = new FakeServices();
  const states: ConnectState['at'][] = [];
  const listeners = new Set<(state: ConnectState) => void>();
  const journey = new Journey(createSession({ getToken: failToGetToken }), services);
  journey.subscribe(() => {
    states.push(journey.state.at);
    for (const notify of [...listeners]) notify(journey.state);
  });
  const origin = new PageElement() as unknown as HTMLElement;
  const start = (window: FakeWindow, request: ConnectRequest): void => journey.start(origin, window, request);
  const prepare = (request: ConnectRequest, hostAsksFor: 'consent' | 'nothing'): void =>
    journey.prepare(origin, request, hostAsksFor);
  const dispatch = (fact: FactFromPanel): void => journey.dispatch(fact, origin);

  /** The next state for which the condition holds, the current one included. */
  const waitFor = async (is: (state: ConnectState) => boolean): Promise<ConnectState> =>
    new Promise((resolve) => {
      const notify = (state: ConnectState): void => {
        if (!is(state)) return;
        listeners.delete(notify);
        resolve(state);
      };
      listeners.add(notify);
      notify(journey.state);
    });

  /** The next state of this name, the current one included. */
  const at = async (name: ConnectState['at']): Promise<ConnectState> => waitFor((state) => state.at === name);

  /** Starts with Xero, and resolves once the person can sign in. */
  const signingIn = async (window = new FakeWindow(), before = pending) => {
    start(window, { platform: xero });
    (await services.connects.next()).resolve(before);
    await at('authorizing');
    return window;
  };

  return { services, journey, start, prepare, dispatch, states, at, waitFor, signingIn };
}

export const forbidden = new CodatError('refused', 'Consent first.', { status: 403 });

/** A journey to Xero whose host asks for consent, up to the moment when the person reads the terms. */
export async function openConsent(version = '1') {
  const journey = openJourney();
  journey.prepare({ platform: xero }, 'consent');
  (await journey.services.consents.next()).resolve(consentVersion(version));
  await journey.waitFor(
    ({ at, ...state }) =>
      at === 'preparing' && 'consentState' in state && state.consentState.is === 'consent',
  );
  return journey;
}
