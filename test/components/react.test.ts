import { expect } from '@open-wc/testing';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { PlatformPicker, PoweredByCodat } from '../../src/react/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, part } from '../support/page.js';

describe('a React component', () => {
  let lender: Lender;
  let root: Root;

  beforeEach(async () => {
    lender = await openLender();
    root = createRoot(document.body.appendChild(document.createElement('main')));
  });

  afterEach(() => {
    root.unmount();
    lender.end();
    clear();
  });

  /** A host that makes its arrays and functions anew each time it renders. */
  const render = (...sourceTypes: readonly ('Accounting' | 'Banking')[]): void =>
    flushSync(() =>
      root.render(
        createElement(PlatformPicker, {
          session: lender.session,
          ...(sourceTypes.length > 0 && { sourceTypes, include: [], headingLevel: 3 }),
          openLink: () => undefined,
          onConnected: () => undefined,
        }),
      ),
    );

  it('changes nothing on the page when its host renders again with equal arrays, and does with others', async () => {
    render('Accounting');
    const picker = await eventually(() => document.querySelector('platform-picker'), 'the picker');
    await part(picker, 'tile');
    await picker.updateComplete;
    const changed: string[] = [];
    const drawn = new MutationObserver((records) =>
      changed.push(...records.map(({ target }) => target.nodeName)),
    );
    for (const container of [document.body, picker.shadowRoot ?? picker])
      drawn.observe(container, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let time = 0; time < 5; time++) {
      render('Accounting');
      expect(picker.isUpdatePending, `time ${time}`).to.equal(false);
    }
    // The observer is called in a microtask.
    await Promise.resolve();
    expect(changed).to.deep.equal([]);

    render('Banking');
    await eventually(() => changed.length > 0, 'other tiles');
    drawn.disconnect();
  });

  it('shows what it shows without a prop once its host leaves that out, or sets it to nothing', async () => {
    render('Banking');
    const picker = await eventually(() => document.querySelector('platform-picker'), 'the picker');
    await part(picker, 'tile');
    render();

    await part(picker, 'heading', 'Connect your business');
    await part(picker, 'tile', 'Xero');
    expect(picker.headingLevel).to.equal(2);
    for (const nothing of [undefined, null]) {
      const properties = ['sourceTypes', 'include', 'exclude', 'featured', 'accept', 'headingLevel', 'opens'];
      for (const name of properties) Reflect.set(picker, name, nothing);
      await picker.updateComplete;
      await part(picker, 'tile', 'Xero');
      expect(properties.map((name): unknown => Reflect.get(picker, name))).to.deep.equal([
        [],
        [],
        [],
        [],
        [],
        2,
        'auto',
      ]);
    }
  });

  it('gives its element the attributes of HTML that its host sets, and takes away those that it leaves out', () => {
    const show = (props: Parameters<typeof PoweredByCodat>[0]): void =>
      flushSync(() => root.render(createElement(PoweredByCodat, props)));
    const attributes = (): Record<string, string> =>
      Object.fromEntries(
        Array.from(document.querySelector('powered-by-codat')?.attributes ?? [], ({ name, value }) => [
          name,
          value,
        ]),
      );
    show({
      id: 'codat',
      className: 'logo',
      style: { color: 'red' },
      title: 'Codat',
      lang: 'de',
      dir: 'rtl',
      role: 'note',
      slot: 'footer',
      tabIndex: -1,
      translate: 'no',
      draggable: false,
      spellCheck: false,
      contentEditable: false,
      autoFocus: false,
      hidden: true,
      inert: true,
      popover: 'manual',
      prefix: 'og: https://ogp.me/ns#',
      'aria-hidden': true,
      'aria-busy': false,
    });
    expect(attributes()).to.deep.equal({
      id: 'codat',
      class: 'logo',
      style: 'color: red;',
      title: 'Codat',
      lang: 'de',
      dir: 'rtl',
      role: 'note',
      slot: 'footer',
      tabindex: '-1',
      translate: 'no',
      draggable: 'false',
      spellcheck: 'false',
      contenteditable: 'false',
      hidden: '',
      inert: '',
      popover: 'manual',
      prefix: 'og: https://ogp.me/ns#',
      'aria-hidden': 'true',
      'aria-busy': 'false',
    });

    show({ draggable: true, hidden: false, contentEditable: undefined, tabIndex: 0, style: {} });
    expect(attributes()).to.deep.equal({ draggable: 'true', tabindex: '0', style: '' });
  });
});
