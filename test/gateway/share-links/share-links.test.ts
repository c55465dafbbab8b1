import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  memoryStore,
  type ConsentText,
  type ConsentReceipt,
  type Store,
} from '../../../src/gateway/index.js';
import { fewPlatforms, json, setUp, unknownCompany, type ErrorBody } from '../set-up.js';
import { setUpShareLinks, type WireShareLink } from '../share-link-set-up.js';

const week = 7 * 86_400_000;

/** A store that others reach as well, so that what belongs together may be torn apart. */
function distant(): Store {
  const memory = memoryStore();
  const far =
    <Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    async (...given: Given) => {
      await new Promise(setImmediate);
      return ask(...given);
    };
  return {
    get: far(memory.get.bind(memory)),
    set: far(memory.set.bind(memory)),
    add: far(memory.add.bind(memory)),
    delete: far(memory.delete.bind(memory)),
  };
}

describe('a share link', () => {
  it('is for one platform, works for a week, and its secret is sent once', async () => {
    const { clock, list, requestShareLink } = await setUpShareLinks();
    const response = await requestShareLink('gbol');
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
    const { url, id, ...rest } = await json<WireShareLink>(response);
    assert.match(url, /^https:\/\/lender\.example\/codat\/share\/[\w-]{22}$/);
    const listed = {
      platformKey: 'gbol',
      platformName: 'Xero',
      expiresAt: new Date(clock.now + week).toISOString(),
      status: 'open',
    };
    assert.deepEqual(rest, listed);
    assert.deepEqual(await list(), [{ id, ...listed }]);
  });

  it('is stored under the hash of its secret, and the secret nowhere', async () => {
    const memory = memoryStore();
    const written: string[] = [];
    const store: Store = {
      ...memory,
      set: (key, value, ttlMs) => (written.push(key, value), memory.set(key, value, ttlMs)),
      add: (key, value, ttlMs) => (written.push(key, value), memory.add(key, value, ttlMs)),
    };
    const { call, follow, list, createShareLink } = await setUpShareLinks({ store });
    const { url, id } = await createShareLink('gbol');
    await call(url);
    await follow(url);
    await list();
    const secret = url.split('/').at(-1) ?? '';
    assert.equal(id, createHash('sha256').update(secret).digest('hex'));
    assert.ok(written.join('\n').includes(id));
    assert.ok(!written.join('\n').includes(secret));
  });

  it('is not created without a token, for a platform that is not enabled, or from invalid input', async () => {
    const { call, list, requestShareLink } = await setUpShareLinks();
    const body = JSON.stringify({ platformKey: 'gbol' });
    for (const [path, method] of [
      ['/shares', 'POST'],
      ['/shares', 'GET'],
      ['/shares/x', 'DELETE'],
    ] as const) {
      assert.equal((await call(path, { method, ...(method === 'POST' && { body }) })).status, 401);
    }
    assert.equal((await requestShareLink('zzzz')).status, 404);
    assert.equal((await requestShareLink('rvam')).status, 404);
    assert.equal((await requestShareLink(7)).status, 400);
    assert.deepEqual(await list(), []);
  });

  it('works for a platform with any key and name of Codat’s, and hides no other link', async () => {
    const named = [
      { key: 'ob-bank.of-a-very-long-name-in-the-north-west-of-england', name: 'Bank' },
      { key: 'wordy', name: 'Bank of '.repeat(60) },
      { key: 'not a key', name: 'Bank' },
    ].map((each) => ({ ...each, sourceType: 'Banking' as const, hasLogo: false }));
    const { call, list, requestShareLink } = await setUpShareLinks({}, [...fewPlatforms, ...named]);
    assert.equal((await requestShareLink('gbol')).status, 201);
    for (const { key } of named.slice(0, 2)) {
      const { url } = await json<WireShareLink>(await requestShareLink(key));
      assert.equal((await call(url)).status, 200, key);
    }
    assert.equal((await requestShareLink('not a key')).status, 404);
    assert.deepEqual(
      (await list()).map(({ platformKey }) => platformKey).sort(),
      ['gbol', ...named.slice(0, 2).map(({ key }) => key)].sort(),
    );
  });

  it('is refused with a message beyond ten open ones, until one is withdrawn or expires', async () => {
    const { clock, list, createShareLink, requestShareLink, withdraw } = await setUpShareLinks();
    const shares = await Promise.all(Array.from({ length: 12 }, () => requestShareLink('gbol')));
    assert.deepEqual(shares.map(({ status }) => status).sort(), [
      ...Array.from({ length: 10 }, () => 201),
      429,
      429,
    ]);
    const refused = await json<ErrorBody>(await requestShareLink('qhyg'));
    assert.match(refused.error, /Ten links are open already\./);

    const [newest] = await list();
    await withdraw(newest?.id ?? '');
    await createShareLink('gbol');
    assert.equal((await requestShareLink('gbol')).status, 429);

    clock.now += week;
    await createShareLink('gbol');
    const statuses = (await list()).map(({ status }) => status);
    assert.deepEqual([statuses.length, statuses[0], statuses[1]], [12, 'open', 'expired']);
  });

  it('can be withdrawn repeatedly', async () => {
    const { call, follow, list, createShareLink, withdraw, countRequests } = await setUpShareLinks();
    const { id, url } = await createShareLink('gbol');
    const response = await withdraw(id);
    assert.equal(response.status, 204);
    assert.equal(await response.text(), '');
    assert.equal((await withdraw(id)).status, 204);
    assert.deepEqual(
      (await list()).map(({ status }) => status),
      ['withdrawn'],
    );
    assert.equal((await call(url)).status, 404);
    assert.equal((await follow(url)).status, 404);
    assert.equal(countRequests('POST', /connections$/), 0);
  });

  it('can be created thirty times an hour for a platform, though each is withdrawn', async () => {
    const { clock, createShareLink, requestShareLink, withdraw } = await setUpShareLinks();
    for (let time = 0; time < 30; time++) await withdraw((await createShareLink('gbol')).id);
    const refused = await requestShareLink('gbol');
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('Retry-After'), '3600');
    assert.equal((await requestShareLink('qhyg')).status, 201);
    clock.now += 3_600_000;
    assert.equal((await requestShareLink('gbol')).status, 201);
  });

  it('is listed before older ones, whatever their status', async () => {
    const { clock, createShareLink, list, withdraw } = await setUpShareLinks();
    const ids: string[] = [];
    for (let time = 0; time < 3; time++) {
      clock.now += 60_000;
      const { id } = await createShareLink('gbol');
      ids.unshift(id);
      if (time === 1) await withdraw(id);
    }
    assert.deepEqual(
      (await list()).map(({ id }) => id),
      ids,
    );
  });

  it('is listed with thirty that are closed, of which the oldest is erased for another', async () => {
    const memory = memoryStore();
    const keys = new Set<string>();
    const store: Store = {
      ...memory,
      set: (key, value, ttlMs) => (keys.add(key), memory.set(key, value, ttlMs)),
      add: (key, value, ttlMs) => (keys.add(key), memory.add(key, value, ttlMs)),
    };
    const { clock, createShareLink, finishSignIn, follow, list, withdraw } = await setUpShareLinks({ store });
    const oldest = await createShareLink('gbol');
    await finishSignIn((await follow(oldest.url)).headers.get('Location') ?? '', 'allow');
    const ofOldest = [...keys].filter((key) => key.includes(oldest.id));
    const keptOfOldest = async () =>
      (await Promise.all(ofOldest.map((key) => memory.get(key)))).filter((value) => value !== undefined);
    for (let time = 0; time < 30; time++) {
      clock.now += 3_600_000 / 10;
      await withdraw((await createShareLink('gbol')).id);
    }
    assert.equal((await list()).at(-1)?.status, 'connected');
    assert.ok((await keptOfOldest()).length > 0);

    await createShareLink('qhyg');
    assert.equal((await list()).length, 31);
    assert.deepEqual(await keptOfOldest(), []);
  });

  it('waits in its process for those before, so that a store is asked for the lock once for each', async () => {
    const memory = distant();
    let asked = 0;
    const store: Store = {
      ...memory,
      add: (key, value, ttlMs) => {
        if (key.startsWith('share-making:')) asked++;
        return memory.add(key, value, ttlMs);
      },
    };
    const { requestShareLink } = await setUpShareLinks({ store });
    await Promise.all(Array.from({ length: 10 }, () => requestShareLink('gbol')));
    assert.equal(asked, 10);
  });

  it('can’t be read or withdrawn by another company', async () => {
    const { call, gateway, list, createShareLink, tokenFor, url, visitor, withdraw } =
      await setUpShareLinks().then(async (all) => ({
        ...all,
        ...(await all.createShareLink('gbol')),
      }));
    const [{ id } = { id: '' }] = await list();
    await createShareLink('qhyg');
    visitor.company = await gateway.ensureCompany({ reference: 'customer-2' });
    const token = await tokenFor();
    assert.deepEqual(await json(await call('/shares', { token })), { results: [] });
    await call('/shares', { method: 'POST', token, body: JSON.stringify({ platformKey: 'gbol' }) });
    const refused = await json<ErrorBody>(await call(`/shares/${id}`, { method: 'DELETE', token }));
    const unknown = await json<ErrorBody>(
      await call(`/shares/${unknownCompany}`, { method: 'DELETE', token }),
    );
    assert.deepEqual(refused, unknown);
    assert.equal(refused.statusCode, 404);
    assert.equal((await call(url)).status, 200);
    visitor.company = null;
    assert.equal((await withdraw(id)).status, 401);
  });
});

describe('the status of a share link', () => {
  it('goes from open to used to connected', async () => {
    const { call, finishSignIn, follow, list, createShareLink } = await setUpShareLinks();
    const { url } = await createShareLink('gbol');
    await call(url);
    assert.equal((await list())[0]?.status, 'open');
    const start = (await follow(url)).headers.get('Location') ?? '';
    assert.equal((await list())[0]?.status, 'used');
    await finishSignIn(start, 'cancel');
    assert.equal((await list())[0]?.status, 'used');
    await finishSignIn((await follow(url)).headers.get('Location') ?? '', 'allow');
    assert.equal((await list())[0]?.status, 'connected');
  });

  it('is connected if the connection is linked after the link was withdrawn, or after its week', async () => {
    const { clock, follow, list, createShareLink, simulator, withdraw } = await setUpShareLinks();
    const { id, url } = await createShareLink('gbol');
    const connection = /connections\/([^/]+)\//.exec((await follow(url)).headers.get('Location') ?? '')?.[1];
    await withdraw(id);
    assert.equal((await list())[0]?.status, 'withdrawn');
    simulator.authorize(connection ?? '');
    clock.now += week;
    assert.equal((await list())[0]?.status, 'connected');
    clock.now += week;
    assert.deepEqual(await list(), []);
  });

  it('is the last known one while Codat can’t be reached, and Codat is called only if a link was used', async () => {
    const { countRequests, clock, follow, list, createShareLink, simulator } = await setUpShareLinks();
    const { url } = await createShareLink('gbol');
    const before = countRequests('GET', /connections$/);
    await list();
    assert.equal(countRequests('GET', /connections$/), before);
    await follow(url);
    const since = countRequests('GET', /connections$/);
    clock.now += 10_000;
    simulator.faults.add({ trouble: { is: 'refused', status: 429, retryAfter: 60 } });
    assert.deepEqual(
      (await list()).map(({ status }) => status),
      ['used'],
    );
    assert.ok(countRequests('GET', /connections$/) > since);
  });

  it('is the same in every process that shares the store', async () => {
    const store = distant();
    const one = await setUpShareLinks({ store });
    const { url, id } = await one.createShareLink('gbol');
    const other = await setUpShareLinks({ store, fetch: (request) => one.simulator.fetch(request) });
    assert.equal((await other.list())[0]?.id, id);
    assert.equal((await other.follow(url)).status, 303);
    assert.equal((await one.list())[0]?.status, 'used');
    const more = await Promise.all(
      Array.from({ length: 11 }, (_, index) => (index % 2 ? one : other).requestShareLink('qhyg')),
    );
    assert.equal(more.filter(({ status }) => status === 201).length, 9);
    assert.equal((await one.list()).length, 10);
    assert.equal((await one.requestShareLink('gbol')).status, 429);
    await other.withdraw(id);
    assert.equal((await one.call(url)).status, 404);
  });
});

describe('where the host requires consent, a share link', () => {
  const consents: ConsentText[] = [
    { version: '1', locale: 'en', sections: [{ title: 'Purpose', body: 'A loan.' }], agree: 'Yes' },
  ];

  it('is created with the owner’s receipt only, and followed without one', async () => {
    const { ask, follow, requestShareLink } = await setUpShareLinks({ consents });
    assert.equal((await requestShareLink('gbol')).status, 403);
    const body = { version: '1', locale: 'en', platformKey: 'gbol' };
    const { receipt } = await json<ConsentReceipt>(await ask('POST', '/consents', body));
    assert.equal((await requestShareLink('qhyg', receipt)).status, 403);
    const response = await requestShareLink('gbol', receipt);
    assert.equal(response.status, 201);
    assert.equal((await follow((await json<WireShareLink>(response)).url)).status, 303);
  });

  it('is refused if it is older than the terms', async () => {
    const store = memoryStore();
    const before = await setUpShareLinks({ store });
    const { url } = await before.createShareLink('gbol');
    const fetch = (request: Request) => before.simulator.fetch(request);
    const since = await setUpShareLinks({ store, fetch, consents });
    assert.equal((await since.call(url)).status, 404);
    assert.equal((await since.follow(url)).status, 404);
    assert.equal((await since.list())[0]?.status, 'withdrawn');
    assert.equal((await setUp({ store, fetch })).countRequests('POST', /connections$/), 0);
  });
});
