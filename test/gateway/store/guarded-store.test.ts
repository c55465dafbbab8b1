import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '../../../src/gateway/index.js';
import { createGuardedStore } from '../../../src/gateway/store/guarded-store.js';
import { stopClock } from '../../support/clock.js';

describe('a guarded store', () => {
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
