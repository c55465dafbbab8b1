import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { memoryStore, HttpError } from '../../../src/gateway/index.js';
import { redisBus, redisStore } from '../../../src/gateway/redis/index.js';
import { readEvents } from '../event-reader.js';
import { noRedis, RedisServer } from './redis-server.js';
import { json, locationOf, setUp, webhookSecret, type ErrorBody } from '../set-up.js';
import { until } from '../../support/until.js';

const integrations = /^\/integrations$/;

describe('while Redis is down', { skip: noRedis }, () => {
  let redis: RedisServer;
  let client: Awaited<ReturnType<RedisServer['client']>>;
  before(async () => (redis = await RedisServer.start()));
  beforeEach(async () => {
    await redis.restart();
    await redis.age();
    client = await redis.client();
  });
  afterEach(() => client.destroy());
  after(() => redis.kill());

  /** A lender with one pending connection, whose Redis has just gone down. */
  const without = async () => {
    const lender = await setUp({
      webhookSecrets: [webhookSecret],
      store: redisStore(client),
      bus: redisBus(client),
    });
    const own = await lender.openPage();
    await lender.call('/platforms');
    const begun = await own.connect('gbol');
    assert.ok(begun.id);
    await lender.simulator.tick();
    const stream = readEvents(await lender.call('/events', { token: await lender.tokenFor() }));
    assert.equal(await stream.next(), ': open');
    return { ...lender, begun, own, stream };
  };
  const goAway = async () => {
    await redis.kill();
    await until(() => !client.isReady);
  };
  const returnFromSignIn = async () => {
    await redis.restart();
    await until(() => client.isReady);
  };

  it('all reads work, with no more calls to Codat than before', async (test) => {
    test.mock.method(console, 'error', () => undefined);
    const { countRequests, begun, call, company, own } = await without();
    const before = countRequests('GET', integrations);
    await goAway();
    for (let time = 1; time <= 3; time++) {
      const { results } = await json<{ results: object[] }>(await call('/platforms'));
      assert.equal(results.length, 4);
    }
    assert.equal((await own.ask('/integrations')).status, 200);
    assert.equal((await own.list())[0]?.id, begun.id);
    assert.equal((await own.ask(`/companies/${company}/dataStatus`)).status, 200);
    assert.match(locationOf(await call(begun.linkUrl)), /\/start\?otp=/);
    assert.equal(countRequests('GET', integrations), before);
  });

  it('a process without the platforms reads them from Codat, once', async (test) => {
    test.mock.method(console, 'error', () => undefined);
    const { countRequests, call } = await setUp({ store: redisStore(client), bus: redisBus(client) });
    await goAway();
    await Promise.all([call('/platforms'), call('/platforms'), call('/platforms')]);
    assert.equal((await call('/platforms')).status, 200);
    assert.equal(countRequests('GET', integrations), 1);
  });

  it('what must not be done twice is refused, with a message and a Retry-After', async (test) => {
    const log = test.mock.method(console, 'error', () => undefined);
    const { countRequests, company, gateway, call, own, tokenFor } = await without();
    await goAway();
    const body = JSON.stringify({ platformKey: 'qhyg' });
    const refusals = [
      await own.ask(`/companies/${company}/connections`, { method: 'POST', body }),
      await call('/shares', { method: 'POST', body, token: await tokenFor() }),
      await call('/shares', { token: await tokenFor() }),
    ];
    for (const refused of refusals) {
      assert.equal(refused.status, 503);
      assert.equal(refused.headers.get('Retry-After'), '5');
      assert.match((await json<ErrorBody>(refused)).error, /Try again in a moment/);
    }
    await assert.rejects(gateway.ensureCompany({ reference: 'customer-9' }), HttpError);
    assert.equal(countRequests('POST', /connections$/), 1);
    const logged = log.mock.calls.map(
      ({ arguments: [, event] }) => /"with":"(\w+)"/.exec(String(event))?.[1],
    );
    assert.deepEqual(logged.sort(), ['bus', 'store'], 'the host’s log says each once');
  });

  it('event streams end and can’t be opened, so that pages poll; they open again when Redis is back', async (test) => {
    test.mock.method(console, 'error', () => undefined);
    const { begun, call, simulator, stream, tokenFor } = await without();
    await goAway();
    assert.equal(await stream.nextMessage(), ': other processes can not be heard: listen again');
    assert.equal(await stream.next(), undefined);
    const refused = await call('/events', { token: await tokenFor() });
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('Retry-After'), '30');

    await returnFromSignIn();
    const again = readEvents(await call('/events', { token: await tokenFor() }));
    assert.equal(await again.next(), ': open');
    simulator.authorize(begun.id);
    assert.deepEqual(await again.nextNotice(), { at: 'connections', connection: begun.id });
    await again.cancel();
  });

  it('nothing that another process may still be creating is created for some seconds after Redis came back empty', async (test) => {
    test.mock.method(console, 'error', () => undefined);
    const { countRequests, begun, company, own } = await without();
    await goAway();
    await returnFromSignIn();
    const create = (platformKey: string) =>
      own.ask(`/companies/${company}/connections`, { method: 'POST', body: JSON.stringify({ platformKey }) });
    const refused = await create('qhyg');
    assert.equal(refused.status, 503);
    assert.match((await json<ErrorBody>(refused)).error, /may be doing this/);
    const before = countRequests('GET', /connections$/);
    for (let time = 0; time < 20; time++) assert.equal((await create('qhyg')).status, 503);
    assert.equal(countRequests('GET', /connections$/), before, 'trying again uses up no calls');
    assert.equal(
      (await json<{ id: string }>(await create('gbol'))).id,
      begun.id,
      'the pending connection is resumed',
    );
    await redis.age();
    assert.equal((await create('qhyg')).status, 200);
    assert.equal(countRequests('POST', /connections$/), 2);
  });

  const old = [
    [
      'from a snapshot',
      async () => {
        await redis.snapshot();
        return () => redis.restartFromSnapshot();
      },
    ],
    ['as a replica that was promoted', async () => (await redis.replica()).promote],
  ] as const;
  for (const [how, prepare] of old) {
    it(`nor for some seconds after it came back with old data, ${how}`, async (test) => {
      test.mock.method(console, 'error', () => undefined);
      const { countRequests, begun, company, own } = await without();
      const comeBackOld = await prepare();
      await goAway();
      await comeBackOld();
      await until(() => client.isReady);
      const create = (platformKey: string) =>
        own.ask(`/companies/${company}/connections`, {
          method: 'POST',
          body: JSON.stringify({ platformKey }),
        });
      const refused = await create('qhyg');
      assert.equal(refused.status, 503);
      assert.match((await json<ErrorBody>(refused)).error, /may be doing this/);
      assert.equal((await json<{ id: string }>(await create('gbol'))).id, begun.id);
      await redis.age();
      assert.equal((await create('qhyg')).status, 200);
      assert.equal(countRequests('POST', /connections$/), 2);
    });
  }

  it('a webhook is refused, and handled when Codat sends it again', async (test) => {
    test.mock.method(console, 'error', () => undefined);
    const { begun, clock, company, own, simulator } = await without();
    const path = `/companies/${company}/connections`;
    await own.ask(path);
    await goAway();
    simulator.authorize(begun.id);
    await simulator.tick();
    await returnFromSignIn();
    clock.now += 5_000;
    await simulator.tick();
    assert.equal((await own.list())[0]?.status, 'Linked');
  });

  it('nothing waits long while that is not yet noticed', async (test) => {
    test.mock.method(console, 'error', () => undefined);
    const { call, company, own } = await without();
    redis.pause();
    try {
      const began = performance.now();
      const body = JSON.stringify({ platformKey: 'qhyg' });
      const refused = await own.ask(`/companies/${company}/connections`, { method: 'POST', body });
      assert.equal(refused.status, 503);
      assert.equal((await call('/platforms')).status, 200);
      assert.equal((await own.list()).length, 1);
      assert.ok(performance.now() - began < 20_000);
    } finally {
      redis.resume();
    }
  });
});

describe('a lost lock', () => {
  /** Someone begins a connection, and something happens to their lock while Codat is slow. */
  const beginWhile = async (
    happens: (store: ReturnType<typeof memoryStore>, key: string) => Promise<unknown>,
  ) => {
    const store = memoryStore();
    const { countRequests, company, openPage, simulator } = await setUp({ store });
    const own = await openPage();
    const key = `begin:${company}:gbol`;
    const body = JSON.stringify({ platformKey: 'gbol' });
    const list = new RegExp(`^/companies/${company}/connections$`);
    simulator.faults.add({ method: 'GET', path: list, trouble: { is: 'slow', ms: 100 } });
    const begun = own.ask(`/companies/${company}/connections`, { method: 'POST', body });
    await until(async () => (await store.get(key)) !== undefined);
    await happens(store, key);
    return {
      status: (await begun).status,
      requested: countRequests('POST', list),
      kept: await store.get(key),
    };
  };

  it('creates no connection, since another process may be creating it', async () => {
    const gone = await beginWhile((store, key) => store.delete(key));
    assert.deepEqual(gone, { status: 503, requested: 0, kept: undefined });
  });

  it('is not taken from whoever has it by then', async () => {
    const taken = await beginWhile((store, key) => store.set(key, 'theirs', 60_000));
    assert.deepEqual(taken, { status: 503, requested: 0, kept: 'theirs' });
  });
});
