import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { useWindow } from '../support/unit-test-dom.js';

describe('a host’s unit tests of React components in jsdom', () => {
  // The session's timers would keep Node running.
  after(() => setImmediate(() => process.exit()));

  it('give an element its properties, its events and its ref, and take them away again', async () => {
    useWindow(new JSDOM('<!doctype html>', { url: 'https://lender.test/', pretendToBeVisual: true }).window);
    const { createElement, createRef } = await import('react');
    const { flushSync } = await import('react-dom');
    const { createRoot } = await import('react-dom/client');
    const { PlatformPicker } = await import('../../src/react/index.js');
    const { choosePlatform, openLender } = await import('../../src/testing/index.js');
    const lender = await openLender();
    const root = createRoot(document.body);
    const ref = createRef<HTMLElementTagNameMap['platform-picker']>();
    const chosen: string[] = [];
    const render = (props: Parameters<typeof PlatformPicker>[0]): void =>
      flushSync(() => root.render(createElement(PlatformPicker, { session: lender.session, ref, ...props })));

    render({ lender: 'Larkspur', title: 'Books', onConnect: (event) => event.preventDefault() });
    const picker = ref.current;
    assert.ok(picker);
    assert.equal(picker, document.querySelector('platform-picker'));
    assert.equal(picker.lender, 'Larkspur');
    assert.equal(picker.title, 'Books');

    render({
      onConnect: (event) => {
        event.preventDefault();
        chosen.push(event.platform.name);
      },
    });
    await choosePlatform(picker, 'Xero');
    assert.deepEqual(chosen, ['Xero']);
    assert.equal(picker.lender, undefined);
    assert.equal(picker.getAttribute('title'), null);

    render({});
    picker.addEventListener('codat-connect', (event) => {
      event.preventDefault();
      chosen.push('by the listener');
    });
    await choosePlatform(picker, 'Xero');
    assert.deepEqual(chosen, ['Xero', 'by the listener']);

    flushSync(() => root.unmount());
    assert.equal(ref.current, null);
  });

  it('call the handlers of an element that React hides while something beside it is suspended', async () => {
    const { createElement, StrictMode, Suspense, use } = await import('react');
    const { flushSync } = await import('react-dom');
    const { createRoot } = await import('react-dom/client');
    const { PlatformPicker } = await import('../../src/react/index.js');
    const { choosePlatform, openLender } = await import('../../src/testing/index.js');
    const { session } = await openLender();
    const root = createRoot(document.body);
    const chosen: string[] = [];
    const onConnect: Parameters<typeof PlatformPicker>[0]['onConnect'] = (event) => {
      event.preventDefault();
      chosen.push(event.platform.name);
    };
    const Offer = ({ until }: { until: Promise<void> | undefined }) => {
      if (until) use(until);
      return 'An offer';
    };
    const render = (until?: Promise<void>): void =>
      flushSync(() =>
        root.render(
          createElement(
            StrictMode,
            null,
            createElement(
              Suspense,
              { fallback: 'Loading' },
              createElement(PlatformPicker, { session, onConnect }),
              createElement(Offer, { until }),
            ),
          ),
        ),
      );

    render();
    const picker = document.querySelector('platform-picker');
    assert.ok(picker);
    render(new Promise(() => undefined));
    assert.equal(picker.style.display, 'none');
    await choosePlatform(picker, 'Xero');
    assert.deepEqual(chosen, ['Xero']);

    render();
    assert.equal(picker.style.display, '');
    await choosePlatform(picker, 'Xero');
    assert.deepEqual(chosen, ['Xero', 'Xero']);
    flushSync(() => root.unmount());
  });
});
