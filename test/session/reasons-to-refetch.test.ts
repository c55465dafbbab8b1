import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import type { TabMessage } from '../../src/session/live/tab-channel.js';
import {
  waitForReasonToRefetchConnection,
  type TabMessageListeners,
} from '../../src/session/live/reasons-to-refetch.js';
import { stopClock } from '../support/clock.js';

const never = new AbortController().signal;

/** Waits for reasons to refetch a connection, and posts the messages of another tab. */
function setUp() {
  const listeners: TabMessageListeners = new Set();
  return {
    listeners,
    next: (connection: string, signal = never, attemptId?: string) =>
      waitForReasonToRefetchConnection(listeners, connection, 5000, signal, attemptId),
    post: (message: TabMessage) => {
      for (const listener of [...listeners]) listener(message);
    },
  };
}

describe('reasons to refetch a connection', () => {
  it('reach those who wait for that connection, and no others', async (test) => {
    const clock = stopClock(test);
    const reasons = setUp();
    const xero = reasons.next('xero');
    const bank = reasons.next('bank');
    reasons.post({ is: 'returned', connection: 'xero' });
    clock.tick(5000);

    assert.deepEqual(await Promise.all([xero, bank]), ['returned', 'timeout']);
  });

  it('arrive when the timeout passes at the latest', async (test) => {
    const clock = stopClock(test);
    const next = setUp().next('xero');
    clock.tick(5000);

    assert.equal(await next, 'timeout');
  });

  it('end each wait once: a second notice finds nobody waiting', async () => {
    const reasons = setUp();
    const next = reasons.next('xero');
    reasons.post({ is: 'changed', connection: 'xero' });
    reasons.post({ is: 'returned', connection: 'xero' });

    assert.equal(await next, 'changed');
  });

  it('count a return from another attempt as a change', async () => {
    const reasons = setUp();
    const [early, own, untold] = ['xero', 'bank', 'shop'].map((id) => reasons.next(id, never, 'second'));
    reasons.post({ is: 'returned', connection: 'xero', attempt: 'first' });
    reasons.post({ is: 'returned', connection: 'bank', attempt: 'second' });
    reasons.post({ is: 'returned', connection: 'shop' });

    assert.deepEqual(await Promise.all([early, own, untold]), ['changed', 'returned', 'returned']);
  });

  it('reject with the caller’s own reason when the caller aborts', async () => {
    const stop = new AbortController();
    const reasons = setUp();
    const next = reasons.next('xero', stop.signal);
    const reason = new DOMException('The person left.', 'AbortError');
    stop.abort(reason);

    await assert.rejects(next, reason);
    assert.equal(reasons.listeners.size, 0);
  });

  it('leave nothing behind at a signal that lasts for days, as while a colleague has a link', async () => {
    const { signal } = new AbortController();
    const reasons = setUp();
    const next = reasons.next('xero', signal);
    reasons.post({ is: 'changed', connection: 'xero' });
    await next;

    assert.deepEqual([getEventListeners(signal, 'abort'), reasons.listeners.size], [[], 0]);
  });

  it('reject at once for a caller who has aborted before', async () => {
    await assert.rejects(setUp().next('xero', AbortSignal.abort()));
  });
});
