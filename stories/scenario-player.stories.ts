import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { lenderParameters, lenderOf } from './story-lender.js';
import type { Lender } from './lender.js';
import { inside } from './screen.js';
import { scenarioNames, scenarios, Scenarios, type ScenarioName } from './scenarios.js';

type Switches = Partial<Record<ScenarioName, boolean>>;

const players = new WeakMap<Lender, Scenarios>();

const playerOf = (lender: Lender): Scenarios => {
  const player = players.get(lender) ?? new Scenarios(lender);
  players.set(lender, player);
  return player;
};

/**
 * Every failure on a switch. Turn one on, in the controls or in the address (`&args=busy:!true`), and use the elements:
 * each ends in words and a next step, and nothing is lost when it is over.
 */
const meta: Meta<Switches> = {
  id: 'scenario-player',
  title: 'Scenarios',
  tags: ['!autodocs'],
  parameters: { controls: { disable: false } },
  args: Object.fromEntries(scenarioNames.map((name) => [name, false])),
  argTypes: Object.fromEntries(
    scenarioNames.map((key) => {
      const { name, description } = scenarios[key];
      return [key, { name, description, control: 'boolean' }];
    }),
  ),
  beforeEach: (context) => () => playerOf(lenderOf(context)).end(),
  render: (wanted, context) => {
    const lender = lenderOf(context);
    playerOf(lender).set(wanted);
    return html`
      <platform-picker
        lender="Larkspur"
        source-types="Accounting Banking"
        include="gbol qhyg tgff hbql suuo"
        .session=${lender.session}
      ></platform-picker>
      <hr />
      <sync-progress lender="Larkspur" .session=${lender.session}></sync-progress>
      <hr />
      <connection-list lender="Larkspur" .session=${lender.session}></connection-list>
    `;
  },
};

export default meta;

type Story = StoryObj<Switches>;

const picker = ({ canvasElement }: StoryContext<Switches>) => inside(canvasElement, 'platform-picker');

/** Nothing is wrong until a switch is turned. */
export const Player: Story = { name: 'The player' };

/** With no window to open, the way on is a link in this tab; and when Codat limits requests, words and another try. */
export const InTheWay: Story = {
  name: 'Windows blocked, and too many requests',
  tags: ['!autodocs'],
  play: async (context) => {
    const player = playerOf(lenderOf(context));
    await picker(context).findByRole('button', { name: 'Xero' });
    player.set({ busy: true, blocked: true });
    await userEvent.click(await picker(context).findByRole('button', { name: 'Xero' }));
    await picker(context).findByRole('heading', { name: 'This is busy right now' });

    player.set({ blocked: true });
    await userEvent.click(await picker(context).findByRole('button', { name: 'Start again' }));
    await picker(context).findByRole('link', { name: 'Continue to Xero' });
  },
};

/** What is taken away at the platform shows at once, with the way back beside it. */
export const TakenAway: Story = {
  name: 'Access taken away',
  tags: ['!autodocs'],
  parameters: lenderParameters((lender) => lender.connect('gbol')),
  play: async (context) => {
    const list = inside(context.canvasElement, 'connection-list');
    await list.findByText('Connected');
    playerOf(lenderOf(context)).set({ revoked: true });
    await list.findByText('Access lost');
  },
};
