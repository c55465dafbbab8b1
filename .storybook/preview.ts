import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { configure } from 'storybook/test';
import '../src/index.js';
import { closeLender, lenderAt } from '../stories/given.js';
import { manifest, purposeOf } from '../stories/manifest.js';
import { hasUsage, usageOf } from '../stories/usage.js';

setCustomElementsManifest(manifest);

configure({
  // The lender's server and Codat run in this page, and retries take their time there too.
  asyncUtilTimeout: 10_000,
  // By default Testing Library prints where it looked, which it can't for a shadow root.
  getElementError: (message) => new Error(message ?? 'Not found.'),
});

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { disable: true },
    options: {
      storySort: {
        order: ['Together', 'Platform picker', 'Sync progress', 'Connection list', 'Connection result'],
      },
    },
    docs: {
      extractComponentDescription: (tag: string) => `${purposeOf(tag)}\n${hasUsage(tag) ? usageOf(tag) : ''}`,
      source: {
        excludeDecorators: true,
        // Stories hand over a session that stays in the page; a host names its token endpoint.
        transform: (code: string) =>
          code.replace(/<(?!powered)[a-z]+-[a-z]+(?! token)(?= |>)/g, '$& token-endpoint="/codat/token"'),
      },
    },
  },
  globalTypes: {
    page: {
      description: 'The page of the host',
      toolbar: {
        title: 'Page',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light page' },
          { value: 'dark', title: 'Dark page' },
          { value: 'dark-unsaid', title: 'Dark page that does not set color-scheme' },
        ],
      },
    },
  },
  initialGlobals: { page: 'light' },
  loaders: [async (context) => ({ lender: await lenderAt(context) })],
  beforeEach:
    ({ canvasElement }) =>
    () =>
      closeLender(canvasElement),
  decorators: [
    (story, { globals }) =>
      html`<div class="host-page" lang="en-GB" data-page=${globals['page']}>${story()}</div>`,
  ],
};

export default preview;
