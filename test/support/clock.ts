import type { TestContext } from 'node:test';

/** A clock that stands still until a test moves it: dates, timers, and how long a signal waits. */
export interface Clock {
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): void;
}

/** Stops the clock until the test ends. node:test leaves `AbortSignal.timeout` to the real one, so it gets a timer here. */
export function stopClock({ mock }: TestContext): Clock {
  mock.timers.enable({
    apis: ['setTimeout', 'setInterval', 'Date'],
    now: Date.parse('2026-03-04T09:00:00Z'),
  });
  mock.method(AbortSignal, 'timeout', (milliseconds: number): AbortSignal => {
    const end = new AbortController();
    setTimeout(() => end.abort(new DOMException('Time is up.', 'TimeoutError')), milliseconds);
    return end.signal;
  });
  return { pass: (milliseconds) => mock.timers.tick(milliseconds) };
}
