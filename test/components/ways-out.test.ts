import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { CodatError, type ErrorKind } from '../../src/api/errors.js';
import { journeyPanel, type JourneyOptions } from '../../src/components/journey/journey-panel.js';
import { next } from '../../src/flow/connect-flow.js';
import type { Asks, ConnectFact, ConnectState, StateAt, Wish } from '../../src/flow/connect-state.js';
import { common } from '../../src/i18n/locales/en/common.js';
import { errors } from '../../src/i18n/locales/en/errors.js';
import { connectionIn, consentIn, shareIn } from '../flow/connections.js';
import { clear } from '../support/page.js';

type Place = Exclude<ConnectState['at'], 'choosing'>;

const platform = { key: 'gbol', name: 'Xero' };
const pending = connectionIn('PendingAuth');
const linked = connectionIn('Linked', [], 'Marlow Cafe');
const attempt = { platform, connection: pending, before: new Set<string>() };
const was = { organisation: 'Marlow Bakery' };

/** Every kind of error there are words for, which is every kind there is. */
const kinds = Object.keys(errors) as ErrorKind[];

const asked = (['none', 'yes', 'missing', 'outdated'] as const).map((answer): Asks => ({
  is: 'consent',
  consent: consentIn('1'),
  answer,
}));
const wishes: readonly Wish[] = [
  { platform },
  { platform, connection: pending },
  { platform, replaces: linked },
  { platform: { key: 'tgff', name: 'Sage' }, replaces: { ...linked, can: ['disconnect'] } },
  { platform, signsIn: 'other' },
];

/** Every state with something to show, as unlike one another as they come. A state without an example does not compile. */
const examples: { readonly [At in Place]: readonly StateAt<At>[] } = {
  preparing: wishes.flatMap((wish) =>
    [{ is: 'nothing' } as const, { is: 'loading' } as const, ...asked].map((asks) => ({
      at: 'preparing' as const,
      asks,
      ...wish,
    })),
  ),
  creating: wishes.map((wish) => ({ at: 'creating', ...wish })),
  sharing: [{ at: 'sharing', platform, signsIn: 'other' }],
  shared: (['open', 'used', 'connected', 'withdrawn', 'expired', 'Unknown'] as const).map((status) => ({
    at: 'shared',
    platform,
    share: shareIn(status),
  })),
  authorizing: (['window', 'tab', 'host', 'link'] as const).flatMap((by) => [
    { at: 'authorizing', looks: 0, by, ...attempt },
    { at: 'authorizing', looks: 0, by, ...attempt, connection: { ...pending, linkUrl: undefined }, was },
  ]),
  confirming: [true, false].map((returned) => ({
    at: 'confirming',
    looks: 0,
    returned,
    by: 'window',
    ...attempt,
  })),
  comparing: [
    { at: 'comparing', platform, connection: linked, was },
    { at: 'comparing', platform, connection: { ...linked, can: ['disconnect'] }, was },
  ],
  connected: [
    { at: 'connected', platform, connection: linked },
    { at: 'connected', platform, connection: linked, unsure: was },
  ],
  abandoned: (['declined', 'returned', 'cancelled', 'expired'] as const).map((reason) => ({
    at: 'abandoned',
    reason,
    by: 'window',
    ...attempt,
  })),
  failed: kinds.flatMap((kind) =>
    (['preparing', 'connecting', 'sharing'] as const).map((doing) => ({
      at: 'failed' as const,
      error: new CodatError(kind, 'It failed.'),
      while: doing,
      platform,
    })),
  ),
};

/** What a press does, as the flow hears of it. */
type Heard = ConnectFact | 'leaves this page';

/** Draws a state and presses everything that a person can press in it. */
function pressAll(state: StateAt<Place>, leave: JourneyOptions['leaveTo']): Heard[] {
  const heard: Heard[] = [];
  const hear =
    (fact: Heard): (() => void) =>
    () =>
      heard.push(fact);
  const go = (wish: Wish): unknown => heard.push({ type: 'chose', ...wish });
  const place = document.createElement('div');
  place.addEventListener('click', (event) => event.preventDefault());
  document.body.append(place);
  render(
    journeyPanel(state, {
      lang: 'en',
      level: 2,
      lender: 'Larkspur',
      companyId: 'marlow',
      leaveTo: leave,
      actions: {
        signIn: go,
        prepare: (wish) => heard.push({ type: 'considered', asks: 'nothing', ...wish }),
        delegate: hear({ type: 'delegated', asks: 'nothing' }),
        leaveTab: hear('leaves this page'),
        cancel: hear({ type: 'cancelled' }),
        reset: hear({ type: 'reset' }),
        source: {
          acceptOrganisation: hear({ type: 'accepted' }),
          answerConsent: () => undefined,
          proceed: go,
          withdraw: () => Promise.resolve(),
          withdrawing: { is: 'idle' },
        },
      },
    }),
    place,
  );
  for (const control of place.querySelectorAll<HTMLElement>('button:enabled, a[href]')) {
    if (!control.checkVisibility() || control.ariaDisabled === 'true') continue;
    // It would load this very page anew.
    if (control.innerText.trim() === common.signIn) heard.push('leaves this page');
    else control.click();
  }
  return heard;
}

describe('the journey as it is drawn', () => {
  afterEach(clear);

  for (const [at, states] of Object.entries<readonly StateAt<Place>[]>(examples))
    it(`has a control that leads on from ${at}`, () => {
      for (const state of states)
        for (const leave of ['platforms', 'away'] as const) {
          const leads = pressAll(state, leave).filter(
            (fact) => fact === 'leaves this page' || next(state, fact).at !== state.at,
          );
          expect(leads, JSON.stringify(state)).to.not.be.empty;
          clear();
        }
    });
});
