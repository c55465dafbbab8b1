import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { userEvent } from 'storybook/test';
import { lenderParameters, lenderOf } from './story-lender.js';
import type { Lender } from './lender.js';
import { inside } from './screen.js';
import { blockingWindows } from './sign-in.js';

/**
 * The same elements at two other hosts, by custom properties and parts alone: `demo/public/themes.css` is all there is
 * to it. The demo wears them too: `/apply?theme=bank`, `/account?theme=fintech`.
 */
const meta: Meta = { id: 'themes', title: 'Theming', tags: ['!autodocs'] };

export default meta;

/** A shop is connected, another was begun, and a bank has taken its access away. */
async function atWork(lender: Lender): Promise<void> {
  await lender.connect('fztf', { organisation: 'Marlow Bakery shop', hoursAgo: 300, readHoursAgo: 5 });
  await lender.connect('gbol', { hoursAgo: 0 });
  lender.simulator.deauthorize(
    await lender.connect('suuo', { organisation: 'Marlow Bakery', hoursAgo: 900 }),
  );
}

const at = (theme: string, context: StoryContext): TemplateResult => {
  const { session } = lenderOf(context);
  return html`
    <div class="host-page" data-theme=${theme}>
      <platform-picker lender="Larkspur" source-types="Accounting" .session=${session}></platform-picker>
      <hr />
      <connection-list lender="Larkspur" .session=${session}></connection-list>
      <hr />
      <sync-progress .session=${session}></sync-progress>
      <hr />
      <powered-by-codat></powered-by-codat>
    </div>
  `;
};

const drawn = async ({ canvasElement }: StoryContext): Promise<void> => {
  await inside(canvasElement, 'platform-picker').findByRole('group', { name: 'Most used' });
  await inside(canvasElement, 'connection-list').findByText('Access lost');
};

/** A sober bank: white, navy, hairlines, square corners, platforms in a list rather than in boxes. */
export const SoberBank: StoryObj = {
  name: 'A sober bank',
  parameters: lenderParameters(atWork),
  render: (_, context) => at('bank', context),
  play: drawn,
};

/** A dark fintech: night, lime, round, everything on plates. Words on its lime are black by themselves. */
export const DarkFintech: StoryObj = {
  name: 'A dark fintech',
  parameters: lenderParameters(atWork),
  render: (_, context) => at('fintech', context),
  play: drawn,
};

const onTheWay = async (context: StoryContext): Promise<void> => {
  const picker = inside(context.canvasElement, 'platform-picker');
  const tile = await picker.findByRole('button', { name: 'Xero' });
  await blockingWindows(() => userEvent.click(tile));
  await picker.findByRole('link', { name: 'Continue to Xero' });
};

/** The bank’s one primary action. */
export const SoberBankOnTheWay: StoryObj = {
  name: 'A sober bank, about to sign in',
  tags: ['!autodocs'],
  render: (_, context) => at('bank', context),
  play: onTheWay,
};

/** The fintech’s one primary action. */
export const DarkFintechOnTheWay: StoryObj = {
  name: 'A dark fintech, about to sign in',
  tags: ['!autodocs'],
  render: (_, context) => at('fintech', context),
  play: onTheWay,
};
