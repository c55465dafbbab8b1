import assert from 'node:assert/strict';
import { after, describe, it, mock } from 'node:test';
import { JSDOM } from 'jsdom';
import { useWindow } from '../support/unit-test-dom.js';

describe('a browser that lacks what every element needs', () => {
  after(() => setImmediate(() => process.exit()));

  it('keeps the light DOM, with one warning and no error', async () => {
    const { window } = new JSDOM(
      '<!doctype html><platform-picker><a href="/call">Call us</a></platform-picker>',
      {
        url: 'https://lender.test/',
        pretendToBeVisual: true,
      },
    );
    useWindow(window);
    Reflect.deleteProperty(AbortSignal, 'timeout');
    const warn = mock.method(console, 'warn', () => undefined);
    await import('../../src/index.js');

    assert.deepEqual(
      warn.mock.calls.map(({ arguments: [words] }) => String(words)),
      ['codat-connect-elements need AbortSignal.timeout'],
    );
    assert.equal(customElements.get('platform-picker'), undefined);
    assert.equal(document.querySelector('platform-picker')?.shadowRoot, null);
    assert.equal(document.body.textContent, 'Call us');
  });
});
