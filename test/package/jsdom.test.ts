import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { chooseXero, useWindow } from '../support/unit-test-dom.js';

describe('a host’s unit tests in jsdom', () => {
  // The session's timers would keep Node running.
  after(() => setImmediate(() => process.exit()));

  it('render every element, choose a platform and receive codat-connect', async () => {
    useWindow(new JSDOM('<!doctype html>', { url: 'https://lender.test/', pretendToBeVisual: true }).window);

    assert.equal(await chooseXero(), 'Xero');
  });
});
