import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { lenderParameters, lenderOf } from './story-lender.js';
import type { Lender } from './lender.js';
import { inside } from './screen.js';
import { createShareLink } from '../src/api/share-links.js';
import { signIn, signInByShare, type Press } from './sign-in.js';

/** Tickets of people who are about to come back to a story, each for one look. */
const tickets = new WeakMap<Lender, string>();

/** The page a person comes back to: says what became of the connection, and leads on. */
const meta: Meta = {
  title: 'Connection result',
  component: 'connection-result',
  render: (_, context) => html`
    <connection-result
      lender="Larkspur"
      continue-to="#application"
      .session=${lenderOf(context).session}
    ></connection-result>
  `,
  decorators: [
    (story, context) => {
      const ticket = tickets.get(lenderOf(context));
      // The element takes it out of the address again.
      if (ticket) history.replaceState(history.state, '', `#codat=${ticket}`);
      tickets.delete(lenderOf(context));
      return story();
    },
  ],
};

export default meta;

const seen = ({ canvasElement }: StoryContext) => inside(canvasElement, 'connection-result');

/** Someone signs in at Xero, presses this button there, and is sent back to the story. */
const comeBackFrom = (press: Press) => async (lender: Lender) => {
  const { linkUrl = '' } = await lender.session.connect('gbol');
  tickets.set(lender, await signIn(lender, linkUrl, press));
};

/** Someone makes a link for Xero, and whoever has the log-in signs in by it. */
const guestComesBackFrom = (press: Press) => async (lender: Lender) => {
  const { url = '' } = await createShareLink(
    lender.session.send,
    'gbol',
    undefined,
    new AbortController().signal,
  );
  tickets.set(lender, await signInByShare(lender, url, press));
};

const says = (heading: string): Required<Pick<StoryObj, 'play'>> => ({
  play: async (context) => {
    await seen(context).findByRole('heading', { name: heading });
    await expect(location.hash).toBe('');
  },
});

/** Codat says that it is connected. */
export const Connected: StoryObj = {
  parameters: lenderParameters(comeBackFrom('Allow')),
  ...says('Xero is connected'),
};

/** The person cancelled at the platform. */
export const Cancelled: StoryObj = {
  parameters: lenderParameters(comeBackFrom('Cancel')),
  ...says('Xero isn’t connected'),
};

/** The platform reported an error. */
export const Failed: StoryObj = {
  name: 'A problem at the platform',
  parameters: lenderParameters(comeBackFrom('Report an error')),
  ...says('Xero isn’t connected'),
};

/** The platform can’t be connected by this lender. */
export const NotSupported: StoryObj = {
  name: 'Not possible with this lender',
  parameters: lenderParameters(comeBackFrom('Not supported')),
  ...says('Xero can’t be connected here'),
};

/** Back, and neither connected nor told why not: here the platform took the access away at once. */
export const Unfinished: StoryObj = {
  name: 'Not finished',
  parameters: lenderParameters(async (lender) => {
    await comeBackFrom('Allow')(lender);
    for (const { id } of lender.simulator.snapshot().companies[0]?.connections ?? []) {
      lender.simulator.deauthorize(id);
    }
  }),
  ...says('Xero isn’t connected yet'),
};

/** The accountant signed in by a link they were sent: there is nothing to go on with here. */
export const SentALink: StoryObj = {
  name: 'For someone who was sent a link',
  parameters: lenderParameters(guestComesBackFrom('Allow')),
  play: async (context) => {
    await seen(context).findByRole('heading', { name: /connected/ });
    await expect(seen(context).queryByRole('link', { name: /Continue|Go back/ })).toBeNull();
  },
};

/** The accountant said no, which the one who sent the link sees too. */
export const SentALinkAndCancelled: StoryObj = {
  name: 'Sent a link, and cancelled',
  tags: ['!autodocs'],
  parameters: lenderParameters(guestComesBackFrom('Cancel')),
  play: async (context) => {
    await seen(context).findByRole('heading', { name: /isn’t connected/ });
  },
};

/** Codat takes its time. */
export const Checking: StoryObj = {
  name: 'Checking what happened',
  parameters: lenderParameters(async (lender) => {
    await comeBackFrom('Allow')(lender);
    lender.simulator.faults.add({ trouble: { is: 'slow', ms: 15_000 } });
  }),
  ...says('Checking your connection'),
};

/** Someone opened the page by hand, so that there is nothing to tell. */
export const WithoutATicket: StoryObj = {
  name: 'Opened by hand',
  ...says('We can’t tell what happened from here'),
};

/** The ticket in the address is none of the lender’s, or older than ten minutes. */
export const TicketRunOut: StoryObj = {
  name: 'Opened too late',
  parameters: lenderParameters((lender) => tickets.set(lender, 'unknown')),
  ...says('We can’t tell what happened from here'),
};

/** Where the sign-in windows of all stories end: asks the lender of the story that opened the window. */
export const ComingBack: StoryObj = {
  tags: ['!dev', '!autodocs', '!test'],
  render: () => {
    const lender = new URLSearchParams(location.search).get('lender')?.replace(/\W/g, '') ?? '';
    return html`
      <connection-result lender="Larkspur" token-endpoint="lender/${lender}/codat/token"></connection-result>
    `;
  },
};

/** Codat can’t be reached just when the person is back, and there is a reference to quote. */
export const CodatDown: StoryObj = {
  name: 'Nothing can be reached',
  tags: ['!autodocs'],
  parameters: lenderParameters(async (lender) => {
    await comeBackFrom('Allow')(lender);
    lender.simulator.faults.add({
      path: '/companies/*/connections/*',
      trouble: { is: 'refused', status: 503, retryAfter: 600 },
    });
  }),
  play: async (context) => {
    await seen(context).findByText(/^Reference /);
  },
};
