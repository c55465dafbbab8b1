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
    // One that shows a reference, and one whose sync is folded since it was complete before.
    site.simulator.addError(await addConnection(site, visit, 'exgd'), '500');
    const bank = await addConnection(site, visit, 'suuo', 'Harbour Bank');
    for (const { connections } of site.simulator.snapshot().companies)
      for (const { dataType } of connections.find(({ id }) => id === bank)?.pulls ?? [])
        site.simulator.endPull(bank, dataType, 'Complete');
    for (const [path, ...drawn] of [
      ['/apply', 'platform-picker [part="not-listed"]', 'sync-progress [part="past"]'],
      ['/account', 'connection-list [part~="reference"]'],
    ] as const) {
      await page.goto(path);
      await page.evaluate(() => (document.body.style.fontSize = '13px'));
      for (const part of drawn) await page.locator(part).first().waitFor();
      assert.deepEqual(await page.evaluate(smallTargets), [], path);
    }
  });
});

/** The visible controls of our elements that are smaller than a finger. */
function smallTargets(): string[] {
  return ['platform-picker', 'connection-list', 'sync-progress']
    .flatMap((tag) => [...document.querySelectorAll(tag)])
    .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('button, summary, input') ?? [])])
    .filter((control) => control.checkVisibility())
    .flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      return Math.min(width, height) < 44 ? [`${control.outerHTML}: ${width} × ${height}`] : [];
    });
}
