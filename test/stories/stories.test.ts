import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStorybook, type Finished, type Look, type Storybook } from '../../tools/storybook.js';

/** The pages stories are looked at on: the host's colours, and those a person sets for all pages. */
const pages: readonly { readonly on: string; readonly look: Look; readonly forcedColors?: 'active' }[] = [
  { on: 'a light page', look: 'light' },
  { on: 'a dark page', look: 'dark' },
  { on: 'a dark page that does not say so', look: 'dark-unsaid' },
  { on: 'a page in forced colours', look: 'light', forcedColors: 'active' },
];

describe('the stories, from a static build below some path', { concurrency: 2 }, () => {
  let storybook: Storybook;

  before(async () => (storybook = await openStorybook()));
  after(() => storybook.close());

  for (const { on, look, ...options } of pages) {
    it(`show what they say, accessibly, on ${on}`, async () => {
      const story = await storybook.open(look, { checks: 'accessibility', ...options });
      const troubles: string[] = [];
      for (const id of storybook.stories) {
        const found = [...troublesOf(await story.show(id)), ...story.complaints.splice(0)];
        troubles.push(...found.map((trouble) => `${id}: ${trouble}`));
      }
      await story.context.close();
      assert.deepEqual(troubles, []);
      assert.ok(storybook.stories.length > 40);
    });
  }

  it('wear the theme that is chosen in the toolbar, and its page, on whichever page they were', async () => {
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

  it('open a real window to sign in, which ends at a real return page', async () => {
    const { context, page, complaints } = await storybook.open('light');
    await page.goto(storybook.urlOf('platform-picker--few-platforms', 'light'));
    const tile = page.getByRole('button', { name: 'Xero' });
    assert.ok(await tile.locator('img').evaluate(isDrawn));
    const [signIn] = await Promise.all([context.waitForEvent('page'), tile.click()]);
    await signIn.getByLabel('Organisation').fill('Thistle & Sons');
    await signIn.getByRole('button', { name: 'Allow' }).click();
    await signIn.getByRole('heading', { name: 'Xero is connected' }).waitFor();
    await page.getByRole('heading', { name: 'Thistle & Sons is connected' }).waitFor();
    await context.close();
    assert.deepEqual(complaints, []);
  });

  it('go on in another tab where a host’s page would go on in this one', async () => {
    const { context, page, complaints } = await storybook.open('light');
    await page.goto(storybook.urlOf('platform-picker--window-blocked', 'light'));
    const [signIn] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Continue to Xero' }).click(),
    ]);
    await signIn.getByRole('button', { name: 'Cancel' }).click();
    await signIn.getByRole('heading', { name: 'Xero isn’t connected' }).waitFor();
    await page.getByRole('heading', { name: 'Xero isn’t connected' }).waitFor();
    await context.close();
    assert.deepEqual(complaints, []);
  });
});

/** Sets what Storybook's toolbar sets. */
function choose(globals: Readonly<Record<string, string>>): void {
  window.__STORYBOOK_ADDONS_CHANNEL__?.emit('updateGlobals', { globals });
}

/** What the page of a story looks like, and the accent it hands to its elements. */
function worn(): { background: string; accent: string } {
  const page = document.querySelector('.host-page') ?? document.body;
  const { backgroundColor } = getComputedStyle(page);
  return {
    background: backgroundColor,
    accent: getComputedStyle(page).getPropertyValue('--codat-color-accent'),
  };
}

/** Whether an image came, once it has come or not. */
function isDrawn(image: HTMLImageElement): Promise<boolean> {
  return image.decode().then(
    () => image.naturalWidth > 0,
    () => false,
  );
}

function troublesOf(finished: Finished | undefined): string[] {
  if (!finished) return ['never finished'];
  const { status, reporters } = finished;
  const violations = reporters.flatMap(({ result }) => result.violations ?? []);
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
  if (reporters.length === 0) told.push('was not looked over');
  return status === 'error' ? ['did not pass', ...told] : told;
}
