import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '../../../src/gateway/index.js';
import type { SimulatedPlatform } from '../../../src/simulator/index.js';
import { fewPlatforms, json, setUp } from '../set-up.js';
import { until } from '../../support/until.js';

interface Image {
  image: { src: string; alt: string };
}
interface Listed {
  key: string;
  name: string;
  enabled: boolean;
  isBeta?: boolean;
  sourceType: string;
  logoUrl?: string;
  branding: { logo?: { full?: Image; square?: Image }; button?: { default?: Image; hover?: Image } };
}
interface Page {
  results: Listed[];
  totalResults: number;
}

const list = /^\/integrations$/;
const branding = /\/branding$/;
const asset = /^https:\/\/lender\.example\/codat\/assets\/[0-9a-f]{64}\.svg$/;
const minute = 60_000;

/** So many platforms, without a logo in the list. */
const banks = (count: number): SimulatedPlatform[] =>
  Array.from({ length: count }, (_, index) => {
    const key = Array.from(String(index).padStart(4, '0'), (digit) =>
      'abcdefghij'.charAt(Number(digit)),
    ).join('');
    return { key, name: `Bank ${index}`, sourceType: 'Banking', hasLogo: false };
  });

describe('GET /platforms', () => {
  it('is serialized and hashed once for everyone, until something in it changes', async (t) => {
    const { call } = await setUp();
    const tagOf = async () => (await call('/platforms')).headers.get('ETag');
    const tag = await tagOf();
    const digest = t.mock.method(crypto.subtle, 'digest');
    for (let visit = 0; visit < 100; visit++) assert.equal(await tagOf(), tag);
    assert.ok(digest.mock.callCount() <= 1, String(digest.mock.callCount()));
  });

  it('returns the enabled platforms to everyone, with branding, and every image from the lender’s own host', async () => {
    const { call, visitor } = await setUp();
    visitor.company = null;
    const response = await call('/platforms');
    assert.equal(response.headers.get('Cache-Control'), 'public, max-age=600, stale-while-revalidate=86400');
    const { results, totalResults } = await json<Page>(response);
    assert.deepEqual(
      results.map(({ key }) => key),
      ['pqsw', 'qhyg', 'pbtz', 'gbol'],
    );
    assert.equal(totalResults, 4);

    const [, online, wave, xero] = results;
    assert.deepEqual(Object.keys(xero ?? {}).sort(), [
      'branding',
      'enabled',
      'isBeta',
      'isOfflineConnector',
      'key',
      'logoUrl',
      'name',
      'sourceType',
    ]);
    assert.match(xero?.logoUrl ?? '', asset);
    assert.match(xero?.branding.logo?.full?.image.src ?? '', asset);
    assert.deepEqual(xero?.branding.button, {});
    assert.match(online?.branding.button?.default?.image.src ?? '', asset);
    assert.match(online?.branding.button?.hover?.image.alt ?? '', /QuickBooks Online/);
    assert.equal(wave?.logoUrl, undefined);
  });

  it('reads every page of Codat’s list', async () => {
    const { call, countRequests } = await setUp({}, banks(520));
    const { results } = await json<Page>(await call('/platforms'));
    assert.equal(results.length, 520);
    assert.equal(countRequests('GET', list), 2);
  });

  it('is not sent again to a browser that has it', async () => {
    const { call } = await setUp();
    const tag = (await call('/platforms')).headers.get('ETag') ?? '';
    assert.match(tag, /^"[0-9a-f]{64}"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const response = await call('/platforms', { headers: { 'If-None-Match': known } });
      assert.deepEqual([response.status, await response.text()], [304, '']);
      assert.equal(response.headers.get('ETag'), tag);
      assert.match(response.headers.get('Cache-Control') ?? '', /max-age/);
    }
    assert.equal((await call('/platforms', { headers: { 'If-None-Match': '"other"' } })).status, 200);
  });

  it('is read from Codat once in ten minutes, while people get the last copy', async () => {
    const { call, countRequests, clock, gateway } = await setUp();
    await Promise.all([call('/platforms'), call('/platforms'), call('/platforms')]);
    clock.now += 10 * minute - 1;
    await call('/platforms');
    assert.equal(countRequests('GET', list), 1);

    clock.now += 1;
    let refresh: Promise<unknown> = Promise.resolve();
    const context = { waitUntil: (work: Promise<unknown>) => (refresh = work) };
    const answers = await Promise.all(
      [1, 2, 3].map(() => gateway.fetch(new Request('https://lender.example/codat/platforms'), context)),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    await refresh;
    assert.equal(countRequests('GET', list), 2);
    assert.equal(countRequests('GET', branding), 4);
  });

  it('is read by one process only if several share a store', async () => {
    const clock = { now: 0 };
    const store = memoryStore({ now: () => clock.now });
    const one = await setUp({ store, now: () => clock.now });
    const other = await setUp({ store, now: () => clock.now });
    await one.call('/platforms');
    await other.call('/platforms');
    clock.now += 10 * minute;
    one.simulator.faults.add({ path: list, trouble: { is: 'slow', ms: 100 } });
    await Promise.all([one.call('/platforms'), other.call('/platforms')]);
    assert.equal(one.countRequests('GET', list) + other.countRequests('GET', list), 1);
  });

  it('is read again after a minute if the host stopped the process that was reading it', async () => {
    const { call, clock, codat, simulator } = await setUp();
    const pending: (() => void)[] = [];
    codat.fetch = async (request) => {
      await new Promise<void>((resolve) => pending.push(resolve));
      return simulator.fetch(request);
    };
    const stopped = call('/platforms');
    await until(() => pending.length === 1);
    codat.fetch = (request) => simulator.fetch(request);
    clock.now += minute;
    assert.equal((await call('/platforms')).status, 200);
    pending.forEach((letGo) => letGo());
    await stopped;
  });

  it('does not wait long for images: those missing come with a later request', async () => {
    let answerNow = () => undefined as unknown;
    const pending = new Promise((resolve) => (answerNow = () => resolve(undefined)));
    const { simulator } = await setUp();
    const { call } = await setUp({
      fetch: async (request) => {
        if (request.url.endsWith('/branding')) await pending;
        return simulator.fetch(request);
      },
    });
    const response = await call('/platforms'); // comes, though no picture does until the end of this test
    assert.equal(response.headers.get('Cache-Control'), 'public, max-age=15, stale-while-revalidate=60');
    const { results } = await json<Page>(response);
    assert.equal(results.length, 4);
    assert.deepEqual(results[0]?.branding, {});

    answerNow();
    let later = response;
    while (later.headers.get('Cache-Control')?.includes('max-age=15,')) {
      await new Promise((resolve) => setImmediate(resolve));
      later = await call('/platforms');
    }
    assert.ok((await json<Page>(later)).results.every(({ branding: { logo } }) => logo));
  });

  it('is not cached for long while its last images are missing', async (t) => {
    let answerNow = () => undefined as unknown;
    const pending = new Promise((resolve) => (answerNow = () => resolve(undefined)));
    const { simulator } = await setUp();
    const store = memoryStore();
    const { call } = await setUp({
      store,
      fetch: async (request) => {
        if (request.url.endsWith('/branding')) await pending;
        return simulator.fetch(request);
      },
    });
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    t.mock.method(crypto.subtle, 'digest', async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
      const isTheList = new TextDecoder().decode(bytes).startsWith('{');
      if (isTheList) {
        answerNow();
        await until(async () => (await store.get('catalogue'))?.includes('"complete":true') ?? false);
      }
      return digest(name, bytes);
    });
    const response = await call('/platforms');
    assert.deepEqual((await json<Page>(response)).results[0]?.branding, {});
    assert.equal(response.headers.get('Cache-Control'), 'public, max-age=15, stale-while-revalidate=60');
  });

  it('uses fifty calls a day for branding, platforms that require a branded button first', async () => {
    const store = memoryStore();
    const offered = [...banks(70), ...fewPlatforms];
    const { call, countRequests, clock, gateway, simulator } = await setUp({ store }, offered);
    const undressed = async () =>
      (await json<Page>(await call('/platforms'))).results.filter((each) => !each.branding.logo).length;
    // The list is answered before its last images are there.
    await until(async () => (await undressed()) <= 24);
    assert.equal(await undressed(), 24);
    assert.equal(countRequests('GET', branding), 50);
    const first = simulator.requests.filter(({ path }) => path.endsWith('/branding')).slice(0, 2);
    assert.deepEqual(first.map(({ path }) => path).sort(), [
      '/integrations/pqsw/branding',
      '/integrations/qhyg/branding',
    ]);

    const refreshed = async () => {
      let refresh: Promise<unknown> = Promise.resolve();
      const context = { waitUntil: (work: Promise<unknown>) => (refresh = work) };
      await gateway.fetch(new Request('https://lender.example/codat/platforms'), context);
      await refresh;
    };
    const elsewhere = await setUp({ store, now: () => clock.now }, offered);
    clock.now += 60 * minute;
    await elsewhere.call('/platforms');
    await refreshed();
    assert.equal(countRequests('GET', branding) + elsewhere.countRequests('GET', branding), 50);
    clock.now += 24 * 60 * minute;
    await refreshed();
    assert.equal(await undressed(), 0);
    assert.equal(countRequests('GET', branding), 74);
  });

  it('still returns the last copy while Codat is down', async () => {
    const { call, clock, simulator, countRequests } = await setUp();
    const { results } = await json<Page>(await call('/platforms'));
    clock.now += 60 * minute;
    simulator.faults.add({ trouble: { is: 'refused', status: 429, retryAfter: 300 } });
    for (let visit = 0; visit < 5; visit++) {
      const response = await call('/platforms');
      assert.equal(response.status, 200);
      assert.deepEqual((await json<Page>(response)).results, results);
    }
    assert.equal(countRequests('GET', list), 2);
  });

  it('sends a Retry-After while Codat is down and there is no copy, and recovers', async () => {
    const { call, clock, simulator } = await setUp();
    for (const trouble of [
      { is: 'refused', status: 401 },
      { is: 'refused', status: 429, retryAfter: 60 },
      { is: 'malformed' },
    ] as const) {
      const end = simulator.faults.add({ path: list, trouble });
      const response = await call('/platforms');
      assert.equal(response.status, 503);
      assert.match(response.headers.get('Retry-After') ?? '', /^\d+$/);
      assert.equal(response.headers.get('Cache-Control'), 'no-store');
      assert.equal((await call('/platforms')).status, 503);
      end();
      clock.now += 60_000;
    }
    assert.equal((await call('/platforms')).status, 200);
  });

  it('returns only enabled platforms, even if Codat ignores that filter', async () => {
    const { simulator } = await setUp();
    const { call } = await setUp({
      fetch: (request) => {
        const url = new URL(request.url);
        url.searchParams.delete('query');
        return simulator.fetch(new Request(url, request));
      },
    });
    const { results } = await json<Page>(await call('/platforms'));
    assert.ok(results.length === 4 && results.every(({ key }) => key !== 'rvam'));
  });

  it('leaves out what is invalid in Codat’s list, and returns the rest, in any letter case', async () => {
    const { call: plain, simulator } = await setUp();
    const { call } = await setUp({
      fetch: async (request) => {
        const response = await simulator.fetch(request);
        if (!list.test(new URL(request.url).pathname)) return response;
        const page = await json<{ results: Listed[] }>(response);
        const spelt = page.results.map((each) => ({
          ...each,
          enabled: String(each.enabled),
          isBeta: String(each.isBeta),
          sourceType: each.sourceType.toUpperCase(),
        }));
        return Response.json({ ...page, results: [{ key: 7 }, null, ...spelt], _links: null });
      },
    });
    const { results } = await json<Page>(await call('/platforms'));
    assert.equal(results.length, 4);
    assert.deepEqual(results, (await json<Page>(await plain('/platforms'))).results);
  });
});
