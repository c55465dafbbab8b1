import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent } from 'storybook/test';
import { consents } from './consents.js';
import { lenderParameters, lenderOf } from './story-lender.js';
import { pretendInApp } from './in-app.js';
import { choose, pickerIn } from './picker.js';

interface Attributes {
  consent?: boolean;
  platform?: string;
}

/** What else a person may need on the way from the platforms to being connected. */
const meta: Meta<Attributes> = {
  title: 'Platform picker/On the way',
  component: 'platform-picker',
  render: ({ consent, platform }, context) => html`
    <platform-picker
      lender="Larkspur"
      source-types="Accounting"
      ?consent=${consent}
      platform=${ifDefined(platform)}
      .session=${lenderOf(context).session}
    ></platform-picker>
  `,
};

export default meta;

type Story = StoryObj<Attributes>;

const press = async (context: StoryContext<Attributes>, name: string): Promise<void> =>
  userEvent.click(await pickerIn(context).findByRole('button', { name }));

const heading = (context: StoryContext<Attributes>, name: string): Promise<HTMLElement> =>
  pickerIn(context).findByRole('heading', { name });

/** QuickBooks is connected by the button that its maker asks for. */
export const OwnButton: Story = {
  name: 'A platform’s own button',
  play: async (context) => {
    await press(context, 'QuickBooks Online');
    await heading(context, 'Connect QuickBooks Online');
  },
};

/** The host’s own words to agree to, and a box to tick, before anything opens. */
export const Consent: Story = {
  name: 'Words to agree to',
  args: { consent: true },
  parameters: lenderParameters(undefined, { consents }),
  play: async (context) => {
    await press(context, 'Xero');
    await pickerIn(context).findByRole('checkbox', { name: /^I may decide/ });
  },
};

/** Nobody goes on without it. */
export const ConsentMissing: Story = {
  name: 'The box is not ticked',
  tags: ['!autodocs'],
  args: { consent: true },
  parameters: lenderParameters(undefined, { consents }),
  play: async (context) => {
    await press(context, 'Xero');
    await pickerIn(context).findByRole('checkbox');
    await press(context, 'Continue to Xero');
    await pickerIn(context).findByText('Tick the box to go on.');
  },
};

/** The person says yes, and goes to the platform. */
export const ConsentGiven: Story = {
  name: 'Agreed, and signing in',
  tags: ['!autodocs'],
  args: { consent: true },
  parameters: lenderParameters(undefined, { consents }),
  play: async (context) => {
    await press(context, 'Xero');
    await userEvent.click(await pickerIn(context).findByRole('checkbox'));
    await choose(context, 'Continue to Xero');
    await heading(context, 'Finish signing in at Xero');
  },
};

/** The accountant has the log-in: first the platform, then a link to send. */
export const SomeoneElse: Story = {
  name: 'Someone else signs in to it',
  play: async (context) => {
    await press(context, 'Someone else signs in to it?');
    await pickerIn(context).findByText('Choose the platform they use. You get a link to send to them.');
  },
};

/** What the link does, before it is made. */
export const BeforeTheLink: Story = {
  name: 'Before a link is made',
  tags: ['!autodocs'],
  play: async (context) => {
    await press(context, 'Someone else signs in to it?');
    await press(context, 'Xero');
    await heading(context, 'Send a link for Xero');
  },
};

/** The link to copy or to send by mail, and where it stands. */
export const TheLink: Story = {
  name: 'The link to send',
  play: async (context) => {
    await press(context, 'Someone else signs in to it?');
    await press(context, 'Xero');
    await press(context, 'Get the link');
    await pickerIn(context).findByRole('textbox', { name: 'The link to send' });
  },
};

/** Links that were made stand under the platforms, and can be withdrawn there. */
export const LinksMade: Story = {
  name: 'Links that were made',
  tags: ['!autodocs'],
  play: async (context) => {
    await press(context, 'Someone else signs in to it?');
    await press(context, 'Xero');
    await press(context, 'Get the link');
    await pickerIn(context).findByRole('textbox', { name: 'The link to send' });
    await press(context, 'Back to all platforms');
    await pickerIn(context).findByRole('button', { name: 'Withdraw the link for Xero' });
  },
};

/** What else there is for someone whose platform isn’t in the list. */
export const NotListed: Story = {
  name: 'Don’t see yours?',
  play: async (context) => {
    await userEvent.click(await pickerIn(context).findByText('Don’t see yours?'));
    await expect(await pickerIn(context).findByText('Ask Larkspur what you can send instead.')).toBeVisible();
  },
};

/** The host names one platform: what there is to know of it shows at once. */
export const Straight: Story = {
  name: 'Straight to one platform',
  args: { platform: 'gbol' },
  play: async (context) => {
    await heading(context, 'Connect Xero');
  },
};

/** Inside another app, whose browser platforms refuse: the way out of it comes first. */
export const InsideAnotherApp: Story = {
  name: 'Inside another app',
  tags: ['!autodocs'],
  beforeEach: pretendInApp,
  play: async (context) => {
    await pickerIn(context).findByText(/^This page is open inside another app/);
  },
};
