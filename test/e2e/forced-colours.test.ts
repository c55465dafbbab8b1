import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { beginToApply, addConnection, openSite, type Site } from './site.js';

describe('a person with forced colours', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  it('sees every status icon in the text colour, and the outline of every button, on a dark background', async () => {
    const visit = await site.visit({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });
    const { page } = visit;
    await beginToApply(visit);
    await addConnection(site, visit, 'gbol', 'Marlow Bakery');
    await addConnection(site, visit, 'qhyg');
    site.simulator.deauthorize(await addConnection(site, visit, 'suuo', 'Harbour Bank'));

    await page.goto('/account');
    await page.locator('connection-list').getByText('Access lost').waitFor();
    const statuses = await page
      .locator('connection-list [part="status"] svg')
      .evaluateAll((pictures) => pictures.map((picture) => getComputedStyle(picture).color));
    assert.deepEqual(new Set(statuses), new Set([await page.evaluate(textColour)]));
    assert.equal(statuses.length, 3);

    await page.goto('/apply');
    const send = page.getByRole('button', { name: 'Someone else signs in to it?' });
    await send.waitFor();
    const { padding, border } = await send.evaluate((button) => {
      const { paddingInlineStart, borderInlineStartColor } = getComputedStyle(button);
      return { padding: parseFloat(paddingInlineStart), border: borderInlineStartColor };
    });
    assert.notEqual(border, 'rgba(0, 0, 0, 0)', 'what can be pressed has an edge');
    assert.ok(padding >= 8, 'its words do not touch it');
  });

  it('sees the letters and the plates of logos on a dark background, on a page that is light without them', async () => {
    const visit = await site.visit({ forcedColors: 'active', colorScheme: 'dark' });
    const { page } = visit;
    await beginToApply(visit);
    await page.evaluate(() => Object.assign(document.body.style, { background: '#fff', color: '#1b2320' }));
    await page.locator('platform-picker [part="tile"]').first().waitFor();
    const logo = page.locator('platform-picker [part="logo"]').first();
    const letter = await logo.evaluate((element) => getComputedStyle(element, '::before').color);
    const plate = await logo.evaluate((element) => getComputedStyle(element).backgroundColor);

    assert.equal(letter, await page.evaluate(textColour));
    assert.equal(plate, 'oklch(1 0 0)');
  });
});

describe('a person who asks for more contrast', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  it('sees secondary text and the lines around controls in the colour of the text', async () => {
    const visit = await site.visit({ contrast: 'more' });
    await beginToApply(visit);
    const tile = visit.page.locator('platform-picker [part~="tile"]').first();
    const title = visit.page.locator('platform-picker [part="group-title"]').first();
    const colours = await tile.evaluate((element) => {
      const { color, borderTopColor } = getComputedStyle(element);
      return { color, borderTopColor };
    });

    assert.equal(colours.borderTopColor, colours.color);
    assert.equal(await title.evaluate((element) => getComputedStyle(element).color), colours.color);
  });
});

/** What the system writes text in. */
function textColour(): string {
  const text = document.createElement('p');
  text.style.color = 'CanvasText';
  document.body.append(text);
  return getComputedStyle(text).color;
}
