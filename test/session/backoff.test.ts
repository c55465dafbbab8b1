import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { computeBackoffDelayMs } from '../../src/session/live/backoff.js';

const backoff = { firstMs: 1000, growth: 2, maxMs: 6000 };

describe('a backoff', () => {
  it('waits longer after each attempt, up to its longest delay', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 1000].map((attempts) => computeBackoffDelayMs(backoff, attempts, 0)),
      [1000, 2000, 4000, 6000, 6000, 6000],
    );
  });

  it('is up to a fifth slower by chance, and never faster', () => {
    assert.deepEqual(
      [0, 0.5, 1].map((chance) => computeBackoffDelayMs(backoff, 0, chance)),
      [1000, 1100, 1200],
    );
    fc.assert(
      fc.property(fc.nat(5000), (attempts) => {
        const least = computeBackoffDelayMs(backoff, attempts, 0);
        const delayMs = computeBackoffDelayMs(backoff, attempts);
        assert.ok(delayMs >= least && delayMs <= least * 1.2);
      }),
    );
  });
});
