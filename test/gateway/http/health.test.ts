import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEvents } from '../event-reader.js';
import { json, recordingStore, type ErrorBody, setUp, webhookSecret } from '../set-up.js';

describe('a request outside the path of `baseUrl`', () => {
  it('is told that a router or proxy took that path off, with what to do', async () => {
    const { gateway } = await setUp();
    for (const path of ['/token', '/api/connections', '/codatoken']) {
      const response = await gateway.fetch(new Request(`https://lender.example${path}`));
      assert.equal(response.status, 404);
      const { error } = await json<ErrorBody>(response);
      assert.match(error, /below \/codat\/ alone\. Neither a router nor a proxy may remove/);
    }
    const below = await gateway.fetch(new Request('https://lender.example/codat/nothing'));
    assert.equal((await json<ErrorBody>(below)).error, 'There is nothing here by that name.');
  });
});

describe('GET /health', () => {
  it('is healthy before the first request, and has the age of the platforms after it', async () => {
    const { call, clock } = await setUp();
    const first = await call('/health');
    assert.equal(first.headers.get('Cache-Control'), 'no-store');
    assert.deepEqual(
      [first.status, await json(first)],
      [200, { status: 'ok', store: 'ok', descriptors: 'ok', catalogueAge: null }],
    );
    await call('/platforms');
    clock.now += 300_000;
    assert.deepEqual(await json(await call('/health')), {
      status: 'ok',
      store: 'ok',
      descriptors: 'ok',
      catalogueAge: 300,
    });
  });

  it('is degraded but still 200 while Codat can’t be reached', async () => {
    const { call, clock, simulator } = await setUp();
    await call('/platforms');
    clock.now += 3_600_000;
    simulator.faults.add({ trouble: { is: 'refused', status: 429, retryAfter: 60 } });
    await call('/platforms');
    await call('/platforms');
    const response = await call('/health');
    assert.deepEqual(
      [response.status, await json(response)],
      [200, { status: 'degraded', store: 'ok', descriptors: 'ok', catalogueAge: 3600 }],
    );
  });

  it('is 503 while the store is unavailable, and recovers', async () => {
    const { store, trouble } = recordingStore();
    const { call, clock } = await setUp({ store, onEvent: () => undefined });
    trouble.away = true;
    const response = await call('/health');
    assert.deepEqual(
      [response.status, await json(response)],
      [503, { status: 'degraded', store: 'away', descriptors: 'ok', catalogueAge: null }],
    );
    trouble.away = false;
    clock.now += 1_000;
    assert.equal((await call('/health')).status, 200);
  });

  it('is 503 while the store is read-only, with Redis’ own error for a replica', async () => {
    const { store } = recordingStore();
    let refusal = 'READONLY You can’t write against a read only replica.';
    const set = () => Promise.reject(new Error(refusal));
    const reported: unknown[] = [];
    const { call, clock } = await setUp({
      store: { ...store, set },
      onEvent: (event) => {
        if (event.type === 'trouble' && event.with === 'store') reported.push(event.code);
      },
    });
    for (const [state, next] of [
      ['read-only', 'OOM command not allowed when used memory > maxmemory.'],
      ['away', ''],
    ] as const) {
      const response = await call('/health');
      assert.equal(response.status, 503);
      assert.equal((await json<{ store: string }>(response)).store, state);
      refusal = next;
      clock.now += 1_000;
    }
    assert.deepEqual(reported, ['READONLY', 'OOM']);
  });

  it('does not wait for a clock that was set back', async () => {
    const { store, trouble } = recordingStore();
    const { call, clock } = await setUp({ store, onEvent: () => undefined });
    assert.equal((await call('/health')).status, 200);
    trouble.away = true;
    clock.now -= 3_600_000;
    await call('/health');
    clock.now += 1_000;
    assert.equal((await call('/health')).status, 503);
  });

  it('treats a store that does not respond as unavailable, and does not wait for it', async () => {
    const { store } = recordingStore();
    let hangs = false;
    const get = (key: string) => (hangs ? new Promise<undefined>(() => undefined) : store.get(key));
    const { call } = await setUp({ store: { ...store, get } });
    hangs = true;
    assert.equal((await call('/health')).status, 503);
  });

  it('reports that its process is out of sockets, and allows fewer event streams meanwhile', async () => {
    const reported: string[] = [];
    const { call, clock, codat, gateway, openPage, simulator, tokenFor } = await setUp({
      webhookSecrets: [webhookSecret],
      onEvent: (event) => {
        if (event.type === 'trouble') reported.push(JSON.stringify(event));
      },
    });
    const own = await openPage();
    const listens = async () => call('/events', { token: await tokenFor() });
    const pages: ReturnType<typeof readEvents>[] = [];
    for (let number = 0; number < 4; number++) pages.push(readEvents(await listens()));

    const full = Object.assign(new Error('connect EMFILE'), { code: 'EMFILE' });
    codat.fetch = () => Promise.reject(new TypeError('fetch failed', { cause: full }));
    await own.ask(`/integrations?query=name~x`);
    codat.fetch = (request) => simulator.fetch(request);
    const health = await json<{ status: string; descriptors: string }>(await call('/health'));
    assert.deepEqual([health.status, health.descriptors], ['degraded', 'used-up']);
    assert.deepEqual(reported, ['{"type":"trouble","with":"descriptors","code":"EMFILE"}']);

    const refused = await listens();
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('Retry-After'), '60');
    const last = pages.at(-1);
    await pages.shift()?.cancel();
    pages.push(readEvents(await listens()));

    clock.now += 600_000;
    const after = await json<{ status: string; descriptors: string }>(await call('/health'));
    assert.deepEqual([after.status, after.descriptors], ['ok', 'ok']);
    pages.push(readEvents(await listens()));

    // It ends those that stayed, for another reason.
    await gateway.close({ timeoutMs: 0 });
    assert.equal(await last?.next(), ': open');
    assert.equal(await last?.nextMessage(), ': too many listen here: listen again');
    assert.equal(await last?.next(), undefined);
    for (const each of pages) await each.cancel();
  });

  it('checks the store once a second, however often it is requested', async () => {
    const { store, calls } = recordingStore();
    const { call, clock } = await setUp({ store });
    await Promise.all([call('/health'), call('/health'), call('/health')]);
    const after = calls.length;
    clock.now += 999;
    await call('/health');
    assert.equal(calls.length, after);
    assert.equal(calls.filter((call) => call === 'get catalogue').length, 1);
  });
});
