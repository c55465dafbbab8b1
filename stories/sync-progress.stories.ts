import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { PullStatus } from '../src/simulator/pulls.js';
import { eachFailing, kindsOfError } from './failing.js';
import { lenderParameters, lenderOf } from './story-lender.js';
import type { Lender } from './lender.js';
import { inside } from './screen.js';
import { windowOpenedBy } from './sign-in.js';

/** Shows a company’s first data arrive, a type at a time. */
const meta: Meta = {
  title: 'Sync progress',
  component: 'sync-progress',
  render: (_, context) =>
    html`<sync-progress lender="Larkspur" .session=${lenderOf(context).session}></sync-progress>`,
};

export default meta;

const seen = ({ canvasElement }: StoryContext) => inside(canvasElement, 'sync-progress');

/** Connects a platform, and lets time stand still this many seconds later. */
const readFor =
  (seconds: number, platformKey = 'gbol') =>
  async (lender: Lender) => {
    const begun = Date.now();
    const id = await lender.connect(platformKey);
    lender.stopClock(seconds - (Date.now() - begun) / 1000);
    return id;
  };

/** Nothing is connected, so nothing is read. */
export const NothingConnected: StoryObj = {
  name: 'Nothing connected yet',
  play: async (context) => {
    const [element] = context.canvasElement.querySelectorAll('sync-progress');
    await waitFor(() => expect(element?.matches(':state(empty)')).toBe(true));
  },
};

/** Just connected: everything waits its turn. */
export const Waiting: StoryObj = {
  name: 'Just connected',
  parameters: lenderParameters(readFor(0)),
  play: async (context) => {
    await expect(await seen(context).findAllByText('Waiting')).toHaveLength(8);
  },
};

/** The first types are being read; nothing can be used yet. */
export const Reading: StoryObj = {
  name: 'The first data is read',
  parameters: lenderParameters(readFor(6)),
  play: async (context) => {
    await expect((await seen(context).findAllByText(/^Reading(?:, .+)?$/)).length).toBeGreaterThan(1);
    await seen(context).findByText(/^0 of 8 ready/);
  },
};

/** Something can be used: the person may leave, and the rest comes by itself. */
export const Enough: StoryObj = {
  name: 'Enough to start',
  parameters: lenderParameters(readFor(13)),
  play: async (context) => {
    await seen(context).findByText(/Enough to start/);
  },
};

/** Everything that can be read has been read. */
export const Complete: StoryObj = {
  name: 'Everything is read',
  parameters: lenderParameters(readFor(60)),
  play: async (context) => {
    await seen(context).findByText('Everything that can be read has been read.');
    await expect(await seen(context).findAllByText('Ready')).toHaveLength(8);
  },
};

/** The same as it happens: data arrives over twenty seconds. */
export const Live: StoryObj = {
  name: 'As it happens',
  parameters: lenderParameters((lender) => lender.connect('gbol')),
};

/** Not everything could be read, and the platform does not offer one type at all. */
export const SomeFailed: StoryObj = {
  name: 'Some could not be read',
  parameters: lenderParameters(async (lender) => {
    const id = await readFor(60)(lender);
    lender.simulator.endPull(id, 'bankAccounts', 'PermissionsError');
    lender.simulator.endPull(id, 'profitAndLoss', 'FetchError');
  }),
  play: async (context) => {
    await expect(await seen(context).findAllByText('Couldn’t be read')).toHaveLength(2);
    // The names of data types stay in the language of the page.
    await seen(context).findByText(/^Xero doesn’t offer ./);
  },
};

/** One type came to this end, and everything else has been read. */
const ended = (status: PullStatus, says: RegExp): StoryObj => ({
  tags: ['!autodocs'],
  parameters: lenderParameters(async (lender) =>
    lender.simulator.endPull(await readFor(60)(lender), 'bills', status),
  ),
  play: async (context) => {
    await seen(context).findByText(says);
  },
});

/** Whoever signed in may not see it. */
export const PermissionMissing: StoryObj = {
  name: 'Not allowed to see it',
  ...ended('PermissionsError', /Ask an administrator of Xero/),
};

/** Something has to be set up at the platform first. */
export const SetUpFirst: StoryObj = {
  name: 'To be set up first',
  ...ended('PrerequisiteNotMet', /has to be set up in Xero/),
};

/** The platform didn’t answer, and may when it is asked again. */
export const PlatformDidntAnswer: StoryObj = {
  name: 'The platform did not answer',
  ...ended('FetchError', /may next time/),
};

/** What came couldn’t be understood: Codat looks after it. */
export const CodatLooksAfterIt: StoryObj = {
  name: 'Could not be understood',
  ...ended('MapError', /Codat watches for this/),
};

/** Someone stopped it. */
export const Stopped: StoryObj = { name: 'Reading was stopped', ...ended('Cancelled', /was stopped/) };

/** Nothing at all could be read. */
export const NothingCouldBeRead: StoryObj = {
  name: 'Nothing could be read',
  tags: ['!autodocs'],
  parameters: lenderParameters(async (lender) => {
    const id = await readFor(0)(lender);
    const [company] = lender.simulator.snapshot().companies;
    const [connection] = company?.connections ?? [];
    for (const { dataType } of connection?.pulls ?? [])
      lender.simulator.endPull(id, dataType, 'PermissionsError');
  }),
  play: async (context) => {
    await seen(context).findByText('Nothing could be read.');
  },
};

/** The access was lost on the way: what to do about it is here. */
export const AccessLost: StoryObj = {
  name: 'Access lost on the way',
  parameters: lenderParameters(async (lender) => lender.simulator.deauthorize(await readFor(12)(lender))),
  play: async (context) => {
    await seen(context).findByRole('button', { name: 'Reconnect Xero' });
  },
};

/** The person signs in anew in the same place. */
export const Reconnecting: StoryObj = {
  name: 'Signing in again',
  tags: ['!autodocs'],
  parameters: lenderParameters(async (lender) => lender.simulator.deauthorize(await readFor(12)(lender))),
  play: async (context) => {
    const way = await seen(context).findByRole('button', { name: 'Reconnect Xero' });
    await windowOpenedBy(() => userEvent.click(way));
    await seen(context).findByRole('heading', { name: 'Finish signing in at Xero' });
  },
};

/** It was linked long ago, and the lender never asked for anything. */
export const NothingAskedFor: StoryObj = {
  name: 'Nothing is being read',
  tags: ['!autodocs'],
  parameters: lenderParameters(async (lender) => {
    await lender.connect('gbol', { hoursAgo: 3 });
    lender.readNothing();
  }),
  play: async (context) => {
    await seen(context).findByText('Nothing is being read at the moment.');
  },
};

/** The books are on a computer at the business, and wait until it is on. */
export const OfflineConnector: StoryObj = {
  name: 'Waiting for a computer',
  parameters: lenderParameters(readFor(60, 'hbql')),
  play: async (context) => {
    await seen(context).findByRole('heading', { name: 'Reading your data from Sage 50 (UK)' });
    await expect(await seen(context).findAllByText('Waiting')).toHaveLength(8);
  },
};

/** QuickBooks Desktop is read at night, while the computer is on. */
export const ReadOvernight: StoryObj = {
  name: 'Read at night',
  tags: ['!autodocs'],
  parameters: lenderParameters(readFor(60, 'pqsw')),
  play: async (context) => {
    await seen(context).findByText(/between 7 pm and 7 am/);
  },
};

/** Something is being installed at the platform first. */
export const AfterInstalling: StoryObj = {
  name: 'Something is being installed',
  tags: ['!autodocs'],
  parameters: lenderParameters(readFor(0, 'trji')),
  play: async (context) => {
    await seen(context).findByText(/10 to 20 minutes after you connect/);
  },
};

/** Several platforms at once, with what the host does next in the slot `follow-up`. */
export const SeveralPlatforms: StoryObj = {
  name: 'Several platforms',
  parameters: lenderParameters(async (lender) => {
    await lender.connect('fztf');
    await readFor(13)(lender);
  }),
  render: (_, context) => html`
    <sync-progress lender="Larkspur" .session=${lenderOf(context).session}>
      <p slot="follow-up">We’ll write to you as soon as there is a decision.</p>
    </sync-progress>
  `,
};

/** What is read takes its time to be known; its place is kept. */
export const Loading: StoryObj = {
  parameters: lenderParameters(async (lender) => {
    await lender.connect('gbol');
    lender.simulator.faults.add({ path: '/companies/*/data/history', trouble: { is: 'slow', ms: 15_000 } });
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

/** Everything that can keep the element from what it shows, by its name: what happened, what to do, what to quote. */
export const EveryError: StoryObj = {
  name: 'Every error',
  tags: ['!autodocs'],
  render: () =>
    eachFailing((session, heading) => html`<sync-progress .session=${session}>${heading}</sync-progress>`),
  play: async ({ canvasElement }) => {
    const failed = () => canvasElement.querySelectorAll('sync-progress:state(failed)');
    await waitFor(() => expect(failed()).toHaveLength(kindsOfError));
  },
};

const connectSeveral =
  (count: number, ...keys: string[]) =>
  async (lender: Lender) => {
    for (let index = 0; index < count; index++)
      await lender.connect(keys[index % keys.length] ?? 'fztf', {
        organisation: `Marlow shop ${index + 1}`,
        hoursAgo: index + 1,
      });
  };

/** Six connections, each under its own heading: some have all they can have, one has just begun, one waits. */
export const Six: StoryObj = {
  name: 'Six connections',
  tags: ['!autodocs'],
  parameters: lenderParameters(async (lender) => {
    await connectSeveral(4, 'fztf', 'suuo')(lender);
    await lender.connect('hbql');
    await readFor(13)(lender);
  }),
  play: async (context) => {
    await expect(await seen(context).findAllByRole('heading', { level: 3 })).toHaveLength(6);
  },
};

/** Sixty connections, as a company with a shop in every town may have. */
export const Sixty: StoryObj = {
  name: 'Sixty connections',
  tags: ['!autodocs'],
  parameters: lenderParameters(async (lender) => {
    await connectSeveral(59, 'fztf', 'zsth', 'exgd')(lender);
    await readFor(13)(lender);
  }),
  play: async (context) => {
    await expect(await seen(context).findAllByRole('heading', { level: 3 })).toHaveLength(60);
  },
};
