import { install } from '@sinonjs/fake-timers';
import type { TestContext } from 'node:test';

/** A stopped clock that a test advances: dates, timers, and the timeouts of signals. */
export interface Clock {
  /** Lets so many milliseconds pass. */
  tick(milliseconds: number): void;
  /** Lets time pass by itself again. Called when the test ends, too. */
  resume(): void;
}

/**
 * Waits until something has been asked, then lets half a minute pass: on the way to it there is real work, for which a
 * stopped clock must not advance.
 */
export async function passHalfMinuteOnceAsked(clock: Clock, isAsked: () => boolean): Promise<void> {
  while (!isAsked()) await new Promise(setImmediate);
  for (let seconds = 0; seconds < 30; seconds += 10) {
    await new Promise(setImmediate);
    clock.tick(10_000);
  }
}

/**
 * Stops the clock until the test ends. An `AbortSignal.timeout` gets a timer here, since it would wait by the real clock.
 * The timers of node:test are not used: one that is left from a test before and is cleared now takes another with it.
 */
export function stopClock(test: TestContext, now = Date.UTC(2026, 2, 4, 9)): Clock {
  const clock = install({
    now,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    shouldClearNativeTimers: true,
  });
  test.mock.method(AbortSignal, 'timeout', (milliseconds: number): AbortSignal => {
    const end = new AbortController();
    setTimeout(() => end.abort(new DOMException('Time is up.', 'TimeoutError')), milliseconds);
    return end.signal;
  });
  const resume = () => clock.uninstall();
  test.after(resume);
  return { tick: (milliseconds) => void clock.tick(milliseconds), resume };
}
