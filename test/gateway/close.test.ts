import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore, HttpError } from '../../src/gateway/index.js';
import { readEvents } from './event-reader.js';
import { json, setUp, webhookSecret, type ErrorBody, type WireConnection } from './set-up.js';
import { setUpShareLinks } from './share-link-set-up.js';
import { until } from '../support/until.js';

const create = JSON.stringify({ platformKey: 'gbol' });

/** A lender whose Codat takes changes, and answers them when the test lets it. */
async function setUpHeld() {
  const lender = await setUp({ webhookSecrets: [webhookSecret] });
  const { codat, simulator } = lender;
  const pending: (() => void)[] = [];
  codat.fetch = async (request) => {
    if (request.method !== 'GET') await new Promise<void>((resolve) => pending.push(resolve));
    return simulator.fetch(request);
  };
  const own = await lender.openPage();
  const connections = `/companies/${lender.company}/connections`;
  const begin = () => own.ask(connections, { method: 'POST', body: create });
  return { ...lender, begin, connections, held: pending, own };
}

describe('gateway.close', () => {
  it('waits for calls to Codat in progress, which get their response', async () => {
    const { countRequests, begin, gateway, held } = await setUpHeld();
    const answer = begin();
    await until(() => held.length === 1);
    let isClosed = false;
    const closed = gateway.close({ timeoutMs: 10_000 }).then((result) => {
      isClosed = true;
      return result;
    });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(isClosed, false);
    held.forEach((letGo) => letGo());
    assert.equal((await answer).status, 200);
    assert.deepEqual(await closed, { cut: [] });
    assert.equal(countRequests('POST', /connections$/), 1);
  });

  it('waits as long as it takes with an infinite timeout', async () => {
    const { begin, gateway, held } = await setUpHeld();
    const answer = begin();
    await until(() => held.length === 1);
    const closed = gateway.close({ timeoutMs: Infinity });
    // Timers end in their order: one that waits a millisecond, as Node makes of more than 24 days, ends before this.
    await new Promise((resolve) => setTimeout(resolve, 2));
    held.forEach((letGo) => letGo());
    assert.equal((await answer).status, 200);
    assert.deepEqual(await closed, { cut: [] });
  });

  it('lets nobody wait for a lock of another process: they are to retry', async () => {
    const store = memoryStore();
    const { company, gateway, openPage } = await setUp({ store });
    const own = await openPage();
    let isWaiting = false;
    const add = store.add.bind(store);
    store.add = async (key, ...rest) => {
      const isTaken = !(await add(key, ...rest));
      if (key === turn) isWaiting = isTaken;
      return !isTaken;
    };
    const turn = `begin:${company}:gbol`;
    await store.set(turn, 'another process', 60_000);
    const answer = own.ask(`/companies/${company}/connections`, { method: 'POST', body: create });
    await until(() => isWaiting);
    assert.deepEqual(await gateway.close({ timeoutMs: 10_000 }), { cut: [] });
    const { status, headers } = await answer;
    assert.deepEqual([status, headers.get('Retry-After')], [503, '1']);
  });

  it('waits for work that continues after its response', async () => {
    const { call, codat, gateway, simulator, tokenFor } = await setUp();
    const pending: (() => void)[] = [];
    codat.fetch = async (request) => {
      if (request.url.endsWith('/branding')) await new Promise<void>((resolve) => pending.push(resolve));
      return simulator.fetch(request);
    };
    // Their pictures are still being fetched.
    assert.equal((await call('/api/integrations', { token: await tokenFor() })).status, 200);
    await until(() => pending.length > 0);
    assert.deepEqual(await gateway.close({ timeoutMs: 20 }), { cut: ['GET /api/integrations'] });
    codat.fetch = (request) => simulator.fetch(request);
    pending.forEach((letGo) => letGo());
  });

  it('resolves within its timeout, and reports what was cut', async () => {
    const { begin, gateway, held } = await setUpHeld();
    const answer = begin();
    const company = gateway.ensureCompany({ reference: 'customer-8' });
    await until(() => held.length === 2);
    const { cut } = await gateway.close({ timeoutMs: 20 });
    // The pictures that the first request asked for may still be on their way, under its name.
    assert.deepEqual(new Set(cut), new Set(['POST /api/companies/:company/connections', 'ensureCompany']));
    held.forEach((letGo) => letGo());
    await Promise.all([answer, company]);
  });

  it('refuses new changes and event streams with a Retry-After, and keeps serving reads', async () => {
    const { call, connections, gateway, held, own, tokenFor } = await setUpHeld();
    await gateway.close();
    const token = await tokenFor();
    const refused = [
      await own.ask(connections, { method: 'POST', body: create }),
      await call('/shares', { method: 'POST', body: create, token }),
      await call('/webhooks', { method: 'POST', body: '{}' }),
      await call('/events', { token }),
    ];
    for (const response of refused) {
      assert.equal(response.status, 503);
      assert.equal(response.headers.get('Retry-After'), '1');
      assert.match((await json<ErrorBody>(response)).error, /being stopped/);
    }
    await assert.rejects(gateway.ensureCompany({ reference: 'customer-9' }), HttpError);
    assert.equal(held.length, 0);
    assert.deepEqual((await json<{ results: WireConnection[] }>(await own.ask(connections))).results, []);
    assert.equal((await call('/platforms')).status, 200);
  });

  it('refuses who presses a button on the page of a link with a page, not with data', async () => {
    const { createShareLink, gateway, openPage, call } = await setUpShareLinks();
    const { linkUrl } = await (await openPage()).connect('gbol');
    const { url } = await createShareLink('gbol');
    await gateway.close();
    for (const [pressed, way] of [
      [linkUrl, 'href="https://lender.example/"'],
      [url, `href="${url}"`],
    ] as const) {
      const response = await call(pressed, { method: 'POST' });
      assert.deepEqual([response.status, response.headers.get('Retry-After')], [503, '1']);
      const html = await response.text();
      assert.match(html, /<h1>Sign-in can’t be reached right now/);
      assert.ok(html.includes(way));
    }
  });

  it('ends every event stream so that pages reconnect elsewhere, and lets other work go on meanwhile', async () => {
    const customers = Array.from({ length: 25 }, (_, index) => `customer-${index}`);
    const companies = new Map<string, string>();
    const { call, gateway } = await setUp({
      webhookSecrets: [webhookSecret],
      company: ({ headers }) => companies.get(headers.get('Cookie') ?? '') ?? null,
    });
    const pages: ReturnType<typeof readEvents>[] = [];
    for (const Cookie of customers) {
      companies.set(Cookie, await gateway.ensureCompany({ reference: Cookie }));
      const headers = { Cookie };
      const { accessToken: token } = await json<{ accessToken: string }>(
        await call('/token', { method: 'POST', headers }),
      );
      for (let page = 0; page < 20; page++) pages.push(readEvents(await call('/events', { token, headers })));
    }
    assert.equal(pages.length, 500);
    let turnCount = 0;
    let isOver = false;
    const others = (): void => {
      turnCount++;
      if (!isOver) setImmediate(others);
    };
    others();
    await gateway.close();
    isOver = true;
    assert.ok(turnCount > 4, `others had ${turnCount} turns`);
    for (const page of pages) {
      assert.equal(await page.next(), ': open');
      assert.equal(await page.nextMessage(), ': this server is being stopped: listen again');
      assert.equal(await page.next(), undefined);
    }
  });

  it('unsubscribes from the bus', async () => {
    let subscribers = 0;
    const { call, gateway } = await setUp({
      webhookSecrets: [webhookSecret],
      bus: {
        publish: () => Promise.resolve(),
        subscribe: () => {
          subscribers++;
          return Promise.resolve(() => {
            subscribers--;
          });
        },
      },
    });
    await until(() => subscribers === 1);
    await Promise.all([gateway.close(), gateway.close()]);
    await call('/platforms');
    assert.equal(subscribers, 0);
  });
});
