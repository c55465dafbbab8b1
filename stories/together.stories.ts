import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { lenderOf } from './story-lender.js';
import { inside } from './screen.js';
import { signIn, windowOpenedBy } from './sign-in.js';
import { fetchAndBroadcastReturn } from '../src/session/return-ticket.js';

/** Elements of one session know the same: what is connected in one shows in the others at once. */
const meta: Meta = {
  id: 'together',
  title: 'Start here',
  tags: ['!autodocs'],
  render: (_, context) => {
    const { session } = lenderOf(context);
    return html`
      <platform-picker
        lender="Larkspur"
        source-types="Accounting"
        include="gbol qhyg tgff fbrh"
        .session=${session}
      ></platform-picker>
      <hr />
      <sync-progress .session=${session}></sync-progress>
      <hr />
      <connection-list lender="Larkspur" .session=${session}></connection-list>
      <hr />
      <powered-by-codat href="https://www.codat.io"></powered-by-codat>
    `;
  },
};

export default meta;

/** The whole of it on one page, before anything is connected: try it. */
export const OnOnePage: StoryObj = { name: 'The whole of it on one page' };

/** The same once Xero is connected: its data arrives, and it can be managed. */
export const OnceConnected: StoryObj = {
  name: 'Once something is connected',
  tags: ['!autodocs'],
  play: async (context) => {
    const { canvasElement } = context;
    const lender = lenderOf(context);
    const tile = await inside(canvasElement, 'platform-picker').findByRole('button', { name: 'Xero' });
    const link = await windowOpenedBy(() => userEvent.click(tile));
    await fetchAndBroadcastReturn(lender.anotherPage(), await signIn(lender, link, 'Allow'));

    await inside(canvasElement, 'sync-progress').findByRole('heading', {
      name: 'Reading your data from Xero',
    });
    await inside(canvasElement, 'connection-list').findByText('Marlow Bakery');
  },
};
