import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { delayClamped } from '../../src/api/delay-clamped.js';
import { stopClock } from '../support/clock.js';

describe('a delay', () => {
  for (const requested of [0, -60_000, NaN]) {
    it(`of ${requested} milliseconds lasts a tenth of a second, so that no loop runs without a pause`, async (test) => {
      const clock = stopClock(test);
      let isOver = false;
      const delayed = delayClamped(requested).then(() => (isOver = true));
      clock.tick(99);
      await new Promise(setImmediate);
      assert.equal(isOver, false);
      clock.tick(1);
      await delayed;
    });
  }

  it('longer than the longest timer does not end at once', async () => {
    const end = new AbortController();
    const outcome = delayClamped(2 ** 40, end.signal).then(
      () => 'over',
      () => 'stopped',
    );
    await delayClamped(1);
    end.abort();
    assert.equal(await outcome, 'stopped');
  });
});
