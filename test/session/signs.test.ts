import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Notice } from '../../src/session/live/across-tabs.js';
import { nextSign, type Listeners } from '../../src/session/live/signs.js';
import { stopClock } from '../support/clock.js';

const never = new AbortController().signal;

/** Those who wait, and a way to tell them what another page said. */
function setUp() {
  const listeners: Listeners = new Set();
  return {
    next: (connection: string, signal = never, attemptId?: string) =>
      nextSign(listeners, connection, 5000, signal, attemptId),
    hear: (notice: Notice) => {
      for (const tell of [...listeners]) tell(notice);
    },
  };
}

describe('signs', () => {
  it('are heard by those who wait for that connection, and by no others', async (test) => {
    const clock = stopClock(test);
    const signs = setUp();
    const xero = signs.next('xero');
    const bank = signs.next('bank');
    signs.hear({ is: 'returned', connection: 'xero' });
    clock.pass(5000);

    assert.deepEqual(await Promise.all([xero, bank]), ['returned', 'due']);
  });

  it('come at the latest when it is time to look again', async (test) => {
    const clock = stopClock(test);
    const sign = setUp().next('xero');
    clock.pass(5000);

    assert.equal(await sign, 'due');
  });

  it('are one for each wait: a second notice finds nobody waiting', async () => {
    const signs = setUp();
    const sign = signs.next('xero');
    signs.hear({ is: 'changed', connection: 'xero' });
    signs.hear({ is: 'returned', connection: 'xero' });

    assert.equal(await sign, 'changed');
  });

  it('tell a return from one of another try, which is no more than a change', async () => {
    const signs = setUp();
    const [early, own, untold] = ['xero', 'bank', 'shop'].map((id) => signs.next(id, never, 'second'));
    signs.hear({ is: 'returned', connection: 'xero', attempt: 'first' });
    signs.hear({ is: 'returned', connection: 'bank', attempt: 'second' });
    signs.hear({ is: 'returned', connection: 'shop' });

    assert.deepEqual(await Promise.all([early, own, untold]), ['changed', 'returned', 'returned']);
  });

  it('stop with the caller’s own reason when the caller gives up', async () => {
    const stop = new AbortController();
    const sign = setUp().next('xero', stop.signal);
    const reason = new DOMException('The person left.', 'AbortError');
    stop.abort(reason);

    await assert.rejects(sign, reason);
  });

  it('are not waited for by a caller who has given up before', async () => {
    await assert.rejects(setUp().next('xero', AbortSignal.abort()));
  });
});
