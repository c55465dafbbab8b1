import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { json, setUp, unknownCompany, type ErrorBody } from '../set-up.js';

const minute = 60_000;
const list = /\/connections$/;
const one = /\/connections\/[^/]+$/;

/** A page of a company whose lender has so many calls left today, a connection begun, and its list read. */
async function withLeft(calls: number) {
  const lender = await setUp();
  const { company, clock, simulator } = lender;
  const own = await lender.openPage();
  const begun = await own.connect('gbol');
  const connections = `/companies/${company}/connections`;
  await own.list();
  clock.now += minute;

  const headers = { Authorization: `Basic ${btoa(simulator.apiKey)}` };
  const callsLeft = async () => {
    const response = await simulator.fetch(`${simulator.origin}/profile`, { headers });
    return Number(response.headers.get('X-Rate-Limit-Remaining'));
  };
  while ((await callsLeft()) > calls + 1);
  // What the gateway knows of it, it learns from this answer.
  await own.ask('/integrations?query=name~x');
  const freshRead = () => own.ask(`${connections}/${begun.id}`, { headers: { 'Cache-Control': 'no-cache' } });
  return { ...lender, own, begun, connections, freshRead };
}

describe('when a quarter of Codat’s calls for today is left', () => {
  it('cached responses last a minute, and fresh ones are limited to every ten seconds', async () => {
    const { countRequests, clock, own, freshRead } = await withLeft(240);
    await own.list();
    const before = countRequests('GET', list);
    clock.now += minute - 1;
    await own.list();
    assert.equal(countRequests('GET', list), before);
    clock.now += 1;
    await own.list();
    assert.equal(countRequests('GET', list), before + 1);

    await freshRead();
    const readCount = countRequests('GET', one);
    clock.now += 9_500;
    const began = performance.now();
    await Promise.all([freshRead(), freshRead()]);
    assert.ok(performance.now() - began > 490);
    assert.equal(countRequests('GET', one), readCount + 1);
  });
});

describe('when only the calls that twenty people need to connect are left', () => {
  it('pages that only refresh don’t use them', async () => {
    const { countRequests, clock, own } = await withLeft(200);
    const before = countRequests('GET', list);
    clock.now += minute;
    await own.list();
    assert.equal(countRequests('GET', list), before);
  });
});

describe('when a tenth is left', () => {
  it('requests that only refresh a page are answered from the cache', async () => {
    const { countRequests, begun, own } = await withLeft(100);
    const before = countRequests('GET', list);
    assert.deepEqual(
      (await own.list()).map(({ id }) => id),
      [begun.id],
    );
    assert.equal(countRequests('GET', list), before);
  });

  it('they are refused without a cached response, with a message and a Retry-After, and never sent', async () => {
    const { company, own, simulator } = await withLeft(100);
    const before = simulator.requests.length;
    const response = await own.ask(`/companies/${company}/dataStatus`);
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('Retry-After'), '300');
    const { error, canBeRetried } = await json<ErrorBody>(response);
    assert.match(error, /used up, or nearly.* 00:00 UTC/);
    assert.equal(canBeRetried, 'True');
    assert.equal(simulator.requests.length, before);
  });

  it('people still connect: their connection is created, followed and unlinked', async () => {
    const { begun, own, freshRead, signIn } = await withLeft(100);
    await signIn(begun.linkUrl, 'allow');
    assert.equal((await json<{ status: string }>(await freshRead())).status, 'Linked');
    assert.equal((await own.connect('qhyg')).status, 'PendingAuth');
    assert.equal((await own.unlink(begun.id)).status, 200);
  });
});

describe('when a twentieth is left', () => {
  it('connections are no longer followed, and people can still sign in', async () => {
    const { countRequests, begun, freshRead, own, signIn } = await withLeft(51);
    await freshRead();
    await own.read(begun.id);
    assert.equal(countRequests('GET', one), 1);
    const before = countRequests('GET', one);
    assert.equal((await json<{ status: string }>(await freshRead())).status, 'PendingAuth');
    assert.equal(countRequests('GET', one), before);
    assert.equal((await signIn(begun.linkUrl, 'allow')).status, 303);
  });
});

describe('when a fiftieth is left', () => {
  it('only companies with nothing linked may use it', async () => {
    const lender = await setUp();
    const { call, gateway, linkOne, openPage, simulator, visitor } = lender;
    await linkOne();
    const own = await openPage();
    const headers = { Authorization: `Basic ${btoa(simulator.apiKey)}` };
    const callsLeft = async () => {
      const response = await simulator.fetch(`${simulator.origin}/profile`, { headers });
      return Number(response.headers.get('X-Rate-Limit-Remaining'));
    };
    while ((await callsLeft()) > 62);
    await own.connect('gbol');
    assert.equal((await own.connect('pqsw')).status, 'PendingAuth');
    while ((await callsLeft()) > 36);
    await own.connect('gbol');
    assert.equal((await own.connect('qhyg')).status, undefined);
    visitor.company = await gateway.ensureCompany({ reference: 'customer-2' });
    const begun = await call(`/api/companies/${visitor.company}/connections`, {
      method: 'POST',
      token: await lender.tokenFor(),
      body: JSON.stringify({ platformKey: 'gbol' }),
    });
    assert.equal(begun.status, 200);
  });
});

describe('when nothing is left', () => {
  it('everything is refused until 00:00 UTC, except one call a minute, and works again then', async () => {
    const { clock, own, openPage, simulator, connections } = await withLeft(0);
    const create = () =>
      own.ask(connections, { method: 'POST', body: JSON.stringify({ platformKey: 'qhyg' }) });
    const refused = () => simulator.requests.filter(({ status }) => status === 429).length;
    const hours = (24 - 9) * 3600;
    for (const response of [await create(), await own.ask(`${connections}/${unknownCompany}`)]) {
      assert.equal(response.status, 429);
      assert.equal(Number(response.headers.get('Retry-After')), hours - 60);
    }
    assert.equal(refused(), 0);

    clock.now += minute;
    await create();
    await create();
    assert.equal(refused(), 1);

    clock.now = Date.UTC(2026, 10, 24);
    assert.equal((await (await openPage()).connect('qhyg')).status, 'PendingAuth');
  });

  it('that call does not wait for a clock that was set back', async () => {
    const { clock, connections, openPage, simulator } = await withLeft(0);
    clock.now -= 60 * minute;
    const own = await openPage();
    clock.now += minute;
    await own.ask(`${connections}/${unknownCompany}`);
    assert.equal(simulator.requests.at(-1)?.status, 429);
  });

  it('a newly connected company is noticed within a minute', async () => {
    const { begun, clock, own, simulator, connections } = await withLeft(0);
    simulator.authorize(begun.id);
    assert.equal((await own.ask(`${connections}/${begun.id}`)).status, 429);
    clock.now += minute;
    assert.equal((await own.ask(`${connections}/${begun.id}`)).status, 200);
    assert.equal((await own.connect('qhyg')).status, 'PendingAuth');
  });
});

describe('when Codat gives an absurd time for the quota’s reset', () => {
  const answerWith = (reset: string, codat: { fetch: (request: Request) => Promise<Response> }): void => {
    const { fetch } = codat;
    codat.fetch = async (request) => {
      const response = await fetch(request);
      const headers = new Headers(response.headers);
      headers.set('X-Rate-Limit-Reset', reset);
      return new Response(response.body, { status: response.status, headers });
    };
  };
  for (const reset of ['99999999999999', '1', 'soon']) {
    it(`the quota resets at 00:00 UTC: ${reset}`, async () => {
      const { countRequests, clock, codat, connections, openPage } = await withLeft(0);
      const { fetch } = codat;
      answerWith(reset, codat);
      clock.now += minute;
      const own = await openPage();
      await own.ask(`${connections}/${unknownCompany}`);
      const before = countRequests('GET', new RegExp(`/${unknownCompany}$`));
      const refused = await own.ask(`${connections}/${unknownCompany}`);
      assert.equal(countRequests('GET', new RegExp(`/${unknownCompany}$`)), before);
      assert.equal(Number(refused.headers.get('Retry-After')), (24 - 9) * 3600 - 120);
      clock.now = Date.UTC(2026, 10, 24);
      codat.fetch = fetch;
      assert.equal((await (await openPage()).connect('qhyg')).status, 'PendingAuth');
    });

    it(`the remaining calls are still known until then: ${reset}`, async () => {
      const { codat, company, own } = await withLeft(100);
      answerWith(reset, codat);
      await own.connect('qhyg');
      assert.equal((await own.ask(`/companies/${company}/dataStatus`)).status, 429);
    });
  }
});

describe('when Codat sends a Retry-After', () => {
  it('reads wait for it, while people still try to connect', async () => {
    const { countRequests, clock, company, openPage, simulator } = await setUp();
    const own = await openPage();
    const status = `/companies/${company}/dataStatus`;
    const end = simulator.faults.add({ trouble: { is: 'refused', status: 429, retryAfter: 60 } });
    assert.equal((await own.ask(status)).status, 429);
    end();

    const response = await own.ask(status);
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('Retry-After'), '60');
    assert.equal(countRequests('GET', /dataStatus$/), 1);
    const { id, status: begun } = await own.connect('gbol');
    assert.equal(begun, 'PendingAuth');
    const follow = () =>
      own.ask(`/companies/${company}/connections/${id}`, { headers: { 'Cache-Control': 'no-cache' } });
    const followed = countRequests('GET', one);
    await follow();
    assert.equal(countRequests('GET', one), followed);
    clock.now += minute / 3;
    assert.equal((await own.ask(status)).headers.get('Retry-After'), '40');
    clock.now += (minute * 2) / 3;
    assert.equal((await own.ask(status)).status, 200);
    await follow();
    assert.equal(countRequests('GET', one), followed + 1);
  });

  it('reads do not wait for a clock that was set back', async () => {
    const { clock, company, openPage, simulator } = await setUp();
    const status = `/companies/${company}/dataStatus`;
    const end = simulator.faults.add({ trouble: { is: 'refused', status: 429, retryAfter: 60 } });
    assert.equal((await (await openPage()).ask(status)).status, 429);
    end();
    clock.now -= 60 * minute;
    const own = await openPage();
    assert.equal((await own.ask(status)).status, 429);
    clock.now += minute;
    assert.equal((await own.ask(status)).status, 200);
  });
});
