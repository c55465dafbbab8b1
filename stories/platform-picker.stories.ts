import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent } from 'storybook/test';
import { lenderParameters, lenderOf } from './story-lender.js';
import { choose, pickerIn } from './picker.js';
import { blockingWindows, signIn, type Press } from './sign-in.js';
import { fetchAndBroadcastReturn } from '../src/session/return-ticket.js';

interface Attributes {
  sourceTypes?: string | undefined;
  include?: string;
  exclude?: string;
  featured?: string;
}

/** Finds a platform and connects it: choosing, signing in at the platform in a window of its own, and what came of it. */
const meta: Meta<Attributes> = {
  title: 'Platform picker',
  component: 'platform-picker',
  args: { sourceTypes: 'Accounting' },
  parameters: { controls: { disable: false } },
  argTypes: {
    sourceTypes: {
      name: 'source-types',
      description: 'Kinds of platform, such as `Accounting Banking`',
      control: 'text',
    },
    include: { description: 'Keys of the only platforms to show', control: 'text' },
    exclude: { description: 'Keys of platforms not to show', control: 'text' },
    featured: { description: 'Keys of the platforms to show first, not the most used ones', control: 'text' },
  },
  render: ({ sourceTypes, include, exclude, featured }, context) => html`
    <platform-picker
      lender="Larkspur"
      source-types=${ifDefined(sourceTypes)}
      include=${ifDefined(include)}
      exclude=${ifDefined(exclude)}
      featured=${ifDefined(featured)}
      .session=${lenderOf(context).session}
    ></platform-picker>
  `,
};

export default meta;

type Story = StoryObj<Attributes>;

/** Chooses Xero, presses a button on its sign-in page, and comes back. */
async function comeBackFrom(context: StoryContext<Attributes>, press: Press): Promise<void> {
  const lender = lenderOf(context);
  const link = await choose(context, 'Xero');
  await pickerIn(context).findByRole('heading', { name: 'Finish signing in at Xero' });
  await fetchAndBroadcastReturn(lender.anotherPage(), await signIn(lender, link, press));
}

/** Accounting software, the most used first, with a field to search by. */
export const Accounting: Story = {
  name: 'Accounting software',
  play: async (context) => {
    await pickerIn(context).findByRole('group', { name: 'Most used' });
    await pickerIn(context).findByRole('searchbox', { name: 'Find your platform' });
  },
};

/** Part of a name is enough to find a platform by, and how many there are is said aloud. */
export const Searching: Story = {
  name: 'Searching by part of a name',
  tags: ['!autodocs'],
  play: async (context) => {
    await userEvent.type(await pickerIn(context).findByRole('searchbox'), 'books');
    await pickerIn(context).findByText('4 platforms');
  },
};

/** What was typed is in no platform’s name. */
export const NothingFound: Story = {
  name: 'Nothing found',
  tags: ['!autodocs'],
  play: async (context) => {
    await userEvent.type(await pickerIn(context).findByRole('searchbox'), 'ledger of my own');
    await pickerIn(context).findByText(/^Nothing found for “ledger of my own”/);
  },
};

/** Every kind of platform that people connect, under the title of its kind. */
export const AllKinds: Story = {
  name: 'Every kind of platform',
  args: { sourceTypes: undefined },
  play: async (context) => {
    await pickerIn(context).findByRole('group', { name: 'Most used' });
    // On a phone all but the most used are folded.
    const showAll = pickerIn(context).queryByRole('button', { name: /^Show all/ });
    if (showAll) await userEvent.click(showAll);
    for (const name of ['Accounting', 'Banking', 'Shops and payments']) {
      await pickerIn(context).findByRole('group', { name });
    }
  },
};

/** A choice so small that nobody needs to search. */
export const FewPlatforms: Story = {
  name: 'A few platforms',
  args: { include: 'gbol qhyg fbrh' },
  play: async (context) => {
    await pickerIn(context).findByRole('button', { name: 'FreeAgent' });
    await expect(pickerIn(context).queryByRole('searchbox')).toBeNull();
  },
};

/** The platform that most of this lender’s customers use comes first. */
export const Featured: Story = {
  name: 'The lender’s choice first',
  args: { featured: 'tgff' },
  play: async (context) => {
    const group = await pickerIn(context).findByRole('group', { name: 'Most used' });
    await expect(group).toHaveTextContent(/Sage Accounting$/);
  },
};

/** One platform is connected and another was begun: both say so, and the second continues where it was left. */
export const Begun: Story = {
  name: 'One connected, one begun',
  args: { sourceTypes: 'Accounting Commerce' },
  parameters: lenderParameters(async (lender) => {
    await lender.connect('gbol');
    await lender.begin('fztf');
  }),
  play: async (context) => {
    await pickerIn(context).findByRole('button', { name: 'Xero Connected' });
    await pickerIn(context).findByRole('button', { name: 'Shopify Finish connecting' });
  },
};

/** A second accounting platform can’t be connected beside the first: the picker says why, and what to do. */
export const OneAtATime: Story = {
  name: 'One accounting platform at a time',
  tags: ['!autodocs'],
  parameters: lenderParameters((lender) => lender.connect('gbol')),
  play: async (context) => {
    await pickerIn(context).findByRole('button', { name: 'Xero Connected' });
    await userEvent.click(pickerIn(context).getByRole('button', { name: 'FreeAgent' }));
    await pickerIn(context).findByRole('heading', { name: 'Xero is connected' });
  },
};

/** The host’s own heading, a way on for those whose platform isn’t here, and help. */
export const WithSlots: Story = {
  name: 'The host’s own heading and help',
  render: (_, context) => html`
    <platform-picker
      lender="Larkspur"
      source-types="Accounting"
      include="gbol qhyg tgff fbrh"
      .session=${lenderOf(context).session}
    >
      <h2 slot="heading">Step 3 of 4: your books</h2>
      <a slot="not-listed" href="#upload">Upload a file instead</a>
      <a slot="help" href="#help">Call us on 01632 960 123</a>
    </platform-picker>
  `,
};

/** The lender’s own colours and corners, by custom properties. */
export const InTheLendersColours: Story = {
  name: 'In the lender’s colours',
  tags: ['!autodocs'],
  render: (_, context) => html`
    <platform-picker
      style="--codat-color-accent: #1f6f54; --codat-radius: 0"
      lender="Larkspur"
      source-types="Accounting"
      include="gbol qhyg tgff fbrh"
      .session=${lenderOf(context).session}
    ></platform-picker>
  `,
  play: async (context) => {
    await blockingWindows(async () =>
      userEvent.click(await pickerIn(context).findByRole('button', { name: 'Xero' })),
    );
    await pickerIn(context).findByRole('link', { name: 'Continue to Xero' });
  },
};

/** The list takes its time; the space it needs is kept. */
export const Loading: Story = {
  parameters: lenderParameters(({ simulator }) =>
    simulator.faults.add({ path: '/integrations', trouble: { is: 'slow', ms: 15_000 } }),
  ),
  play: async (context) => {
    await pickerIn(context).findByText('Loading');
  },
};

/** Codat can’t be reached. Trying again helps once it can, here after some seconds. */
export const CodatDown: Story = {
  name: 'Nothing can be reached',
  parameters: lenderParameters(({ simulator }) =>
    simulator.faults.add({ path: '/integrations', times: 3, trouble: { is: 'refused', status: 503 } }),
  ),
  play: async (context) => {
    await pickerIn(context).findByRole('heading', { name: 'This service can’t be reached right now' });
    await pickerIn(context).findByRole('button', { name: 'Try again' });
  },
};

/** The browser opened no window, so the way on is a link in this tab. */
export const WindowBlocked: Story = {
  name: 'The window was blocked',
  tags: ['!autodocs'],
  play: async (context) => {
    const tile = await pickerIn(context).findByRole('button', { name: 'Xero' });
    await blockingWindows(() => userEvent.click(tile));
    await pickerIn(context).findByRole('link', { name: 'Continue to Xero' });
  },
};

/** Some platforms need things at hand, which are said before the person leaves. */
export const BeforeYouGo: Story = {
  name: 'What you need before you start',
  tags: ['!autodocs'],
  args: { include: 'hbql' },
  play: async (context) => {
    await userEvent.click(await pickerIn(context).findByRole('button', { name: 'Sage 50 (UK)' }));
    await pickerIn(context).findByRole('button', { name: 'Continue to Sage 50 (UK)' });
  },
};

/** A window is open at the platform, and the picker waits for what comes of it. */
export const SigningIn: Story = {
  name: 'Signing in, in a window',
  tags: ['!autodocs'],
  play: async (context) => {
    await choose(context, 'Xero');
    await pickerIn(context).findByRole('heading', { name: 'Finish signing in at Xero' });
    await pickerIn(context).findByRole('button', { name: /^(Show the window|Open a new sign-in window)$/ });
  },
};

/** Codat says that it is connected, and whose books they are. */
export const Connected: Story = {
  tags: ['!autodocs'],
  play: async (context) => {
    await comeBackFrom(context, 'Allow');
    await pickerIn(context).findByRole('heading', { name: 'Marlow Bakery is connected' });
  },
};

/** The person cancelled at the platform. */
export const Cancelled: Story = {
  tags: ['!autodocs'],
  play: async (context) => {
    await comeBackFrom(context, 'Cancel');
    await pickerIn(context).findByRole('heading', { name: 'Xero isn’t connected' });
    await pickerIn(context).findByText('You cancelled at the sign-in page. Nothing was shared.');
  },
};

/** In a column of 280 pixels, the narrowest there is room for. */
export const Narrow: Story = {
  name: 'In a narrow column',
  args: { sourceTypes: undefined },
  decorators: [(story) => html`<div style="inline-size: 280px">${story()}</div>`],
};
