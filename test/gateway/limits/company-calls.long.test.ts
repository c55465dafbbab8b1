import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryBus } from '../../../src/gateway/changes/memory-bus.js';
import { json, locationOf, recordingStore, setUp, ticketIn, type ErrorBody } from '../set-up.js';
import { until } from '../../support/until.js';

const hour = 3_600_000;
const list = /\/connections$/;

/** A page of a company with a linked connection. It sends a fresh request for its data every second; returns how many succeeded. */
async function eager(lender: Awaited<ReturnType<typeof setUp>>) {
  const { countRequests, clock, company, linkOne, openPage } = lender;
  await linkOne();
  const own = await openPage();
  const send = () => {
    clock.now += 1_000;
    return own.ask(`/companies/${company}/dataStatus`, { headers: { 'Cache-Control': 'no-cache' } });
  };
  /** Sends so many requests; returns how many of them reached Codat. */
  const times = async (count: number): Promise<number> => {
    const before = countRequests('GET', /dataStatus$/);
    for (let time = 0; time < count; time++) await send();
    return countRequests('GET', /dataStatus$/) - before;
  };
  return { ask: send, own, times };
}

describe('a company’s quota of calls to Codat', () => {
  it('is used up by pages that request too much, except a tenth reserved for connecting', async () => {
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
    assert.match(
      (await json<ErrorBody>(response)).error,
      /^This company’s pages have asked for a great deal/,
    );
  });

  it('is its own: another company’s pages do not notice', async () => {
    const lender = await setUp();
    await (await eager(lender)).times(220);
    const other = await lender.gateway.ensureCompany({ reference: 'customer-2' });
    lender.visitor.company = other;
    assert.equal((await (await lender.openPage()).ask(`/companies/${other}/dataStatus`)).status, 200);
  });

  it('starts again with the hour, until the day’s is used up', async () => {
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

  it('is shared by all processes with one store', async () => {
    const { store } = recordingStore();
    const here = await setUp({ store });
    const { simulator, company, clock } = here;
    const there = await setUp({
      store,
      company: () => company,
      now: () => clock.now,
      fetch: (request) => simulator.fetch(request),
    });
    const pages = [
      await eager(here),
      await eager({ ...there, company, clock, countRequests: here.countRequests, linkOne: here.linkOne }),
    ];
    const reached: number[] = [];
    for (const page of pages) reached.push(await page.times(60));
    for (const page of pages) reached.push(await page.times(240));
    // A process may hold as much as a twentieth that another could have used.
    const all = reached.reduce((sum, each) => sum + each);
    assert.ok(all > 216 - 12 && all <= 216, String(reached));
    assert.ok((await pages[1]?.own.connect('gbol'))?.id);
  });

  it('reads the store once for many calls', async () => {
    const { store, calls } = recordingStore();
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

  it('applies to each process alone while the store is unavailable', async () => {
    const { store, trouble } = recordingStore();
    const lender = await setUp({ store });
    const { times } = await eager(lender);
    trouble.away = true;
    assert.equal(await times(300), 216);
  });

  it('can be set by the host', async () => {
    const { times } = await eager(await setUp({ companyCalls: { hour: 1_000, day: 20 } }));
    assert.equal(await times(40), 18);
  });

  it('counts retries, too', async () => {
    const lender = await setUp({ companyCalls: { hour: 20, day: 20 } });
    const { ask } = await eager(lender);
    const lists = lender.countRequests('GET', list);
    lender.simulator.faults.add({
      path: /dataStatus$/,
      trouble: { is: 'refused', status: 503, retryAfter: 0 },
    });
    for (let time = 0; time < 10; time++) await ask();
    assert.equal(lender.countRequests('GET', /dataStatus$/), 18);
    assert.equal(lender.countRequests('GET', list), lists);
  });

  it('is used up by reading platforms, too, and another company may still read them', async () => {
    const { addCustomer, countRequests, linkOne, openPage } = await setUp({
      companyCalls: { hour: 20, day: 20 },
    });
    await linkOne();
    const [own, other] = [await openPage(), await addCustomer()];
    await own.ask('/integrations');
    const before = countRequests('GET', /^\/integrations$/);
    const answers: Response[] = [];
    for (let time = 0; time < 20; time++) answers.push(await own.ask(`/integrations?query=name~${time}`));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [...Array<number>(18).fill(200), 429, 429],
    );
    assert.equal(countRequests('GET', /^\/integrations$/), before + 18);
    assert.equal((await other.ask('/api/integrations?query=name~1')).status, 200);
  });

  it('is used up by reading one platform’s images, too', async () => {
    const { addCustomer, countRequests, openPage, simulator } = await setUp({
      companyCalls: { hour: 20, day: 20 },
    });
    const [own, other] = [await openPage(), await addCustomer()];
    const branding = /\/branding$/;
    simulator.faults.add({ path: branding, trouble: { is: 'refused', status: 503, retryAfter: 0 } });
    await (await own.ask('/integrations')).text();
    await until(() => countRequests('GET', branding) > 0);
    for (let time = 0; time < 10; time++) await own.ask('/integrations/gbol/branding');
    assert.equal((await own.ask('/integrations/gbol/branding')).status, 429);
    assert.equal((await other.ask('/api/integrations/gbol/branding')).status, 503);
  });
});

/** So many openings of `/link`, at most, by a company's own people. */
async function openLinks(lender: Awaited<ReturnType<typeof setUp>>, reference: string, times: number) {
  const { call, gateway, visitor } = lender;
  visitor.company = await gateway.ensureCompany({ reference });
  const token = await lender.tokenFor();
  const begin = () =>
    call(`/api/companies/${visitor.company}/connections`, {
      method: 'POST',
      token,
      body: JSON.stringify({ platformKey: 'gbol' }),
    });
  const first = await begin();
  if (first.status !== 200) return first.status;
  const { linkUrl } = await json<{ linkUrl: string }>(first);
  let status = 200;
  for (let time = 0; time < times; time++) ({ status } = await call(linkUrl));
  return status;
}

describe('a company with nothing linked', () => {
  it('has few calls, so that two who do nothing but open links leave a third enough to connect', async () => {
    const lender = await setUp();
    const before = lender.simulator.requests.length;
    for (const reference of ['greedy-1', 'greedy-2']) {
      assert.equal(await openLinks(lender, reference, 490), 429);
    }
    assert.ok(lender.simulator.requests.length - before < 130);
    assert.equal(await openLinks(lender, 'customer-3', 1), 303);
  });

  it('can still connect when many others have used up the pool they share', async () => {
    const lender = await setUp();
    const { gateway, openPage, simulator, visitor } = lender;
    for (let stranger = 0; stranger < 20; stranger++) {
      visitor.company = await gateway.ensureCompany({ reference: `stranger-${stranger}` });
      const token = await lender.tokenFor();
      for (let time = 0; time < 60; time++) {
        const path = `/api/companies/${visitor.company}/connections?page=${time + 1}`;
        await lender.call(path, { token });
      }
      const own = await lender.call(`/api/companies/${visitor.company}/dataStatus`, { token });
      assert.equal(own.status, 429);
    }
    const answered = simulator.requests.filter(({ status }) => status !== 429);
    assert.ok(answered.length < 800, `${answered.length}`);
    assert.equal(await openLinks(lender, 'customer-3', 1), 303);
    assert.ok(await openPage());
  });

  it('shares half of the lender’s day with all others, except the twelve calls of each that connects', async () => {
    const lender = await setUp();
    const { simulator } = lender;
    const before = simulator.requests.length;
    const open = (crowd: number) => openLinks(lender, `crowd-${crowd}`, 30);
    for (let crowd = 0; crowd < 30; crowd++) await open(crowd);
    const spent = simulator.requests.length - before;
    assert.ok(spent < 950, String(spent));
    assert.equal(await openLinks(lender, 'customer-3', 1), 303);
    assert.equal(await openLinks(lender, 'customer-3', 30), 429);
  });

  it('has its full quota at every process once a linked connection was read', async () => {
    const { store } = recordingStore();
    const here = await setUp({ store });
    const { company, simulator, clock } = here;
    await here.linkOne();
    const there = await setUp({
      store,
      company: () => company,
      now: () => clock.now,
      fetch: (request) => simulator.fetch(request),
    });
    const { times } = await eager({
      ...there,
      company,
      clock,
      countRequests: here.countRequests,
      linkOne: here.linkOne,
    });
    assert.ok((await times(300)) > 200);
  });

  it('gets no more than its limit at all processes together', async () => {
    const { store } = recordingStore();
    const here = await setUp({ store });
    const { company, simulator, clock } = here;
    const there = await setUp({
      store,
      company: () => company,
      now: () => clock.now,
      fetch: (request) => simulator.fetch(request),
    });
    const before = here.countRequests('GET', /history$/);
    for (const lender of [here, there]) {
      const token = await lender.tokenFor();
      for (let page = 1; page < 60; page++) {
        await lender.call(`/api/companies/${company}/data/history?page=${page}`, { token });
      }
    }
    assert.ok(here.countRequests('GET', /history$/) - before <= 30);
  });
});

describe('a company that is forgotten', () => {
  /** How many of three hundred reads of data reach Codat, while time stands still. */
  const readsAtCodat = async (
    { countRequests, openPage, visitor }: Awaited<ReturnType<typeof setUp>>,
    company: string,
  ) => {
    visitor.company = company;
    const own = await openPage();
    const before = countRequests('GET', /history$/);
    for (let page = 1; page <= 300; page++) await own.ask(`/companies/${company}/data/history?page=${page}`);
    return countRequests('GET', /history$/) - before;
  };

  it('has the calls of this hour again, unlike another company', async () => {
    const lender = await setUp();
    const { company, gateway } = lender;
    const other = await gateway.ensureCompany({ reference: 'customer-2' });
    const first = await readsAtCodat(lender, company);
    assert.equal(await readsAtCodat(lender, company), 0);
    await readsAtCodat(lender, other);
    await gateway.forgetCompany(company);
    lender.clock.now += 2_000;
    assert.equal(await readsAtCodat(lender, company), first);
    assert.equal(await readsAtCodat(lender, other), 0);
  });

  it('has few calls until a linked connection is read anew', async () => {
    const lender = await setUp();
    await lender.linkOne();
    await (await lender.openPage()).list();
    assert.ok((await readsAtCodat(lender, lender.company)) > 200);
    await lender.gateway.forgetCompany(lender.company);
    lender.clock.now += 2_000;
    assert.ok((await readsAtCodat(lender, lender.company)) < 60);
  });
});

describe('a refused call', () => {
  it('uses no call of the hour when the day’s are used up', async () => {
    const { store, calls } = recordingStore();
    const lender = await setUp({ store, companyCalls: { hour: 1_000, day: 20 } });
    const { times } = await eager(lender);
    await times(30);
    const hours = () => calls.filter((call) => call.startsWith(`add calls:${lender.company}:hour`)).length;
    const before = hours();
    assert.equal(await times(200), 0);
    assert.equal(hours(), before);
  });
});

describe('a call that Codat refused or failed', () => {
  for (const status of [429, 503]) {
    it(`does not count against the company, so that its people can retry (${status})`, async () => {
      const { countRequests, call, openPage, simulator } = await setUp();
      await call('/platforms');
      const own = await openPage();
      const end = simulator.faults.add({ path: list, trouble: { is: 'refused', status, retryAfter: 60 } });
      for (let time = 0; time < 35; time++) {
        await own.connect('gbol');
        await own.connect('qhyg');
      }
      assert.equal(countRequests('GET', list), 70);
      end();
      assert.equal((await own.connect('gbol')).status, 'PendingAuth');
    });
  }
});

describe('holders of a company’s link', () => {
  const fresh = { headers: { 'Cache-Control': 'no-cache' } };

  it('don’t use up the company’s calls, however often they read the outcome', async () => {
    const lender = await setUp();
    const { countRequests, call, clock, company, linkOne, openPage } = lender;
    await linkOne();
    const own = await openPage();
    const token = await lender.tokenFor();
    const { url } = await json<{ url: string }>(
      await call('/shares', { method: 'POST', token, body: JSON.stringify({ platformKey: 'gbol' }) }),
    );
    const start = locationOf(await call(url, { method: 'POST' }));
    const ticket = ticketIn(await lender.finishSignIn(start, 'cancel'));
    const one = /\/connections\/[^/]+$/;
    const before = countRequests('GET', one);
    const answers: number[] = [];
    for (let time = 0; time < 300; time++) {
      clock.now += 1_000;
      answers.push((await call('/return/status', { token: ticket })).status);
    }
    assert.ok(countRequests('GET', one) - before <= 60, String(countRequests('GET', one) - before));
    assert.equal(answers[0], 200);
    assert.equal(answers.at(-1), 429);
    let read = 0;
    for (let time = 0; time < 300; time++) {
      clock.now += 1_000;
      const response = await own.ask(`/companies/${company}/dataStatus`, fresh);
      if (response.status === 200) read++;
    }
    assert.equal(countRequests('GET', /dataStatus$/), 216);
    assert.equal(read, 300);
  });

  it('don’t invalidate the cached responses of the company’s own pages', async () => {
    const lender = await setUp();
    const { countRequests, call, clock, openPage } = lender;
    const own = await openPage();
    const { url } = await json<{ url: string }>(
      await own.ask('/../shares', { method: 'POST', body: JSON.stringify({ platformKey: 'gbol' }) }),
    );
    const ticket = ticketIn(
      await lender.finishSignIn(locationOf(await call(url, { method: 'POST' })), 'cancel'),
    );
    await own.list();
    const before = countRequests('GET', list);
    for (let time = 0; time < 20; time++) {
      clock.now += 300;
      await call('/return/status', { token: ticket });
      await own.list();
    }
    assert.equal(countRequests('GET', list), before);
  });

  it('don’t use up the rates of its own people', async () => {
    const lender = await setUp();
    const { call, clock, openPage } = lender;
    const own = await openPage();
    const { url } = await json<{ url: string }>(
      await own.ask('/../shares', { method: 'POST', body: JSON.stringify({ platformKey: 'gbol' }) }),
    );
    const ticket = ticketIn(
      await lender.finishSignIn(locationOf(await call(url, { method: 'POST' })), 'cancel'),
    );
    let status = 200;
    for (let time = 0; time < 150; time++) ({ status } = await call('/return/status', { token: ticket }));
    assert.equal(status, 429);
    clock.now += 60_000;
    const mine = ticketIn(await lender.signIn((await own.connect('gbol')).linkUrl, 'cancel'));
    assert.equal((await call('/return/status', { token: mine })).status, 200);
  });

  it('don’t lock the owner out by pressing its button again and again', async () => {
    const lender = await setUp();
    const { call, clock, openPage } = lender;
    const own = await openPage();
    const { url } = await json<{ url: string }>(
      await own.ask('/../shares', { method: 'POST', body: JSON.stringify({ platformKey: 'gbol' }) }),
    );
    for (let time = 0; time < 40; time++) {
      clock.now += 20_000;
      await call(url, { method: 'POST' });
    }
    assert.equal((await call((await own.connect('gbol')).linkUrl)).status, 303);
  });

  it('notify the company’s pages ten times an hour at most, and still return', async () => {
    const reported: string[] = [];
    const bus = memoryBus();
    const lender = await setUp({
      bus: { ...bus, publish: async (message) => (reported.push(message), bus.publish(message)) },
    });
    const { call, openPage } = lender;
    const { linkUrl } = await (await openPage()).connect('gbol');
    const state = new URL(locationOf(await call(linkUrl))).searchParams.get('state') ?? '';
    reported.length = 0;
    for (let time = 0; time < 50; time++) {
      assert.ok(ticketIn(await call(`/return?state=${state}&statusCode=200`)));
    }
    assert.equal(reported.length, 10);
  });
});

describe('three hundred simultaneous requests', () => {
  it('cost the store no more than one, and get one connection', async () => {
    const { store, calls } = recordingStore();
    const lender = await setUp({ store });
    const own = await lender.openPage();
    await own.ask('/integrations');
    lender.simulator.faults.add({ path: list, trouble: { is: 'slow', ms: 1_000 } });
    const before = calls.length;
    const begun = await Promise.all(Array.from({ length: 300 }, () => own.connect('gbol')));
    assert.equal(new Set(begun.map(({ id }) => id)).size, 1);
    const steps = calls.slice(before).filter((call) => / begin:|calls:| catalogue$/.test(call));
    assert.ok(steps.length < 10, steps.join());
  });

  it('wait in this process, and not in the store, where each requests a share link', async () => {
    const { store, calls } = recordingStore();
    // As a store elsewhere, it answers after everything that is to be done here at the moment.
    const set: typeof store.set = async (...entry) => {
      await new Promise((resolve) => setImmediate(resolve));
      await store.set(...entry);
    };
    const lender = await setUp({ store: { ...store, set } });
    const token = await lender.tokenFor();
    const before = calls.length;
    const make = () =>
      lender.call('/shares', { method: 'POST', token, body: JSON.stringify({ platformKey: 'gbol' }) });
    const answers = await Promise.all(Array.from({ length: 300 }, make));
    assert.equal(answers.filter(({ status }) => status === 201).length, 10);
    const locks = calls.slice(before).filter((call) => call === `add share-making:${lender.company}`);
    assert.ok(locks.length <= 30, String(locks.length));
  });

  it('create one company', async () => {
    const { store, calls } = recordingStore();
    const { gateway } = await setUp({ store });
    const before = calls.length;
    const ids = await Promise.all(
      Array.from({ length: 300 }, () => gateway.ensureCompany({ reference: 'customer-9' })),
    );
    assert.equal(new Set(ids).size, 1);
    assert.ok(calls.length - before < 10);
  });
});
