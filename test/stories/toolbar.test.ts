import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStorybook, type Storybook } from '../../tools/storybook.js';

describe('the stories', () => {
  let storybook: Storybook;

  before(async () => (storybook = await openStorybook()));
  after(() => storybook.close());

  it('have the theme and the page that are chosen in the toolbar, whichever they had before', async () => {
    const story = await storybook.open('dark');
    const { context, page } = story;
    await story.show('platform-picker--accounting');
    assert.deepEqual(await page.evaluate(worn), { background: 'rgb(19, 24, 22)', accent: '' });
    for (const [theme, background, accent] of [
      ['bank', 'rgb(255, 255, 255)', '#12305a'],
      ['fintech', 'rgb(11, 14, 20)', '#c6ff4a'],
    ] as const) {
      await page.evaluate(choose, { theme });
      await page.locator(`[data-theme="${theme}"] platform-picker`).waitFor();
      assert.deepEqual(await page.evaluate(worn), { background, accent });
    }
    await context.close();
  });
});

/** Sets what Storybook's toolbar sets. */
function choose(globals: Readonly<Record<string, string>>): void {
  window.__STORYBOOK_ADDONS_CHANNEL__?.emit('updateGlobals', { globals });
}

/** The colours of a story's page, and the accent it passes to its elements. */
function worn(): { background: string; accent: string } {
  const page = document.querySelector('.host-page') ?? document.body;
  const { backgroundColor } = getComputedStyle(page);
  return {
    background: backgroundColor,
    accent: getComputedStyle(page).getPropertyValue('--codat-color-accent'),
  };
}
