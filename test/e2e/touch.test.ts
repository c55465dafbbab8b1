import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addConnection, beginToApply, openSite, type Site } from './site.js';

describe('a person with a finger, on a page of small text', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  it('finds every button and field at least 44 px high and wide', async () => {
    const visit = await site.visit({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const { page } = visit;
    await beginToApply(visit);
    await addConnection(site, visit, 'gbol', 'Marlow Bakery');
    await addConnection(site, visit, 'qhyg');
    for (const [path, drawn] of [
      ['/apply', 'platform-picker [part="not-listed"]'],
      ['/account', 'connection-list [part="row"]'],
    ] as const) {
      await page.goto(path);
      await page.evaluate(() => (document.body.style.fontSize = '13px'));
      await page.locator(drawn).first().waitFor();
      assert.deepEqual(await page.evaluate(smallTargets), [], path);
    }
  });
});

/** The visible controls of our elements that are smaller than a finger, but for text that copies itself. */
function smallTargets(): string[] {
  return ['platform-picker', 'connection-list', 'sync-progress']
    .flatMap((tag) => [...document.querySelectorAll(tag)])
    .flatMap(({ shadowRoot }) => [
      ...(shadowRoot?.querySelectorAll('button:not([part~="reference"]), summary, input') ?? []),
    ])
    .filter((control) => control.checkVisibility())
    .flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      return Math.min(width, height) < 44 ? [`${control.outerHTML}: ${width} × ${height}`] : [];
    });
}
