import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { platforms, trueLayerDemoBank } from '../../src/simulator/index.js';
import { Lender } from './lender.js';

async function keys(lender: Lender, query: Record<string, string>): Promise<string[]> {
  const { results } = await lender.find('/integrations', query);
  return results.map(({ logoUrl }) => /(\w+)\.svg$/.exec(logoUrl)?.[1] ?? '');
}

describe('the platforms of the simulated Codat', () => {
  it('are all listed, with different ids', async () => {
    const { results } = await new Lender().ask('GET', '/integrations');
    const ids = results.map(({ integrationId }) => integrationId);
    assert.equal(results.length, platforms.length);
    assert.equal(new Set(ids).size, platforms.length);
  });

  it('are filtered by a query, in any letter case', async () => {
    const lender = new Lender();
    assert.deepEqual(await keys(lender, { query: 'sourceType=banking&&name!=Plaid&&name~layer' }), ['upvr']);
    assert.deepEqual(await keys(lender, { query: 'enabled=false' }), ['rqwd', 'rvam']);
    assert.deepEqual(await keys(lender, { query: '{key=gbol||key=qhyg}&&name=Xero' }), ['gbol']);
    assert.deepEqual(await keys(lender, { query: 'isOfflineConnector=true', orderBy: '-name' }), [
      'hbql',
      'pqsw',
    ]);
  });

  it('come in pages that link to the next', async () => {
    const lender = new Lender();
    const seen: string[] = [];
    for (let path: string | undefined = '/integrations?pageSize=10&query=sourceType%3DAccounting'; path;) {
      const page = await lender.ask('GET', path);
      seen.push(...page.results.map(({ name }) => name));
      path = page._links['next']?.href;
    }
    assert.deepEqual(
      seen,
      platforms.filter(({ sourceType }) => sourceType === 'Accounting').map(({ name }) => name),
    );
  });

  for (const query of [
    'sourceType',
    'name=',
    '=Xero',
    'name=a&&',
    '{name=a',
    'name=a}',
    'nothing=1',
    'toString=1',
  ]) {
    it(`refuses the query ${query}`, async () => {
      const lender = new Lender();
      const { error } = await lender.find('/integrations', { query });
      assert.match(error, /^Error parsing query - /);
    });
  }

  for (const query of ['page=0', 'page=x', 'pageSize=0', 'pageSize=5001', 'orderBy=nothing']) {
    it(`refuses ${query}`, async () => {
      assert.equal((await new Lender().send('GET', `/integrations?${query}`)).status, 400);
    });
  }

  it('have logos that can be fetched without a key', async () => {
    const lender = new Lender();
    const { logoUrl } = await lender.ask('GET', '/integrations/gbol');
    const image = await lender.codat.fetch(logoUrl);
    assert.equal(image.headers.get('Content-Type'), 'image/svg+xml');
    assert.match(await image.text(), /^<svg .*<\/svg>$/s);
  });

  it('have a branded button for QuickBooks alone, with another image on hover', async () => {
    const lender = new Lender();
    const { button, logo } = await lender.ask('GET', '/integrations/qhyg/branding');
    const images = [button?.default, button?.hover, logo?.full, logo?.square].map(
      (each) => each?.image.src ?? '',
    );
    const texts = await Promise.all(images.map(async (src) => (await lender.codat.fetch(src)).text()));
    assert.equal(new Set(texts).size, 4);
    assert.deepEqual((await lender.ask('GET', '/integrations/gbol/branding')).button, {});
  });

  it('are as inconsistent as the real ones', async () => {
    const lender = new Lender();
    assert.deepEqual(await lender.ask('GET', '/integrations/mqjo/branding'), {});
    assert.equal((await lender.send('GET', '/integrations/upvr/branding')).status, 404);
    const { logoUrl } = await lender.ask('GET', '/integrations/pbtz');
    assert.equal((await lender.codat.fetch(logoUrl)).status, 404);
  });

  it('can be replaced', async () => {
    const lender = new Lender({ platforms: [trueLayerDemoBank] });
    assert.deepEqual(await keys(lender, {}), ['demobank_truelayer']);
    assert.equal((await lender.send('GET', '/integrations/gbol')).status, 404);
  });
});
