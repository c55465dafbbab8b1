import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { drawPicker, useWindow } from '../support/unit-test-dom.js';

/** Keeps the callbacks of timers that have not run, so that a test can run them. */
function holdTimers(): Map<unknown, () => void> {
  const held = new Map<unknown, () => void>();
  const { setTimeout, clearTimeout } = globalThis;
  Object.assign(globalThis, {
    setTimeout: (callback: () => void, ms?: number) => {
      const run = (): void => {
        held.delete(timer);
        callback();
      };
      const timer = setTimeout(run, ms);
      held.set(timer, run);
      return timer;
    },
    clearTimeout: (timer: NodeJS.Timeout) => {
      held.delete(timer);
      clearTimeout(timer);
    },
  });
  return held;
}

describe('a host’s unit test in jsdom', () => {
  // The session's timers would keep Node running.
  after(() => setImmediate(() => process.exit()));

  it('leaves no timer that needs the page, once its session has ended and its elements are removed', async () => {
    useWindow(new JSDOM('<!doctype html>', { url: 'https://lender.test/', pretendToBeVisual: true }).window);
    const timers = holdTimers();
    const picker = await drawPicker();
    const shown = new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        if (!picker.shadowRoot?.querySelector('[part~="panel-heading"]')) return;
        observer.disconnect();
        resolve(undefined);
      }).observe(picker.shadowRoot ?? picker, { childList: true, subtree: true });
    });
    await shown;
    picker.session?.end();
    picker.remove();
    await new Promise(setImmediate);

    Reflect.deleteProperty(globalThis, 'document');
    assert.ok(timers.size > 0);
    for (const run of [...timers.values()]) run();
  });
});
