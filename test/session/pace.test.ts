import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { waitAfter } from '../../src/session/live/pace.js';

const pace = { first: 1000, growth: 2, most: 6000 };

describe('a pace', () => {
  it('is slower after each look, up to its longest wait', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 1000].map((looks) => waitAfter(pace, looks, 0)),
      [1000, 2000, 4000, 6000, 6000, 6000],
    );
  });

  it('is up to a fifth slower by chance, and never faster', () => {
    fc.assert(
      fc.property(fc.nat(5000), (looks) => {
        const least = waitAfter(pace, looks, 0);
        const wait = waitAfter(pace, looks);
        assert.ok(wait >= least && wait <= least * 1.2);
      }),
    );
  });
});
