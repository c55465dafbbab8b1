import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { spyOn } from 'storybook/test';
import type { ErrorKind } from '../src/api/errors.js';
import { errors } from '../src/i18n/locales/en/errors.js';
import { journey } from '../src/i18n/locales/en/journey.js';
import { fetchAndBroadcastReturn } from '../src/session/return-ticket.js';
import { lenderParameters, lenderOf } from './story-lender.js';
import type { Lender } from './lender.js';
import { choose, pickerIn } from './picker.js';
import { signIn, type Press } from './sign-in.js';

/** Everything that can go wrong between choosing a platform and being connected: what happened, what to do, what to quote. */
const meta: Meta = {
  title: 'Platform picker/Errors',
  component: 'platform-picker',
  tags: ['!autodocs'],
  render: (_, context) => html`
    <platform-picker
      lender="Larkspur"
      source-types="Accounting"
      .session=${lenderOf(context).session}
    ></platform-picker>
  `,
};

export default meta;

/** Chooses Xero, and sees this kind of error. */
const fails = (kind: ErrorKind): Pick<StoryObj, 'play'> => ({
  play: async (context) => {
    void choose(context, 'Xero');
    await pickerIn(context).findByRole('heading', { name: errors[kind].title });
  },
});

const connects = ({ method, url }: Request): boolean => method === 'POST' && url.endsWith('/connections');

/** What connecting is answered with, by whoever answers. */
const answered = (status: number, body: string | object = { correlationId: '4f1c9a7be0d2' }) =>
  lenderParameters((lender) =>
    lender.interfere(connects, () =>
      Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })),
    ),
  );

/** Nobody answers for as long as the browser waits. */
const unanswered = ({ signal }: Request): Promise<Response> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Nobody answered.', 'AbortError')));
  });

/** Chooses Xero, presses this on its sign-in page, and comes back. */
const endsBy = (press: Press, title: string): Pick<StoryObj, 'play'> => ({
  play: async (context: StoryContext) => {
    const lender = lenderOf(context);
    const link = await choose(context, 'Xero');
    await fetchAndBroadcastReturn(lender.anotherPage(), await signIn(lender, link, press));
    await pickerIn(context).findByRole('heading', { name: title });
  },
});

/** The person is signed out at the lender. */
export const SignedOut: StoryObj = {
  name: 'You are signed out',
  parameters: lenderParameters((lender: Lender) => lender.signOut()),
  ...fails('signed-out'),
};

/** The lender’s token endpoint fails. */
export const Token: StoryObj = {
  name: 'The lender’s server fails',
  parameters: lenderParameters((lender: Lender) =>
    lender.interfere(
      ({ url }) => url.endsWith('/token'),
      () => Promise.resolve(new Response('', { status: 500 })),
    ),
  ),
  ...fails('token'),
};

/** The lender does not let this person connect. */
export const Refused: StoryObj = {
  name: 'You have no access to this',
  parameters: answered(403),
  ...fails('refused'),
};

/** The company is no longer at Codat. */
export const Missing: StoryObj = {
  name: 'This is no longer here',
  parameters: answered(404),
  ...fails('missing'),
};

/** The gateway serves other versions of the page. */
export const Outdated: StoryObj = {
  name: 'This page is out of date',
  parameters: lenderParameters((lender: Lender) =>
    lender.interfere(
      ({ url }) => url.endsWith('/token'),
      () => Promise.resolve(new Response('', { status: 410 })),
    ),
  ),
  ...fails('outdated'),
};

/** The request is none that is taken. */
export const Rejected: StoryObj = {
  name: 'Something went wrong',
  parameters: answered(400),
  ...fails('rejected'),
};

/** Too many requests for now. */
export const Busy: StoryObj = {
  name: 'This is busy right now',
  parameters: answered(429),
  ...fails('busy'),
};

/** Codat, or the lender’s server, is down. */
export const Unavailable: StoryObj = {
  name: 'Codat is down',
  parameters: answered(503),
  ...fails('unavailable'),
};

/** No answer comes; here the half minute of waiting for it takes a tenth of a second. */
export const Slow: StoryObj = {
  name: 'This takes too long',
  parameters: lenderParameters((lender: Lender) => lender.interfere(connects, unanswered)),
  beforeEach: () => {
    const wait = AbortSignal.timeout.bind(AbortSignal);
    const waiting = spyOn(AbortSignal, 'timeout').mockImplementation((ms) => wait(ms === 30_000 ? 100 : ms));
    return () => waiting.mockRestore();
  },
  ...fails('slow'),
};

/** The device has no network. */
export const Offline: StoryObj = {
  name: 'No connection to the internet',
  parameters: lenderParameters((lender: Lender) =>
    lender.interfere(connects, () => Promise.reject(new TypeError('Failed to fetch'))),
  ),
  beforeEach: () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    return () => Reflect.deleteProperty(navigator, 'onLine');
  },
  ...fails('offline'),
};

/** The lender’s server can’t be reached. */
export const Unreachable: StoryObj = {
  name: 'The lender can’t be reached',
  parameters: lenderParameters((lender: Lender) =>
    lender.interfere(connects, () => Promise.reject(new TypeError('Failed to fetch'))),
  ),
  ...fails('unreachable'),
};

/** What comes back is no answer of ours, as from a proxy that wants a password. */
export const Unreadable: StoryObj = {
  name: 'A network that wants a password',
  parameters: answered(200, '<p>Sign in to this network</p>'),
  ...fails('unreadable'),
};

/** The platform reported an error. */
export const Declined: StoryObj = {
  name: 'Xero reported a problem',
  ...endsBy('Report an error', journey.failedAtPlatform('Xero').title),
};

/** The platform can’t be connected by this lender. */
export const Unsupported: StoryObj = {
  name: 'Not possible with this lender',
  ...endsBy('Not supported', journey.unsupported('Xero', 'Larkspur').title),
};
