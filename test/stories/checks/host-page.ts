import type { Page } from 'playwright-core';

/** Gives the page of a story other colours, as Storybook's toolbar does, without drawing the story again. */
export async function setHostPage(page: Page, theme: string): Promise<void> {
  await page.evaluate((theme) => {
    const hostPage = document.querySelector<HTMLElement>('.host-page');
    // A page with a theme has colours of its own.
    if (hostPage?.dataset['page']) hostPage.dataset['page'] = theme;
  }, theme);
}
