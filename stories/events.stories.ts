import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { within } from 'storybook/test';
import { fetchAndBroadcastReturn } from '../src/session/return-ticket.js';
import { elements } from './manifest.js';
import { choose } from './picker.js';
import { signIn } from './sign-in.js';
import { lenderOf } from './story-lender.js';

/** What a host's page hears, as it happens. */
const meta: Meta = { title: 'Events', tags: ['!autodocs'] };

export default meta;

const names = new Set(elements.flatMap(({ events }) => events.map(({ name }) => name)));

/** One listener at the document hears every element: each event is written down under the picker. */
export const Heard: StoryObj = {
  name: 'What a page hears',
  beforeEach: ({ canvasElement }) => {
    const hear = ({ type, target }: Event): void => {
      const line = document.createElement('li');
      line.textContent = `${type} from ${target instanceof Element ? target.localName : 'the document'}`;
      canvasElement.querySelector('ol')?.append(line);
    };
    for (const name of names) document.addEventListener(name, hear);
    return () => {
      for (const name of names) document.removeEventListener(name, hear);
    };
  },
  render: (_, context) => html`
    <platform-picker
      lender="Larkspur"
      source-types="Accounting"
      include="gbol qhyg fbrh"
      .session=${lenderOf(context).session}
    ></platform-picker>
    <hr />
    <h2>Heard</h2>
    <ol aria-live="polite"></ol>
  `,
  play: async (context) => {
    const lender = lenderOf(context);
    const link = await choose(context, 'Xero');
    await fetchAndBroadcastReturn(lender.anotherPage(), await signIn(lender, link, 'Allow'));
    await within(context.canvasElement).findByText('codat-connected from platform-picker');
  },
};
