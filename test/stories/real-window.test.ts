import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStorybook, type Storybook } from '../../tools/storybook.js';

describe('the stories', { concurrency: 2 }, () => {
  let storybook: Storybook;

  before(async () => (storybook = await openStorybook()));
  after(() => storybook.close());

  it('open a real window to sign in, which ends at a real return page', async () => {
    const { context, page, pageErrors } = await storybook.open('light');
    await page.goto(storybook.urlOf('platform-picker--few-platforms', 'light'));
    const tile = page.getByRole('button', { name: 'Xero' });
    assert.ok(await tile.locator('img').evaluate(isDrawn));
    const [signIn] = await Promise.all([context.waitForEvent('page'), tile.click()]);
    await signIn.getByLabel('Organisation').fill('Thistle & Sons');
    const gone = signIn.waitForEvent('close');
    await signIn.getByRole('button', { name: 'Allow' }).click();
    await gone;
    await page.getByRole('heading', { name: 'Thistle & Sons is connected' }).waitFor();
    await context.close();
    assert.deepEqual(pageErrors, []);
  });

  it('continue in another tab where a host’s page would continue in this one', async () => {
    const { context, page, pageErrors } = await storybook.open('light');
    await page.goto(storybook.urlOf('platform-picker--window-blocked', 'light'));
    const [signIn] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Continue to Xero' }).click(),
    ]);
    await signIn.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'Xero isn’t connected' }).waitFor();
    await context.close();
    assert.deepEqual(pageErrors, []);
  });
});

/** Whether an image loaded, once it has loaded or failed. */
function isDrawn(image: HTMLImageElement): Promise<boolean> {
  return image.decode().then(
    () => image.naturalWidth > 0,
    () => false,
  );
}
