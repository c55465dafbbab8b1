import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { useWindow } from '../support/unit-test-dom.js';

describe('the test kit in jsdom', () => {
  // The session's timers would keep Node running.
  after(() => setImmediate(() => process.exit()));

  it('renders a picker, chooses a platform and signs in, for a handler of the host’s', async () => {
    useWindow(new JSDOM('<!doctype html>', { url: 'https://lender.test/', pretendToBeVisual: true }).window);
    const { answer, choose, part, render } = await import('../../src/testing/index.js');
    const connected: string[] = [];
    document.addEventListener('codat-connected', ({ connection }) => connected.push(connection.platformName));

    const picker = await render('platform-picker', { lender: 'Larkspur' });
    await choose(picker.element, 'Xero');
    await answer(picker, 'allow', 'Marlow Bakery');
    assert.deepEqual(connected, ['Xero']);
    await part(picker.element, 'panel-heading', 'Marlow Bakery is connected');

    const list = await render('connection-list', {}, picker.lender);
    assert.match((await part(list.element, 'row')).textContent, /Marlow Bakery/);

    const other = await render('platform-picker');
    await choose(other.element, 'Xero');
    await answer(other, 'cancel');
    await part(other.element, 'panel-heading', 'Xero isn’t connected');
  });
});
