import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { inside } from './screen.js';

/** Says whose service carries the data: in words, or with the logo where the host names one. */
const meta: Meta = { title: 'Powered by Codat', component: 'powered-by-codat' };

export default meta;

/** In words, where the host names no logo. */
export const Words: StoryObj = {
  name: 'In words',
  render: () => html`<powered-by-codat href="https://www.codat.io"></powered-by-codat>`,
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'powered-by-codat').findByRole('link', { name: 'Powered by Codat' });
  },
};

/** With a logo the host serves itself; this one is a stand-in, not Codat’s. */
export const WithALogo: StoryObj = {
  name: 'With a logo',
  render: () => html`<powered-by-codat src="powered-by.svg"></powered-by-codat>`,
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'powered-by-codat').findByRole('img', { name: 'Powered by Codat' });
  },
};

/** The logo can’t be had: the words stand in. */
export const LogoMissing: StoryObj = {
  name: 'The logo can’t be loaded',
  render: () => html`<powered-by-codat src="data:image/svg+xml,none"></powered-by-codat>`,
  play: async ({ canvasElement }) => {
    const seen = inside(canvasElement, 'powered-by-codat');
    await seen.findByText('Powered by Codat');
    await expect(seen.queryByRole('img')).toBeNull();
  },
};
