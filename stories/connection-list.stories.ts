import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { given, lenderOf } from './given.js';
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

/** Nothing is connected. */
export const Empty: StoryObj = {
  play: async (context) => {
    await seen(context).findByText('Nothing is connected yet.');
  },
};

/** One connection, with the organisation whose books they are. */
export const One: StoryObj = {
  parameters: given(xeroConnected),
  play: async (context) => {
    await seen(context).findByText('Xero · Marlow Bakery Ltd');
    await seen(context).findByText('Connected');
  },
};

/** One of every status, what needs the person first. Codat may add statuses, so one here is of none that we know. */
export const EveryStatus: StoryObj = {
  parameters: given(async (lender) => {
    const { simulator, session } = lender;
    await xeroConnected(lender);
    await lender.connect('fztf', { organisation: 'Marlow Bakery shop', hoursAgo: 12 * days });
    await session.unlink(await lender.connect('suuo', { hoursAgo: 90 * days }));
    simulator.deauthorize(await lender.connect('exgd', { hoursAgo: 60 * days }));
    simulator.addError(await lender.begin('vqzp'), '500');
    await lender.begin('zsth');
    lender.invent(await lender.connect('ltpp', { hoursAgo: 200 * days }), 'Paused');
  }),
  play: async (context) => {
    await expect(await seen(context).findAllByRole('listitem')).toHaveLength(7);
    for (const status of ['Couldn’t connect', 'Access lost', 'Disconnected', 'Needs attention']) {
      await seen(context).findByText(status);
    }
    await seen(context).findByRole('button', { name: 'Finish connecting Square' });
  },
};

/** This lender lets people disconnect, and not delete. */
export const DeletingNotPermitted: StoryObj = {
  parameters: given(xeroConnected, { permit: ({ action }) => action !== 'delete' }),
  play: async (context) => {
    await seen(context).findByRole('button', { name: 'Disconnect Xero' });
    await expect(seen(context).queryByRole('button', { name: 'Delete Xero' })).toBeNull();
  },
};

/** Before anything is cut the list says what is kept and what ends. */
export const AskingToDisconnect: StoryObj = {
  tags: ['!autodocs'],
  parameters: given(xeroConnected),
  play: async (context) => {
    await press(context, 'Disconnect Xero');
    await seen(context).findByRole('dialog', { name: 'Disconnect Xero?' });
    const answer = seen(context).getByRole('button', { name: 'Keep connected' });
    await expect(answer.matches(':focus')).toBe(true);
  },
};

/** Deleting can’t be undone, and says so. */
export const AskingToDelete: StoryObj = {
  tags: ['!autodocs'],
  parameters: given(xeroConnected),
  play: async (context) => {
    await press(context, 'Delete Xero');
    await seen(context).findByRole('dialog', { name: 'Delete the connection to Xero?' });
  },
};

/** The row says what became of it, and offers the way back. */
export const Disconnected: StoryObj = {
  tags: ['!autodocs'],
  parameters: given(xeroConnected),
  play: async (context) => {
    await press(context, 'Disconnect Xero');
    await press(context, 'Disconnect');
    await seen(context).findByText('Disconnected');
    await seen(context).findByRole('button', { name: 'Reconnect Xero' });
  },
};

/** Codat can’t be reached while the person disconnects: the row says so, and nothing has changed. */
export const ActionFails: StoryObj = {
  tags: ['!autodocs'],
  parameters: given(async (lender) => {
    await xeroConnected(lender);
    lender.simulator.faults.add({ method: 'PATCH', trouble: { is: 'refused', status: 503 } });
  }),
  play: async (context) => {
    await press(context, 'Disconnect Xero');
    await press(context, 'Disconnect');
    await expect(await seen(context).findByRole('alert')).toHaveTextContent('This can’t be reached just now');
    await seen(context).findByText('Connected');
  },
};

/** The person is not signed in at the lender. */
export const SignedOut: StoryObj = {
  parameters: given((lender) => lender.signOut()),
  play: async (context) => {
    await seen(context).findByRole('heading', { name: 'You are signed out' });
  },
};

/** In a column of 280 pixels. */
export const Narrow: StoryObj = {
  parameters: given(async (lender) => {
    await xeroConnected(lender);
    await lender.begin('qkdj');
  }),
  decorators: [(story) => html`<div style="inline-size: 280px">${story()}</div>`],
};

/** The list takes its time; the place of a row is kept. */
export const Loading: StoryObj = {
  parameters: given(async (lender) => {
    await xeroConnected(lender);
    lender.simulator.faults.add({ path: '/companies/*/connections', trouble: { is: 'slow', ms: 15_000 } });
  }),
  play: async (context) => {
    await seen(context).findByText('Loading');
  },
};

/** Codat can’t be reached, and there is a reference to quote. */
export const CodatDown: StoryObj = {
  tags: ['!autodocs'],
  parameters: given((lender) =>
    lender.simulator.faults.add({
      path: '/companies/*/connections',
      trouble: { is: 'refused', status: 503 },
    }),
  ),
  play: async (context) => {
    await seen(context).findByText(/^Reference /);
  },
};

/** An access that was lost is renewed where it stands: the person signs in, and the list waits with them. */
export const Reconnecting: StoryObj = {
  tags: ['!autodocs'],
  parameters: given(async (lender) => lender.simulator.deauthorize(await xeroConnected(lender))),
  play: async (context) => {
    await windowOpenedBy(() => press(context, 'Reconnect Xero'));
    await seen(context).findByRole('heading', { name: 'Finish signing in at Xero' });
  },
};
