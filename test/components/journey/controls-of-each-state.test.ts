import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { CodatError, type ErrorKind } from '../../../src/api/errors.js';
import { renderJourney } from '../../../src/components/journey/journey-panel.js';
import type { JourneyViewOptions } from '../../../src/controllers/journey/journey-view-module.js';
import { nextState } from '../../../src/flow/connect-flow.js';
import type {
  ConsentState,
  ConnectFact,
  ConnectState,
  StateAt,
  ConnectRequest,
} from '../../../src/flow/connect-state.js';
import { createSignInHandleForSameTabOrHost } from '../../../src/flow/sign-in-window.js';
import { common } from '../../../src/i18n/locales/en/common.js';
import { errors } from '../../../src/i18n/locales/en/errors.js';
import { connectionWith, consentVersion, shareLinkWith } from '../../flow/connections.js';
import { clear } from '../../support/page.js';

type Place = Exclude<ConnectState['at'], 'choosing'>;

const platform = { key: 'gbol', name: 'Xero' };
const pending = connectionWith('PendingAuth');
const linked = connectionWith('Linked', [], 'Marlow Cafe');
const attempt = { platform, connection: pending, knownErrorIds: new Set<string>() };
const previousOrganisation = { organisation: 'Marlow Bakery' };

/** Every kind of error. */
const kinds = Object.keys(errors) as ErrorKind[];

const requested = (['none', 'yes', 'missing', 'outdated'] as const).map((answer): ConsentState => ({
  is: 'consent',
  consent: consentVersion('1'),
  answer,
}));
const requests: readonly ConnectRequest[] = [
  { platform },
  { platform, connection: pending },
  { platform, replaces: linked },
  { platform: { key: 'tgff', name: 'Sage' }, replaces: { ...linked, can: ['disconnect'] } },
  { platform, signsIn: 'other' },
];

/** Every visible state, each as different as possible. A state without an example does not compile. */
const examples: { readonly [At in Place]: readonly StateAt<At>[] } = {
  preparing: requests.flatMap((request) =>
    [{ is: 'nothing' } as const, { is: 'loading' } as const, ...requested].map((consentState) => ({
      at: 'preparing' as const,
      consentState,
      ...request,
    })),
  ),
  creating: requests.map((request) => ({ at: 'creating', ...request })),
  sharing: [{ at: 'sharing', platform, signsIn: 'other' }],
  shared: (['open', 'used', 'connected', 'withdrawn', 'expired', 'Unknown'] as const).map((status) => ({
    at: 'shared',
    platform,
    shareLink: shareLinkWith(status),
  })),
  authorizing: (['window', 'tab', 'host', 'link'] as const).flatMap((openedIn) => [
    { at: 'authorizing', checks: 0, openedIn, ...attempt },
    {
      at: 'authorizing',
      checks: 0,
      openedIn,
      ...attempt,
      connection: { ...pending, linkUrl: undefined },
      previousOrganisation,
    },
  ]),
  confirming: [true, false].map((returned) => ({
    at: 'confirming',
    checks: 0,
    returned,
    openedIn: 'window',
    ...attempt,
  })),
  comparing: [
    { at: 'comparing', platform, connection: linked, previousOrganisation },
    { at: 'comparing', platform, connection: { ...linked, can: ['disconnect'] }, previousOrganisation },
  ],
  connected: [
    { at: 'connected', platform, connection: linked },
    { at: 'connected', platform, connection: linked, unverified: previousOrganisation },
  ],
  abandoned: (['declined', 'returned', 'cancelled', 'expired'] as const).map((reason) => ({
    at: 'abandoned',
    reason,
    openedIn: 'window',
    ...attempt,
  })),
  failed: kinds.flatMap((kind) =>
    (['preparing', 'connecting', 'sharing'] as const).map((failedStep) => ({
      at: 'failed' as const,
      error: new CodatError(kind, 'It failed.'),
      failedStep,
      platform,
    })),
  ),
};

/** The fact that a click dispatches to the flow. */
type Heard = ConnectFact | 'leaves this page';

/** Draws a state and presses everything that a person can press in it. */
function pressAll(state: StateAt<Place>, leave: JourneyViewOptions['backLabel'], isOpen: boolean): Heard[] {
  const signInWindow = { ...createSignInHandleForSameTabOrHost('tab', () => undefined), isOpen };
  const received: Heard[] = [];
  const listen =
    (fact: Heard): (() => void) =>
    () =>
      received.push(fact);
  const go = (request: ConnectRequest): unknown => received.push({ type: 'confirmed', ...request });
  const place = document.createElement('div');
  place.addEventListener('click', (event) => event.preventDefault());
  document.body.append(place);
  render(
    renderJourney(state, {
      lang: 'en',
      level: 2,
      lender: 'Larkspur',
      session: undefined,
      backLabel: leave,
      actions: {
        signIn: go,
        prepare: (request) => received.push({ type: 'platformSelected', hostAsksFor: 'nothing', ...request }),
        delegate: listen({ type: 'delegated', hostAsksFor: 'nothing' }),
        leaveTab: listen('leaves this page'),
        dispatch: (fact) => received.push(fact),
        source: { withdraw: () => Promise.resolve(), withdrawing: { is: 'idle' }, signInWindow },
      },
    }),
    place,
  );
  for (const control of place.querySelectorAll<HTMLElement>('button:enabled, a[href]')) {
    if (!control.checkVisibility() || control.ariaDisabled === 'true') continue;
    // It would load this very page anew.
    if ([common.signIn, common.reload].includes(control.innerText.trim())) received.push('leaves this page');
    else control.click();
  }
  return received;
}

describe('the journey as it is rendered', () => {
  afterEach(clear);

  for (const [at, states] of Object.entries<readonly StateAt<Place>[]>(examples))
    it(`has a control that leads on from ${at}`, () => {
      for (const state of states)
        for (const [leave, isOpen] of [
          ['platforms', true],
          ['away', false],
        ] as const) {
          const leads = pressAll(state, leave, isOpen).filter(
            (fact) => fact === 'leaves this page' || nextState(state, fact).at !== state.at,
          );
          expect(leads, JSON.stringify(state)).to.not.be.empty;
          clear();
        }
    });
});
