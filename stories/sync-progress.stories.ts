import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { given, lenderOf } from './given.js';
import type { Lender } from './lender.js';
import { inside } from './screen.js';

/** Shows a company’s first data arrive, a type at a time. */
const meta: Meta = {
  title: 'Sync progress',
  component: 'sync-progress',
  render: (_, context) => html`<sync-progress .session=${lenderOf(context).session}></sync-progress>`,
};

export default meta;

const seen = ({ canvasElement }: StoryContext) => inside(canvasElement, 'sync-progress');

/** Connects a platform, and lets time stand still so many seconds later. */
const readFor =
  (seconds: number, platformKey = 'gbol') =>
  async (lender: Lender) => {
    const id = await lender.connect(platformKey);
    lender.stopClock(seconds);
    return id;
  };

/** Nothing is connected, so nothing is read. */
export const NothingConnected: StoryObj = {
  play: async (context) => {
    await seen(context).findByText('What is read appears here once something is connected.');
  },
};

/** Just connected: everything waits its turn. */
export const Waiting: StoryObj = {
  parameters: given(readFor(0)),
  play: async (context) => {
    await expect(await seen(context).findAllByText('Waiting')).toHaveLength(8);
  },
};

/** The first types are being read; nothing can be used yet. */
export const Reading: StoryObj = {
  parameters: given(readFor(6)),
  play: async (context) => {
    await expect((await seen(context).findAllByText('Reading')).length).toBeGreaterThan(1);
    await seen(context).findByText(/^0 of 8 ready/);
  },
};

/** Something can be used: the person may leave, and the rest comes by itself. */
export const Enough: StoryObj = {
  parameters: given(readFor(13)),
  play: async (context) => {
    await seen(context).findByText(/Enough to start/);
  },
};

/** Everything that can be read has been read. */
export const Complete: StoryObj = {
  parameters: given(readFor(60)),
  play: async (context) => {
    await seen(context).findByText('Everything that can be read has been read.');
    await expect(seen(context).getByRole('progressbar', { name: '8 of 8 ready' })).toHaveValue(8);
  },
};

/** The same as it happens: data arrives over twenty seconds. */
export const Live: StoryObj = {
  parameters: given((lender) => lender.connect('gbol')),
};

/** Not everything could be read, and the platform does not offer one type at all. */
export const SomeFailed: StoryObj = {
  parameters: given(async (lender) => {
    const id = await readFor(60)(lender);
    lender.simulator.endPull(id, 'bankAccounts', 'PermissionsError');
    lender.simulator.endPull(id, 'profitAndLoss', 'FetchError');
  }),
  play: async (context) => {
    await expect(await seen(context).findAllByText('Couldn’t be read')).toHaveLength(2);
    await seen(context).findByText('Not offered');
  },
};

/** The books are on a computer at the business, and wait until it is on. */
export const OfflineConnector: StoryObj = {
  parameters: given(readFor(60, 'hbql')),
  play: async (context) => {
    await seen(context).findByRole('heading', { name: 'Reading your data from Sage 50 (UK)' });
    await expect(await seen(context).findAllByText('Waiting')).toHaveLength(8);
  },
};

/** Several platforms at once, with what the host does next in the slot `follow-up`. */
export const SeveralPlatforms: StoryObj = {
  parameters: given(async (lender) => {
    await lender.connect('fztf');
    await readFor(13)(lender);
  }),
  render: (_, context) => html`
    <sync-progress .session=${lenderOf(context).session}>
      <p slot="follow-up">We’ll write to you as soon as there is a decision.</p>
    </sync-progress>
  `,
};

/** What is read takes its time to be known; its place is kept. */
export const Loading: StoryObj = {
  parameters: given(async (lender) => {
    await lender.connect('gbol');
    lender.simulator.faults.add({ path: '/companies/*/dataStatus', trouble: { is: 'slow', ms: 15_000 } });
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
