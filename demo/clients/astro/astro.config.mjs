import { defineConfig } from 'astro/config';

// Small scripts become files too, since the policy allows none in the page.
export default defineConfig({ vite: { build: { assetsInlineLimit: 0 } } });
