import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { checklist, judgeRules, rules, type Finding } from '../../tools/partner-rules/rules.js';
import { takeSnapshot } from '../../tools/partner-rules/page-snapshot.js';
import { beginToApply, addConnection, openSite, type Site, type Visit } from './site.js';

/** What to break so that a rule is missed, on which page of the demo. */
type Fault = readonly [path: '/account' | '/apply', plant: (page: Page) => Promise<unknown>];

const row = (page: Page, platform: string): Locator =>
  page.locator('[part~="row"]').filter({ hasText: platform });
const tile = (page: Page, platform: string): Locator =>
  page.locator('[part~="tile"]').filter({ hasText: platform });
/** Adds rules to the picker's own, for what isn't drawn yet. */
const restyle = (page: Page, rules: string) =>
  page.locator('platform-picker').evaluate((picker, rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    picker.shadowRoot?.adoptedStyleSheets.push(sheet);
  }, rules);
const remove = (found: Locator) => found.evaluateAll((all) => all.forEach((one) => one.remove()));
/** Changes the text of a part of rows, and again whenever the list has rendered it. */
const change = (found: Locator, text: string) =>
  found.evaluateAll((all, text) => {
    for (const one of all) {
      const row = one.closest('[part~="row"]') ?? one;
      new MutationObserver(() => {
        for (const each of row.querySelectorAll(`[part="${one.getAttribute('part')}"]`))
          if (each.textContent !== text) each.textContent = text;
      }).observe(row, { childList: true, subtree: true });
      // The first change that is observed.
      row.append('');
    }
  }, text);

const faults: Readonly<Record<string, Fault>> = {
  'xero-organisation': [
    '/account',
    (page) => change(row(page, 'Xero').locator('[part~="organisation"]'), ''),
  ],
  'xero-status': ['/account', (page) => change(row(page, 'Xero').locator('[part~="status"]'), '')],
  'xero-connect': [
    '/apply',
    (page) =>
      tile(page, 'Xero').evaluateAll((all) => all.forEach((one) => one.toggleAttribute('disabled', true))),
  ],
  'xero-reconnect': ['/account', (page) => remove(row(page, 'Xero').locator('[part~="way"]'))],
  'xero-disconnect': ['/account', (page) => remove(row(page, 'Xero').locator('[part~="menu-button"]'))],
  'xero-errors': ['/account', (page) => remove(row(page, 'Xero').locator('[part~="why"]'))],
  'intuit-button': [
    '/apply',
    (page) => restyle(page, '[part~="branded"] img { visibility: hidden !important }'),
  ],
  'intuit-hover': [
    '/apply',
    (page) => restyle(page, '[part~="branded"] img { visibility: visible !important }'),
  ],
  'intuit-unaltered': ['/apply', (page) => restyle(page, '[part~="branded"] img { filter: grayscale(1) }')],
  'intuit-hidden': [
    '/apply',
    (page) =>
      tile(page, 'QuickBooks Online').evaluate((one) =>
        one.addEventListener('click', () => {
          const root = one.getRootNode() as ShadowRoot;
          new MutationObserver((_, observer) => {
            const panel = root.querySelector('[part~="panel"]');
            if (!panel) return;
            observer.disconnect();
            const branded = document.createElement('button');
            branded.setAttribute('part', 'branded');
            branded.textContent = 'Connect to QuickBooks';
            panel.append(branded);
          }).observe(root, { childList: true, subtree: true });
        }),
      ),
  ],
  'intuit-disconnect': [
    '/account',
    (page) => remove(row(page, 'QuickBooks').locator('[part~="menu-button"]')),
  ],
  'intuit-reconnect': ['/account', (page) => remove(row(page, 'QuickBooks').locator('[part~="why"]'))],
  'intuit-spelling': [
    '/account',
    (page) => change(row(page, 'QuickBooks Online').locator('[part~="name"]'), 'Quickbooks Online'),
  ],
  'intuit-product': [
    '/account',
    (page) => change(row(page, 'QuickBooks Online').locator('[part~="name"]'), 'QuickBooks'),
  ],
};

const tool = fileURLToPath(new URL('../../tools/check-partner-rules.ts', import.meta.url));

describe('the rules of Xero and Intuit on the demo’s pages', { concurrency: false }, () => {
  let site: Site;
  let visit: Visit;

  before(async () => {
    site = await openSite();
    visit = await site.visit({ viewport: { width: 1280, height: 900 } });
    await beginToApply(visit);
    await addConnection(site, visit, 'gbol', 'Marlow Bakery');
    site.simulator.deauthorize(await addConnection(site, visit, 'gbol', 'Marlow Cafe'));
    site.simulator.addError(await addConnection(site, visit, 'gbol'), '500');
    await addConnection(site, visit, 'qhyg', 'Marlow Bakery');
    site.simulator.deauthorize(await addConnection(site, visit, 'pqsw', 'Marlow Bakery'));
  });

  after(() => site.close());

  const judged = async (paths: readonly string[], plant?: Fault[1]): Promise<Finding[]> => {
    const sights = [];
    for (const path of paths) {
      await visit.page.goto(path);
      // Every page shows connections, which may load after the platforms.
      await visit.page
        .locator(path === '/account' ? '[part~="row"]' : '[part~="mark-text"]')
        .first()
        .waitFor();
      await plant?.(visit.page);
      sights.push(await takeSnapshot(visit.page));
    }
    return judgeRules(sights);
  };
  /** Runs the command as a lender does. */
  const run = async (...more: string[]): Promise<{ code: number; output: string }> => {
    const cookies = (await visit.context.cookies()).flatMap(({ name, value }) => [
      '--cookie',
      `${name}=${value}`,
    ]);
    return new Promise((resolve) => {
      execFile(process.execPath, ['--import', 'tsx', tool, ...cookies, ...more], (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), output: `${out}${err}` }),
      );
    });
  };

  it('are all met', async () => {
    const findings = await judged(['/account', '/apply']);

    assert.deepEqual(
      findings.map(({ id, is, missing }) => [id, is, missing]),
      rules.map(({ id }) => [id, 'met', []]),
    );
  });

  it('each have a fault that breaks them', () => {
    assert.deepEqual(
      Object.keys(faults),
      rules.map(({ id }) => id),
    );
  });

  for (const [id, [path, plant]] of Object.entries(faults)) {
    it(`${id} fails where it is broken`, async () => {
      const finding = (await judged([path], plant)).find((each) => each.id === id);

      assert.equal(finding?.is, 'missed');
      assert.notDeepEqual(finding.missing, []);
    });
  }

  it('are all met where the pictures of a button arrive after it', async () => {
    const { context, page } = visit;
    const hasButton = page.locator('[part~="branded"]').waitFor({ state: 'attached' });
    await context.route('**/codat/assets/**', (route) => hasButton.then(() => route.continue()));
    const findings = await judged(['/apply']);
    await context.unrouteAll({ behavior: 'wait' });

    assert.deepEqual(
      findings.filter(({ id, is }) => id.startsWith('intuit-') && is === 'missed'),
      [],
    );
  });

  it('are not judged if there is nothing to judge them by', () => {
    assert.ok(judgeRules([]).every(({ is }) => is === 'not seen'));
  });

  it('are reported by a command, with the source of each and those left to a person', async () => {
    const { code, output } = await run(`${site.url}/account`, `${site.url}/apply`);

    assert.equal(code, 0, output);
    for (const { id, source } of rules)
      assert.ok(output.includes(`✓ met      ${id}`) && output.includes(source), id);
    for (const { says } of checklist) assert.ok(output.includes(says), says);
  });

  it('are reported as JSON, with a failing exit code if one fails', async () => {
    const nameless = await addConnection(site, visit, 'gbol', null);
    const { code, output } = await run(`${site.url}/account`, '--json');
    site.simulator.authorize(nameless, 'Marlow Bakery');

    const { findings } = JSON.parse(output) as { findings: Finding[] };
    assert.equal(code, 1);
    assert.deepEqual(
      findings.filter(({ is }) => is === 'missed').map(({ id, missing }) => [id, missing]),
      [['xero-organisation', ['Xero']]],
    );
  });

  it('can’t be reported for a page without our elements', async () => {
    const { code, output } = await run(`${site.url}/help`);

    assert.equal(code, 2);
    assert.match(output, /None of our elements/);
  });
});
