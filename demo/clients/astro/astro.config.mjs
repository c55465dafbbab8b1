import { defineConfig } from 'astro/config';

// Small scripts and style sheets become files too, since the policy allows none in the page.
export default defineConfig({
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
});
