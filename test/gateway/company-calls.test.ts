import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { json, memory, setUp, type Refused } from './set-up.js';
import { until } from './until.js';

const hour = 3_600_000;
const list = /\/connections$/;

/** A page of a company that has connected something. It asks for news of its data every second, and how often it had some. */
async function eager(lender: Awaited<ReturnType<typeof setUp>>) {
  const { asked, clock, company, link, page } = lender;
  await link();
  const own = await page();
  const ask = () => {
    clock.now += 1_000;
    return own.ask(`/companies/${company}/dataStatus`, { headers: { 'Cache-Control': 'no-cache' } });
  };
  /** Asks so many times; how many of them reached Codat. */
  const times = async (count: number): Promise<number> => {
    const before = asked('GET', /dataStatus$/);
    for (let time = 0; time < count; time++) await ask();
    return asked('GET', /dataStatus$/) - before;
  };
  return { ask, own, times };
}

describe('a company’s share of the calls to Codat', () => {
  it('is used up by pages that ask too much, but for a tenth that is kept for connecting', async () => {
    const lender = await setUp();
    const { clock, company } = lender;
    const { own, times } = await eager(lender);
    assert.equal(await times(300), 216);

    const begun = await own.connect('gbol');
    assert.equal((await own.read(begun.id)).status, 'PendingAuth');
    const response = await own.ask(`/companies/${company}/data/history`);
    assert.equal(response.status, 429);
    const untilTen = Math.ceil((hour - (clock.now % hour)) / 1000);
    assert.equal(response.headers.get('Retry-After'), String(untilTen));
    assert.match((await json<Refused>(response)).error, /^This company’s pages have asked for a great deal/);
  });

  it('is its own: another company’s pages do not notice', async () => {
    const lender = await setUp();
    await (await eager(lender)).times(220);
    const other = await lender.gateway.ensureCompany({ reference: 'customer-2' });
    lender.visitor.company = other;
    assert.equal((await (await lender.page()).ask(`/companies/${other}/dataStatus`)).status, 200);
  });

  it('begins anew with the hour, until the day’s is used up', async () => {
    const lender = await setUp();
    const { clock } = lender;
    const reached: number[] = [];
    for (let now = clock.now; reached.length < 4; now += hour) {
      clock.now = now;
      reached.push(await (await eager(lender)).times(240));
    }
    assert.deepEqual(reached, [216, 216, 108, 0]);
    clock.now = Date.UTC(2026, 10, 24);
    assert.equal(await (await eager(lender)).times(240), 216);
  });

  it('is one for all processes that share a store', async () => {
    const { store } = memory();
    const here = await setUp({ store });
    const { simulator, company, clock } = here;
    const there = await setUp({
      store,
      company: () => company,
      now: () => clock.now,
      fetch: (request) => simulator.fetch(request),
    });
    const pages = [await eager(here), await eager({ ...there, company, clock, asked: here.asked })];
    const reached: number[] = [];
    for (const page of pages) reached.push(await page.times(60));
    for (const page of pages) reached.push(await page.times(240));
    // A process may hold as much as a twentieth that another could have used.
    const all = reached.reduce((sum, each) => sum + each);
    assert.ok(all > 216 - 12 && all <= 216, String(reached));
    assert.ok((await pages[1]?.own.connect('gbol'))?.id);
  });

  it('asks the store once for many calls', async () => {
    const { store, calls } = memory();
    const { times } = await eager(await setUp({ store }));
    const before = calls.length;
    assert.equal(await times(120), 120);
    // Ten twentieths of the hour’s 240, four of the day’s 600.
    assert.deepEqual(
      calls.slice(before).filter((call) => !call.startsWith('add calls:')),
      [],
    );
    assert.equal(calls.length - before, 14);
  });

  it('holds for each process alone while the store is away', async () => {
    const { store, trouble } = memory();
    const lender = await setUp({ store });
    const { times } = await eager(lender);
    trouble.away = true;
    assert.equal(await times(300), 216);
  });

  it('is the host’s to set', async () => {
    const { times } = await eager(await setUp({ companyCalls: { hour: 1_000, day: 20 } }));
    assert.equal(await times(40), 18);
  });

  it('counts what is tried again, too', async () => {
    const lender = await setUp({ companyCalls: { hour: 20, day: 20 } });
    const { ask } = await eager(lender);
    lender.simulator.faults.add({
      path: /dataStatus$/,
      trouble: { is: 'refused', status: 503, retryAfter: 0 },
    });
    for (let time = 0; time < 10; time++) await ask();
    assert.equal(lender.asked('GET', /dataStatus$/), 18);
    assert.equal(lender.asked('GET', list), 0);
  });

  it('is used up by questions about platforms, too, and another company may still ask them', async () => {
    const { another, asked, page } = await setUp({ companyCalls: { hour: 20, day: 20 } });
    const [own, other] = [await page(), await another()];
    await own.ask('/integrations');
    const before = asked('GET', /^\/integrations$/);
    const answers: Response[] = [];
    for (let time = 0; time < 20; time++) answers.push(await own.ask(`/integrations?query=name~${time}`));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [...Array<number>(18).fill(200), 429, 429],
    );
    assert.equal(asked('GET', /^\/integrations$/), before + 18);
    assert.equal((await other.ask('/api/integrations?query=name~1')).status, 200);
  });

  it('is used up by questions about one platform’s pictures, too', async () => {
    const { another, asked, page, simulator } = await setUp({ companyCalls: { hour: 20, day: 20 } });
    const [own, other] = [await page(), await another()];
    const branding = /\/branding$/;
    simulator.faults.add({ path: branding, trouble: { is: 'refused', status: 503, retryAfter: 0 } });
    await (await own.ask('/integrations')).text();
    await until(() => asked('GET', branding) > 0);
    for (let time = 0; time < 10; time++) await own.ask('/integrations/gbol/branding');
    assert.equal((await own.ask('/integrations/gbol/branding')).status, 429);
    assert.equal((await other.ask('/api/integrations/gbol/branding')).status, 503);
  });
});
