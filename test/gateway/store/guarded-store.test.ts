import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore, type GatewayEvent, type Store } from '../../../src/gateway/index.js';
import { HttpError } from '../../../src/gateway/http-error.js';
import { createGuardedStore } from '../../../src/gateway/store/guarded-store.js';
import { stopClock } from '../../support/clock.js';

const unavailable = (thrown: unknown): boolean =>
  thrown instanceof HttpError && thrown.status === 503 && thrown.retryAfter === 5;

/** Lets whatever was begun go on as far as it can without time passing. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Each thing that the gateway does with a store. */
const uses: readonly [what: string, use: (store: Store) => Promise<unknown>][] = [
  ['get', (store) => store.get('key')],
  ['set', (store) => store.set('key', 'value', 60_000)],
  ['add', (store) => store.add('key', 'value', 60_000)],
  ['delete', (store) => store.delete('key')],
  ['durableForMs', async (store) => store.durableForMs?.()],
];

describe('a guarded store', () => {
  for (const [what, use] of uses) {
    it(`tells the host of every failure, and the page to retry in five seconds: ${what}`, async () => {
      const events: GatewayEvent[] = [];
      const fail = () => Promise.reject(Object.assign(new Error('hush'), { code: 'ECONNREFUSED' }));
      const failing = { get: fail, set: fail, add: fail, delete: fail, durableForMs: fail };
      const store = createGuardedStore(failing, (event) => events.push(event));
      await assert.rejects(use(store), unavailable);
      await assert.rejects(use(store), unavailable);

      const reported = events.map((event) =>
        event.type === 'trouble' && event.with === 'store' ? [event.with, event.code] : event.type,
      );
      assert.deepEqual(reported, [
        ['store', 'ECONNREFUSED'],
        ['store', 'ECONNREFUSED'],
      ]);
    });

    it(`gives the host’s store two seconds, and after that leaves it alone for five: ${what}`, async (test) => {
      const clock = stopClock(test);
      let at = 0;
      test.mock.method(performance, 'now', () => at);
      let calls = 0;
      const hang = () => (calls++, new Promise<never>(() => undefined));
      const hanging = { get: hang, set: hang, add: hang, delete: hang, durableForMs: hang };
      const store = createGuardedStore(hanging, () => undefined);
      let isRefused = false;
      const refused = assert.rejects(use(store), unavailable).then(() => (isRefused = true));
      clock.tick(1_999);
      await settle();
      assert.equal(isRefused, false);
      clock.tick(2);
      await refused;

      for (const [now, expected] of [
        [0, 1],
        [4_999, 1],
        [5_000, 2],
      ] as const) {
        at = now;
        const again = assert.rejects(use(store), unavailable);
        assert.equal(calls, expected);
        clock.tick(2_001);
        await again;
      }
    });
  }

  it('keeps every value as long as the host’s store does, and for ever where it does not say', async () => {
    const kept = memoryStore();
    const ofHost = createGuardedStore({ ...kept, durableForMs: () => Promise.resolve(7) }, () => undefined);

    assert.equal(await ofHost.durableForMs?.(), 7);
    assert.equal(await createGuardedStore(kept, () => undefined).durableForMs?.(), Infinity);
  });

  it('deletes what has the value that was named, and nothing else', async () => {
    const kept = memoryStore();
    const store = createGuardedStore(kept, () => undefined);
    await store.set('lock', 'theirs', 60_000);
    await store.delete('lock', 'mine');

    assert.equal(await kept.get('lock'), 'theirs');
  });

  it('leaves alone what another process has added, though its own attempt took too long', async (test) => {
    const clock = stopClock(test);
    const kept = memoryStore({ now: () => 0 });
    await kept.set('lease', 'taken', 60_000);
    let serve = (): void => undefined;
    const served = new Promise<void>((resolve) => (serve = resolve));
    const add: Store['add'] = (...entry) => served.then(() => kept.add(...entry));
    const store = createGuardedStore({ ...kept, add }, () => undefined);
    const adding = store.add('lease', 'taken', 60_000);
    clock.tick(2_001);
    await assert.rejects(adding, unavailable);
    serve();
    await settle();

    assert.equal(await kept.get('lease'), 'taken');
  });

  it('ends no process when what took too long fails in the end', async (test) => {
    const clock = stopClock(test);
    let fail = (): void => undefined;
    const failed = new Promise<never>((_, reject) => (fail = () => reject(new Error('hush'))));
    const store = createGuardedStore({ ...memoryStore(), add: () => failed }, () => undefined);
    const unhandled: unknown[] = [];
    const onUnhandled = (thrown: unknown) => unhandled.push(thrown);
    process.on('unhandledRejection', onUnhandled);
    test.after(() => process.off('unhandledRejection', onUnhandled));
    const adding = store.add('lock', 'me', 60_000);
    clock.tick(2_001);
    await assert.rejects(adding, unavailable);
    fail();
    await settle();

    assert.deepEqual(unhandled, []);
  });

  it('gives back what was added after nobody waited any more, so that no lock is held by nobody', async (test) => {
    const clock = stopClock(test);
    const kept = memoryStore({ now: () => 0 });
    let serve = (): void => undefined;
    const served = new Promise<void>((resolve) => (serve = resolve));
    const deleted: string[] = [];
    const store = createGuardedStore(
      {
        ...kept,
        add: (key, value, ttlMs) => served.then(() => kept.add(key, value, ttlMs)),
        delete: (key, value) => {
          deleted.push(`${key} ${value ?? ''}`);
          return kept.delete(key, value);
        },
      },
      () => undefined,
    );
    const adding = store.add('lock', 'me', 60_000);
    clock.tick(2_001);
    await assert.rejects(adding, /Try again in a moment/);
    assert.equal(await kept.get('lock'), undefined);

    serve();
    await served;
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(deleted, ['lock me']);
    assert.equal(await kept.get('lock'), undefined);
  });
});
