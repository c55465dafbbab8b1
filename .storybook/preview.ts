import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import { configure } from 'storybook/test';
import '../demo/public/themes.css';
import { registerMessages } from '../src/index.js';
import type { PartialMessages } from '../src/i18n/messages.js';
import { DocsPage } from './docs-page.js';
import { notingEnglish } from '../stories/in-english.js';
import { closeLender, lenderAt } from '../stories/story-lender.js';
import { languages } from '../stories/languages.js';
import { manifest } from '../stories/manifest.js';
import { accessibilityRules } from '../test/stories/checks/accessibility-rules.js';
import { pseudo } from '../test/support/pseudo-locale.js';
import { mergeEnglish } from '../tools/messages-in.js';

setCustomElementsManifest(manifest);

const english = mergeEnglish(
  Object.values(import.meta.glob<object>('../src/i18n/locales/en/*.ts', { eager: true })),
);
/** Drafts too, which the host imports. */
const locales = Object.entries(
  import.meta.glob<Readonly<Record<string, PartialMessages>>>('../src/i18n/locales/*.ts', { eager: true }),
).flatMap(([path, module]) => {
  const [, language = ''] = /([\w-]+)\.ts$/.exec(path) ?? [];
  return Object.values(module)
    .filter((words) => typeof words === 'object')
    .map((words) => [language, words] as const);
});
// Play functions are written in English, whatever language the toolbar has.
for (const [language, words] of [...locales, ['en-XA', pseudo(english)] as const])
  registerMessages(language, notingEnglish(language.toLowerCase(), words, english) as PartialMessages);

configure({
  // The lender's server and Codat run in this page, and retries take their time there too.
  asyncUtilTimeout: 30_000,
  // By default Testing Library prints where it looked, which it can't for a shadow root.
  getElementError: (message) => new Error(message ?? 'Not found.'),
});

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: {
      test: 'error',
      config: {
        rules: accessibilityRules,
      },
    },
    controls: { disable: true },
    options: {
      storySort: {
        order: [
          'Start here',
          'Events',
          'Theming',
          'Playground',
          'Scenarios',
          'Platform picker',
          'Sync progress',
          'Connection list',
          'Connection result',
        ],
      },
    },
    docs: {
      page: DocsPage,
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
    theme: {
      description: 'The look of another host, by custom properties and parts: demo/public/themes.css',
      toolbar: {
        title: 'Theme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'none', title: 'No theme' },
          { value: 'bank', title: 'Sober bank' },
          { value: 'fintech', title: 'Dark fintech' },
        ],
      },
    },
    language: {
      description: 'The language of the host’s page',
      toolbar: { title: 'Language', icon: 'globe', dynamicTitle: true, items: [...languages] },
    },
  },
  initialGlobals: { page: 'light', theme: 'none', language: 'en-GB' },
  loaders: [async (context) => ({ lender: await lenderAt(context) })],
  beforeEach:
    ({ canvasElement }) =>
    () =>
      closeLender(canvasElement),
  decorators: [
    // A page that turns to another language is another page: its elements are made anew. In the docs many stand on one.
    (story, { globals, viewMode }) => {
      const { value, dir } = languages.find(({ value }) => value === globals['language']) ?? {
        value: 'en-GB',
      };
      const theme = globals['theme'] === 'none' ? undefined : String(globals['theme']);
      // A theme has a page of its own.
      const page = html`<div
        class="host-page"
        role=${ifDefined(viewMode === 'story' ? 'main' : undefined)}
        lang=${value}
        dir=${ifDefined(dir)}
        data-page=${ifDefined(theme ? undefined : String(globals['page']))}
        data-theme=${ifDefined(theme)}
      >
        ${story()}
      </div>`;
      return html`${keyed(value, page)}`;
    },
  ],
};

export default preview;
