import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { useWindow } from '../support/unit-test-dom.js';

describe('the test kit in jsdom', () => {
  // The session's timers would keep Node running.
  after(() => setImmediate(() => process.exit()));

  it('renders a picker, chooses a platform and signs in, for a handler of the host’s', async () => {
    useWindow(new JSDOM('<!doctype html>', { url: 'https://lender.test/', pretendToBeVisual: true }).window);
    const { answerSignIn, choosePlatform, waitForPart, renderElement } =
      await import('../../src/testing/index.js');
    const connected: string[] = [];
    document.addEventListener('codat-connected', ({ connection }) => connected.push(connection.platformName));

    const picker = await renderElement('platform-picker', { lender: 'Larkspur' });
    await choosePlatform(picker.element, 'Xero');
    await answerSignIn(picker, 'allow', 'Marlow Bakery');
    assert.deepEqual(connected, ['Xero']);
    await waitForPart(picker.element, 'panel-heading', 'Marlow Bakery is connected');

    const list = await renderElement('connection-list', {}, picker.lender);
    assert.match((await waitForPart(list.element, 'row')).textContent, /Marlow Bakery/);

    const other = await renderElement('platform-picker');
    await choosePlatform(other.element, 'Xero');
    await answerSignIn(other, 'cancel');
    await waitForPart(other.element, 'panel-heading', 'Xero isn’t connected');
  });

  it('signs in from a component of the host’s own, where the runner names `matchMedia` and has none', async () => {
    Object.assign(globalThis, { matchMedia: undefined });
    const { answerSignIn, choosePlatform, openLender, waitForPart } =
      await import('../../src/testing/index.js');
    const lender = await openLender();
    const element = Object.assign(document.createElement('platform-picker'), { session: lender.session });
    document.body.append(element);
    try {
      await choosePlatform(element, 'Xero');
      await answerSignIn({ element, lender }, 'allow', 'Marlow Bakery');
      await waitForPart(element, 'panel-heading', 'Marlow Bakery is connected');
    } finally {
      Reflect.deleteProperty(globalThis, 'matchMedia');
    }
  });

  it('holds back several responses at once, each until its own release', async () => {
    const { openLender } = await import('../../src/testing/index.js');
    const lender = await openLender();
    const arrived: string[] = [];
    const get = (path: string): Promise<number> =>
      lender.fetch(new Request(`${lender.baseUrl}${path}`)).then(() => arrived.push(path));
    const health = lender.holdResponse(({ url }) => url.endsWith('/health'));
    const platforms = lender.holdResponse(({ url }) => url.endsWith('/platforms'));
    const both = [get('/health'), get('/platforms')];
    await Promise.all([health.ready, platforms.ready]);
    assert.deepEqual(arrived, []);

    platforms.release();
    await both[1];
    assert.deepEqual(arrived, ['/platforms']);
    health.release();
    await both[0];
    assert.deepEqual(arrived, ['/platforms', '/health']);
  });

  it('goes on past the notes that some platforms have, and agrees to the terms', async () => {
    const { answerSignIn, choosePlatform, openLender, waitForPart, renderElement } =
      await import('../../src/testing/index.js');
    const sections = [{ title: 'Your books', body: 'Larkspur reads your invoices.' }];
    const lender = await openLender({
      consents: [{ version: '1', locale: 'en-GB', sections, agree: 'I agree' }],
    });
    const picker = await renderElement('platform-picker', { consent: '' }, lender);
    await choosePlatform(picker.element, 'QuickBooks Online');
    await waitForPart(picker.element, 'panel-heading', 'Connect QuickBooks Online');
    await answerSignIn(picker, 'allow', 'Marlow Bakery');
    await waitForPart(picker.element, 'panel-heading', 'Marlow Bakery is connected');
  });
});
