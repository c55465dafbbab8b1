import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { consents } from './consents.js';
import { eachFailing, kindsOfError } from './failing.js';
import { lenderParameters, lenderOf } from './story-lender.js';
import { inEnglish } from './in-english.js';
import { pretendInApp } from './in-app.js';
import type { Lender } from './lender.js';
import { inside } from './screen.js';
import { windowOpenedBy } from './sign-in.js';

/** Shows what is connected, and lets a person finish, reconnect, disconnect and delete. */
const meta: Meta = {
  title: 'Connection list',
  component: 'connection-list',
  render: (_, context) =>
    html`<connection-list lender="Larkspur" .session=${lenderOf(context).session}></connection-list>`,
};

export default meta;

const days = 24;

const seen = ({ canvasElement }: StoryContext) => inside(canvasElement, 'connection-list');

const xeroConnected = (lender: Lender): Promise<string> =>
  lender.connect('gbol', { organisation: 'Marlow Bakery Ltd', hoursAgo: 40 * days, readHoursAgo: 3 });

async function press(context: StoryContext, name: string): Promise<void> {
  await userEvent.click(await seen(context).findByRole('button', { name }));
}

/** Opens the menu of a row and takes one thing from it. */
async function take(context: StoryContext, item: string, platform = 'Xero'): Promise<void> {
  await press(context, `More for ${platform}`);
  const menuItem = await seen(context).findByRole('menuitem', { name: item });
  // Until the menu has its place, its items can't be pressed.
  await waitFor(() => expect(getComputedStyle(menuItem).pointerEvents).not.toBe('none'));
  await userEvent.click(menuItem);
}

/** Nothing is connected. */
export const Empty: StoryObj = {
  name: 'Nothing connected yet',
  play: async (context) => {
    await seen(context).findByText('Nothing is connected yet.');
  },
};

/** One connection, with the organisation whose books they are. */
export const One: StoryObj = {
  name: 'One connection',
  parameters: lenderParameters(xeroConnected),
  play: async (context) => {
    await seen(context).findByText('Marlow Bakery Ltd');
    await seen(context).findByText('Connected');
  },
};

const six = async (lender: Lender): Promise<void> => {
  await xeroConnected(lender);
  await lender.connect('suuo', { organisation: 'Harbour Bank', hoursAgo: 30 * days, readHoursAgo: 1 });
  await lender.connect('fztf', { organisation: 'Marlow Bakery shop', hoursAgo: 12 * days, readHoursAgo: 2 });
  await lender.connect('exgd', { organisation: 'Marlow Bakery', hoursAgo: 60 * days, readHoursAgo: 20 });
  lender.simulator.deauthorize(
    await lender.connect('zsth', {
      organisation: 'Marlow market stall',
      hoursAgo: 90 * days,
      readHoursAgo: 9 * days,
    }),
  );
  await lender.begin('ltpp');
};

/** Six connections of three kinds: what needs the person first, then each kind under its title. */
export const Six: StoryObj = {
  name: 'Six connections, grouped by kind',
  parameters: lenderParameters(six),
  play: async (context) => {
    await expect(await seen(context).findAllByRole('listitem')).toHaveLength(6);
    const titles = seen(context).getAllByRole('heading', { level: 3 });
    for (const [index, title] of ['For you to do', 'Accounting', 'Banking', 'Shops and payments'].entries())
      await expect(inEnglish(titles[index]?.textContent ?? '')).toContain(title);
  },
};

/** Sixty connections, as a company with a shop in every town may have. */
export const Sixty: StoryObj = {
  name: 'Sixty connections',
  tags: ['!autodocs'],
  parameters: lenderParameters(async (lender) => {
    await xeroConnected(lender);
    const towns = ['Marlow', 'Henley', 'Reading', 'Windsor', 'Maidenhead', 'Bourne End'];
    for (let index = 0; index < 59; index++) {
      const platform = ['exgd', 'zsth', 'fztf'][index % 3] ?? 'exgd';
      const organisation = `${towns[index % towns.length] ?? ''} shop ${index + 1}`;
      await lender.connect(platform, { organisation, hoursAgo: (index + 1) * days });
    }
  }),
  play: async (context) => {
    await expect(await seen(context).findAllByRole('listitem')).toHaveLength(60);
    await seen(context).findByRole('button', { name: 'More for Stripe (Marlow shop 1)' });
  },
};

/** One of every status, what needs the person first. Codat may add statuses, so one here is of none that we know. */
export const EveryStatus: StoryObj = {
  name: 'Every status a connection can have',
  parameters: lenderParameters(async (lender) => {
    const { simulator, session } = lender;
    await xeroConnected(lender);
    await lender.connect('fztf', { organisation: 'Marlow Bakery shop', hoursAgo: 12 * days });
    await session.unlink(await lender.connect('suuo', { hoursAgo: 90 * days }));
    simulator.deauthorize(await lender.connect('exgd', { hoursAgo: 60 * days }));
    simulator.addError(await lender.begin('vqzp'), '500');
    simulator.addError(await lender.begin('qkdj'), '501');
    simulator.addError(await lender.begin('ugxp'), '403');
    await lender.begin('zsth');
    lender.invent(await lender.connect('ltpp', { hoursAgo: 200 * days }), 'Paused');
    simulator.deauthorize(await lender.connect('hbql', { hoursAgo: 20 * days, isAwake: true }));
  }),
  play: async (context) => {
    await expect(await seen(context).findAllByRole('listitem')).toHaveLength(10);
    for (const status of ['Access lost', 'Disconnected', 'Needs attention', 'Read once']) {
      await seen(context).findByText(status);
    }
    await seen(context).findByRole('button', { name: 'Finish connecting Square' });
    await seen(context).findByRole('button', { name: 'Try again to connect BigCommerce' });
  },
};

/** Everything that is known of a connection, with the exact moments and the types of data that are read from it. */
export const DetailsOpen: StoryObj = {
  name: 'Details of a connection',
  tags: ['!autodocs'],
  parameters: lenderParameters(six),
  play: async (context) => {
    await take(context, 'Details');
    await seen(context).findByText(/Profit and loss/);
    await expect(seen(context).getByRole('group', { name: 'Details of Xero' }).matches(':focus')).toBe(true);
  },
};

/** What else can be done stands in a menu, in the top layer: no box of the page cuts it off. */
export const MenuOpen: StoryObj = {
  name: 'The menu of a connection',
  tags: ['!autodocs'],
  parameters: lenderParameters(xeroConnected),
  decorators: [
    (story) =>
      html`<div style="max-block-size: 12rem; overflow: hidden; border-radius: 0.5rem">${story()}</div>`,
  ],
  play: async (context) => {
    await press(context, 'More for Xero');
    const items = await seen(context).findAllByRole('menuitem');
    await expect(items).toHaveLength(3);
    for (const [index, item] of ['Details', 'Disconnect', 'Delete'].entries())
      await expect(inEnglish(items[index]?.textContent ?? '')).toContain(item);
    await waitFor(() => expect(items[0]?.matches(':focus')).toBe(true));
  },
};

/** From right to left, with the menu open. */
export const RightToLeft: StoryObj = {
  name: 'From right to left',
  tags: ['!autodocs'],
  parameters: lenderParameters(six),
  decorators: [(story) => html`<div dir="rtl">${story()}</div>`],
  play: async (context) => {
    await press(context, 'More for Shopify');
    await seen(context).findByRole('menuitem', { name: 'Details' });
  },
};

/** Where the host leads people to its picker, the list offers one more bank and one more shop. */
export const ConnectAnother: StoryObj = {
  name: 'Offering another bank or shop',
  parameters: lenderParameters(async (lender) => {
    await six(lender);
    lender.simulator.addError(await lender.begin('qkdj'), '501');
  }),
  render: (_, context) =>
    html`<connection-list
      lender="Larkspur"
      .session=${lenderOf(context).session}
      .connectAnother=${(kind: string) => (location.hash = kind)}
    ></connection-list>`,
  play: async (context) => {
    await seen(context).findByRole('button', { name: 'Connect another bank' });
    await seen(context).findByRole('button', { name: 'Connect another shop' });
    await seen(context).findByRole('button', { name: 'Choose another platform than Amazon Seller Central' });
  },
};

/** This lender lets people disconnect, and not delete. */
export const DeletingNotPermitted: StoryObj = {
  name: 'Deleting is not offered',
  parameters: lenderParameters(xeroConnected, { permit: ({ action }) => action !== 'delete' }),
  play: async (context) => {
    await press(context, 'More for Xero');
    await seen(context).findByRole('menuitem', { name: 'Disconnect' });
    await expect(seen(context).queryByRole('menuitem', { name: 'Delete' })).toBeNull();
    await userEvent.keyboard('{Escape}');
  },
};

/** Before anything is cut the list says what is kept and what ends. */
export const AskingToDisconnect: StoryObj = {
  name: 'Asking before disconnecting',
  tags: ['!autodocs'],
  parameters: lenderParameters(xeroConnected),
  play: async (context) => {
    await take(context, 'Disconnect');
    await seen(context).findByRole('dialog', { name: 'Disconnect Xero?' });
    const answer = seen(context).getByRole('button', { name: 'Keep connected' });
    await expect(answer.matches(':focus')).toBe(true);
  },
};

/** Deleting can’t be undone, and says so. */
export const AskingToDelete: StoryObj = {
  name: 'Asking before deleting',
  tags: ['!autodocs'],
  parameters: lenderParameters(xeroConnected),
  play: async (context) => {
    await take(context, 'Delete');
    await seen(context).findByRole('dialog', { name: 'Delete the connection to Xero?' });
  },
};

/** The row says what became of it, and offers the way back. */
export const Disconnected: StoryObj = {
  name: 'Just disconnected',
  tags: ['!autodocs'],
  parameters: lenderParameters(xeroConnected),
  play: async (context) => {
    await take(context, 'Disconnect');
    await press(context, 'Disconnect');
    await seen(context).findByText('Disconnected');
    await seen(context).findByRole('button', { name: 'Reconnect Xero' });
  },
};

/** The row is gone, and the list says what that means. */
export const Deleted: StoryObj = {
  name: 'Just deleted',
  tags: ['!autodocs'],
  parameters: lenderParameters(six),
  play: async (context) => {
    await take(context, 'Delete', 'Stripe');
    await press(context, 'Delete for good');
    await waitFor(() =>
      expect(seen(context).getByText(/^The connection to Stripe is deleted\./)).toBeVisible(),
    );
    await waitFor(() => expect(seen(context).getAllByRole('listitem')).toHaveLength(5));
  },
};

/** Codat can’t be reached while the person disconnects: the row says so, and nothing has changed. */
export const ActionFails: StoryObj = {
  name: 'Disconnecting did not work',
  tags: ['!autodocs'],
  parameters: lenderParameters(async (lender) => {
    await xeroConnected(lender);
    lender.simulator.faults.add({ method: 'PATCH', trouble: { is: 'refused', status: 503 } });
  }),
  play: async (context) => {
    await take(context, 'Disconnect');
    await press(context, 'Disconnect');
    await seen(context).findAllByText(/^This service can’t be reached right now\./);
    await seen(context).findByText('Connected');
  },
};

/** The person is not signed in at the lender. */
export const SignedOut: StoryObj = {
  name: 'Signed out at the lender',
  parameters: lenderParameters((lender) => lender.signOut()),
  play: async (context) => {
    await seen(context).findByRole('heading', { name: 'You are signed out' });
  },
};

/** In a column of 280 pixels. */
export const Narrow: StoryObj = {
  name: 'In a narrow column',
  parameters: lenderParameters(async (lender) => {
    await xeroConnected(lender);
    await lender.begin('qkdj');
  }),
  decorators: [(story) => html`<div style="inline-size: 280px">${story()}</div>`],
};

/** The list takes its time; the place of a row is kept. */
export const Loading: StoryObj = {
  parameters: lenderParameters(async (lender) => {
    await xeroConnected(lender);
    lender.simulator.faults.add({ path: '/companies/*/connections', trouble: { is: 'slow', ms: 15_000 } });
  }),
  play: async (context) => {
    await seen(context).findByText('Loading');
  },
};

/** Codat can’t be reached, and there is a reference to quote. */
export const CodatDown: StoryObj = {
  name: 'Nothing can be reached',
  tags: ['!autodocs'],
  parameters: lenderParameters((lender) =>
    lender.simulator.faults.add({
      path: '/companies/*/connections',
      trouble: { is: 'refused', status: 503, retryAfter: 600 },
    }),
  ),
  play: async (context) => {
    await seen(context).findByText(/^Reference /);
  },
};

/** Everything that can keep the list from what it shows, by its name: what happened, what to do, what to quote. */
export const EveryError: StoryObj = {
  name: 'Every error',
  tags: ['!autodocs'],
  render: () =>
    eachFailing(
      (session, heading) => html`<connection-list .session=${session}>${heading}</connection-list>`,
    ),
  play: async ({ canvasElement }) => {
    const failed = () => canvasElement.querySelectorAll('connection-list:state(failed)');
    await waitFor(() => expect(failed()).toHaveLength(kindsOfError));
  },
};

/** What was known stays while it can’t be looked at again. */
export const StaysWhileCodatIsDown: StoryObj = {
  name: 'Still shown while Codat is down',
  tags: ['!autodocs'],
  parameters: lenderParameters(six),
  play: async (context) => {
    const { simulator, session } = lenderOf(context);
    await expect(await seen(context).findAllByRole('listitem')).toHaveLength(6);
    simulator.faults.add({ trouble: { is: 'refused', status: 503 } });
    await session.connections.refresh();
    await expect(seen(context).getAllByRole('listitem')).toHaveLength(6);
  },
};

/** What the host puts in the slots: a heading of its own, a way on where nothing is connected, and help. */
export const WithSlots: StoryObj = {
  name: 'The host’s own heading and help',
  render: (_, context) => html`
    <connection-list lender="Larkspur" .session=${lenderOf(context).session}>
      <h2 slot="heading">What Larkspur can read</h2>
      <p slot="empty">Nothing yet. <a href="#apply">Connect your books in your application</a>.</p>
      <p slot="help">Questions? Call 0800 555 0199, on weekdays from 9 to 5.</p>
    </connection-list>
  `,
  play: async ({ canvasElement }) => {
    const [list] = canvasElement.querySelectorAll('connection-list');
    await waitFor(() => expect(list?.matches(':state(empty)')).toBe(true));
  },
};

/** An access that was lost is renewed where it stands: the person signs in, and the list waits with them. */
export const Reconnecting: StoryObj = {
  name: 'Signing in again',
  tags: ['!autodocs'],
  parameters: lenderParameters(async (lender) => lender.simulator.deauthorize(await xeroConnected(lender))),
  play: async (context) => {
    await windowOpenedBy(() => press(context, 'Reconnect Xero'));
    await seen(context).findByRole('heading', { name: 'Finish signing in at Xero' });
  },
};

/** Signs in to Xero anew, for this organisation or for one that Xero doesn’t name. */
async function renew(context: StoryContext, organisation: string | null): Promise<void> {
  const { simulator } = lenderOf(context);
  await windowOpenedBy(() => press(context, 'Reconnect Xero'));
  await seen(context).findByText('Sign in for Marlow Bakery Ltd, as before.');
  const [xero] = simulator.snapshot().companies.flatMap(({ connections }) => connections);
  simulator.authorize(xero?.id ?? '', organisation);
  window.dispatchEvent(new Event('focus'));
}

/** The person signed in for another organisation than before: nothing carries on until they say so. */
export const AnotherOrganisation: StoryObj = {
  name: 'Signed in for another organisation',
  tags: ['!autodocs'],
  parameters: lenderParameters(async (lender) => lender.simulator.deauthorize(await xeroConnected(lender))),
  play: async (context) => {
    await renew(context, 'Marlow Cafe');
    await seen(context).findByRole('heading', { name: 'You signed in for Marlow Cafe' });
    await seen(context).findByRole('button', { name: 'Disconnect and sign in once more' });
  },
};

/** Xero doesn’t say for which organisation the person signed in: the list doesn’t either, and says what to do. */
export const OrganisationUnknown: StoryObj = {
  name: 'Signed in, organisation unknown',
  tags: ['!autodocs'],
  parameters: lenderParameters(async (lender) => lender.simulator.deauthorize(await xeroConnected(lender))),
  play: async (context) => {
    await renew(context, null);
    await seen(context).findByText(/^We aren’t told which organisation that is/);
  },
};

const sage50Begun = (lender: Lender): Promise<string> => lender.begin('hbql');

/** Finishes Sage 50 after all, and finds that someone else has the log-in. */
async function delegate(context: StoryContext): Promise<void> {
  await windowOpenedBy(() => press(context, 'Finish connecting Sage 50 (UK)'));
  await press(context, 'Cancel');
  await press(context, 'Someone else signs in to it?');
}

/** What was begun can be finished by whoever has the log-in. */
export const SomeoneElseFinishes: StoryObj = {
  name: 'A link for whoever has the log-in',
  tags: ['!autodocs'],
  parameters: lenderParameters(sage50Begun),
  play: async (context) => {
    await delegate(context);
    await press(context, 'Get the link');
    await seen(context).findByRole('textbox', { name: 'The link to send' });
  },
};

/** The lender asks for consent before anybody is sent a link. */
export const ConsentOnTheWay: StoryObj = {
  name: 'Consent before a link is made',
  tags: ['!autodocs'],
  parameters: lenderParameters(sage50Begun, { consents }),
  play: async (context) => {
    await delegate(context);
    await press(context, 'Get the link');
    await seen(context).findByRole('checkbox', { name: /^I may decide/ });
    await press(context, 'Get the link');
    await seen(context).findByText('Tick the box to go on.');
  },
};

/** The person has the log-in after all; what they need is said, and that no platform opens inside another app. */
export const OneselfInsideAnotherApp: StoryObj = {
  name: 'Inside another app',
  tags: ['!autodocs'],
  parameters: lenderParameters(sage50Begun),
  beforeEach: pretendInApp,
  render: (_, context) =>
    html`<connection-list
      lender="Larkspur"
      .session=${lenderOf(context).session}
      @codat-leaving=${(event: Event) => event.preventDefault()}
    ></connection-list>`,
  play: async (context) => {
    await press(context, 'Finish connecting Sage 50 (UK)');
    await press(context, 'Cancel');
    await press(context, 'Someone else signs in to it?');
    await press(context, 'I have the log-in myself');
    await seen(context).findByText(/^This page is open inside another app/);
  },
};
