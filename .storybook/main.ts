import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/*.mdx', '../stories/*.stories.ts'],
  staticDirs: ['../stories/static'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Nothing of this page leaves it.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
};

export default config;
