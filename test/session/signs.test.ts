import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Signs } from '../../src/session/signs.js';
import { stopClock } from '../support/clock.js';

const never = new AbortController().signal;

describe('signs', () => {
  it('are heard by those who wait for that connection, and by no others', async (test) => {
    const clock = stopClock(test);
    const signs = new Signs();
    const xero = signs.next('xero', 5000, never);
    const bank = signs.next('bank', 5000, never);
    signs.hear({ is: 'returned', connection: 'xero' });
    clock.pass(5000);

    assert.deepEqual(await Promise.all([xero, bank]), ['returned', 'due']);
  });

  it('come at the latest when it is time to look again', async (test) => {
    const clock = stopClock(test);
    const sign = new Signs().next('xero', 5000, never);
    clock.pass(5000);

    assert.equal(await sign, 'due');
  });

  it('are one for each wait: a second notice finds nobody waiting', async () => {
    const signs = new Signs();
    const sign = signs.next('xero', 5000, never);
    signs.hear({ is: 'changed', connection: 'xero' });
    signs.hear({ is: 'returned', connection: 'xero' });

    assert.equal(await sign, 'changed');
  });

  it('stop with the caller’s own reason when the caller gives up', async () => {
    const stop = new AbortController();
    const sign = new Signs().next('xero', 5000, stop.signal);
    const reason = new DOMException('The person left.', 'AbortError');
    stop.abort(reason);

    await assert.rejects(sign, reason);
  });

  it('are not waited for by a caller who has given up before', async () => {
    await assert.rejects(new Signs().next('xero', 5000, AbortSignal.abort()));
  });
});
