import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Window } from 'happy-dom';
import { chooseXero, useWindow } from '../support/unit-test-dom.js';

describe('a host’s unit tests in happy-dom', () => {
  // The session's timers would keep Node running.
  after(() => setImmediate(() => process.exit()));

  it('render every element, choose a platform and receive codat-connect', async () => {
    useWindow(new Window({ url: 'https://lender.test/' }));

    assert.equal(await chooseXero(), 'Xero');
  });
});
