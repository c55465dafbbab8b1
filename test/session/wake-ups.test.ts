import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import type { TabMessage } from '../../src/session/live/tab-channel.js';
import { waitForConnectionWakeUp, type ChangeMessageListeners } from '../../src/session/live/wake-ups.js';
import { stopClock } from '../support/clock.js';

const never = new AbortController().signal;

/** Waits for wake-ups, and posts the messages of another tab. */
function setUp() {
  const listeners: ChangeMessageListeners = new Set();
  return {
    listeners,
    next: (connection: string, signal = never, attemptId?: string) =>
      waitForConnectionWakeUp(listeners, connection, 5000, signal, attemptId),
    post: (message: TabMessage) => {
      for (const listener of [...listeners]) listener(message);
    },
  };
}

describe('wake-ups', () => {
  it('reach those who wait for that connection, and no others', async (test) => {
    const clock = stopClock(test);
    const wakeUps = setUp();
    const xero = wakeUps.next('xero');
    const bank = wakeUps.next('bank');
    wakeUps.post({ is: 'returned', connection: 'xero' });
    clock.tick(5000);

    assert.deepEqual(await Promise.all([xero, bank]), ['returned', 'timeout']);
  });

  it('arrive when the timeout passes at the latest', async (test) => {
    const clock = stopClock(test);
    const wakeUp = setUp().next('xero');
    clock.tick(5000);

    assert.equal(await wakeUp, 'timeout');
  });

  it('end each wait once: a second notice finds nobody waiting', async () => {
    const wakeUps = setUp();
    const wakeUp = wakeUps.next('xero');
    wakeUps.post({ is: 'changed', connection: 'xero' });
    wakeUps.post({ is: 'returned', connection: 'xero' });

    assert.equal(await wakeUp, 'changed');
  });

  it('count a return from another attempt as a change', async () => {
    const wakeUps = setUp();
    const [early, own, untold] = ['xero', 'bank', 'shop'].map((id) => wakeUps.next(id, never, 'second'));
    wakeUps.post({ is: 'returned', connection: 'xero', attempt: 'first' });
    wakeUps.post({ is: 'returned', connection: 'bank', attempt: 'second' });
    wakeUps.post({ is: 'returned', connection: 'shop' });

    assert.deepEqual(await Promise.all([early, own, untold]), ['changed', 'returned', 'returned']);
  });

  it('reject with the caller’s own reason when the caller aborts', async () => {
    const stop = new AbortController();
    const wakeUp = setUp().next('xero', stop.signal);
    const reason = new DOMException('The person left.', 'AbortError');
    stop.abort(reason);

    await assert.rejects(wakeUp, reason);
  });

  it('leave nothing behind at a signal that lasts for days, as while a colleague has a link', async () => {
    const { signal } = new AbortController();
    const wakeUps = setUp();
    const wakeUp = wakeUps.next('xero', signal);
    wakeUps.post({ is: 'changed', connection: 'xero' });
    await wakeUp;

    assert.deepEqual([getEventListeners(signal, 'abort'), wakeUps.listeners.size], [[], 0]);
  });

  it('reject at once for a caller who has aborted before', async () => {
    await assert.rejects(setUp().next('xero', AbortSignal.abort()));
  });
});
