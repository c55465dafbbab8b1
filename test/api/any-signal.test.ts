import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { anySignal } from '../../src/browser/any-signal.js';

describe('one signal of several', () => {
  it('hears Node’s signals where the page’s own class is jsdom’s, as in Jest', (test) => {
    const { window } = new JSDOM('', { url: 'https://lender.test/', pretendToBeVisual: true });
    const page = window as unknown as typeof globalThis & { close(): void };
    // Its timers for frames would keep the process alive.
    test.after(() => page.close());
    const { AbortController: OfPage, AbortSignal: signals } = page;
    const ofNode = new AbortController();
    test.mock.method(AbortSignal, 'any', (list: AbortSignal[]) => signals.any(list));
    const ofPage = new OfPage();
    const [first, second] = [ofNode, ofPage].map(() => anySignal([ofNode.signal, ofPage.signal]));
    assert.deepEqual([first?.aborted, second?.aborted], [false, false]);
    ofNode.abort('over');
    assert.deepEqual(
      [first, second].map((signal): unknown => signal?.reason),
      ['over', 'over'],
    );
    assert.equal(anySignal([ofPage.signal, ofNode.signal]).aborted, true);
  });
});
