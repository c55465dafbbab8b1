import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { lenderOf } from './story-lender.js';
import { inside } from './screen.js';

/** Every public custom property that a host may set, by its name; without a value the element follows the page. */
type Properties = Partial<Record<`--codat-${string}`, string>>;

const colour = { control: 'color', table: { category: 'Colours' } } as const;
const words = { control: 'text', table: { category: 'Sizes and type' } } as const;

/** Move the custom properties in the controls below, and copy the CSS. What is left empty follows the page. */
const meta: Meta<Properties> = {
  title: 'Playground',
  parameters: { controls: { disable: false } },
  args: { '--codat-color-accent': '#7a2fd0', '--codat-radius': '10px' },
  argTypes: {
    '--codat-color-accent': colour,
    '--codat-color-on-accent': colour,
    '--codat-color-text': colour,
    '--codat-color-muted': colour,
    '--codat-color-border': colour,
    '--codat-color-fill': colour,
    '--codat-color-surface': colour,
    '--codat-color-on-surface': colour,
    '--codat-color-success': colour,
    '--codat-color-warning': colour,
    '--codat-color-danger': colour,
    '--codat-logo-plate': colour,
    '--codat-font': words,
    '--codat-radius': words,
    '--codat-space': words,
    '--codat-logo-size': words,
  },
};

export default meta;

const rulesOf = (properties: Properties): string =>
  Object.entries(properties)
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name}: ${value ?? ''};`)
    .join('\n');

/** The elements as a host with these properties has them, and the CSS that makes them so. */
export const Playground: StoryObj<Properties> = {
  render: (properties, context) => {
    const { session } = lenderOf(context);
    const css = `:root {\n${rulesOf(properties)}\n}`;
    return html`
      <div style=${rulesOf(properties)}>
        <platform-picker
          lender="Larkspur"
          source-types="Accounting"
          include="gbol qhyg tgff hbql"
          .session=${session}
        ></platform-picker>
        <hr />
        <connection-list lender="Larkspur" .session=${session}></connection-list>
        <hr />
        <pre tabindex="0" role="region" aria-label="CSS" style="overflow-x: auto"><code>${css}</code></pre>
        <button @click=${() => navigator.clipboard.writeText(css)}>Copy the CSS</button>
      </div>
    `;
  },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'platform-picker').findByRole('button', { name: 'Xero' });
    await expect(canvasElement.querySelector('code')).toHaveTextContent('--codat-color-accent: #7a2fd0');
  },
};
