import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, part, parts, mount } from '../support/page.js';

describe('an element on the host’s page', () => {
  let lender: Lender;
  let listening: AbortController;

  beforeEach(async () => {
    lender = await openLender();
    listening = new AbortController();
  });

  afterEach(() => {
    listening.abort();
    lender.end();
    clear();
    document.body.style.zoom = '';
  });

  /** The events of these types that reach the host. */
  const hears = (target: EventTarget, ...types: string[]): string[] => {
    const received: string[] = [];
    for (const type of types)
      target.addEventListener(
        type,
        (event) => {
          if (!(event instanceof KeyboardEvent) || event.key === 'Escape') received.push(event.type);
        },
        { signal: listening.signal },
      );
    return received;
  };

  it('stops the Escape that closes a menu or a dialog, keydown and keyup, and no other', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = mount('connection-list', { session: lender.session });
    const received = hears(document, 'keydown', 'keyup');
    (await part(list, 'menu-button')).focus();
    await sendKeys({ press: 'Enter' });
    await part(list, 'menu');
    await sendKeys({ press: 'Escape' });
    await eventually(() => parts(list, 'menu').length === 0, 'a closed menu');
    expect(received).to.deep.equal([]);

    await sendKeys({ press: 'ArrowUp' });
    await part(list, 'menu');
    await sendKeys({ press: 'Enter' });
    await part(list, 'dialog');
    await sendKeys({ press: 'Escape' });
    await eventually(() => parts(list, 'dialog').length === 0, 'a closed question');
    expect(received).to.deep.equal([]);

    await sendKeys({ press: 'Escape' });
    expect(received).to.deep.equal(['keydown', 'keyup']);
  });

  it('clears the search by Escape, which it stops, and leaves the next one to the host', async () => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.showModal();
    const picker = mount('platform-picker', { session: lender.session });
    dialog.append(picker);
    const search = (await part(picker, 'search')).querySelector('input');
    const all = parts(picker, 'tile').length;
    const received = hears(document, 'keydown', 'keyup', 'input');
    search?.focus();
    await sendKeys({ type: 'xero' });
    await eventually(() => parts(picker, 'tile').length < all, 'fewer tiles');
    await sendKeys({ press: 'Escape' });
    await eventually(() => parts(picker, 'tile').length === all, 'all tiles again');
    expect(received).to.deep.equal([]);
    expect(search?.value).to.equal('');
    expect(dialog.open).to.equal(true);

    await sendKeys({ press: 'Escape' });
    await eventually(() => !dialog.open, 'a closed dialog of the host’s');
    expect(received).to.include('keydown');
  });

  it('renders nothing with autofocus before it is opened', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    const list = mount('connection-list', { session: lender.session });
    const button = await part(list, 'menu-button');
    const asking = (): number => list.shadowRoot?.querySelectorAll('[autofocus]').length ?? 0;
    expect(asking()).to.equal(0);
    expect(document.activeElement).to.equal(field);

    button.focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => list.shadowRoot?.activeElement?.getAttribute('role') === 'menuitem', 'focus');
    await sendKeys({ press: 'Escape' });
    await eventually(() => parts(list, 'menu').length === 0, 'a closed menu');
    expect(asking()).to.equal(0);
  });

  it('notifies a form of a changed value by `change`, and of a search by nothing', async () => {
    const form = document.createElement('form');
    document.body.append(form);
    const picker = mount('platform-picker', { session: lender.session }, { name: 'accounting' });
    form.append(picker);
    const received = hears(form, 'input', 'change', 'beforeinput');
    const search = (await part(picker, 'search')).querySelector('input');
    search?.focus();
    await sendKeys({ type: 'xe' });
    expect(received).to.deep.equal([]);
    expect(picker.value).to.deep.equal([]);

    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    lender.tick(11_000);
    await lender.session.connections.refresh();
    await eventually(() => received.length > 0, 'a change');
    expect(received).to.deep.equal(['change']);
    expect(picker.value).to.deep.equal([id]);
  });

  it('renders nothing again for an equal array or another function, and does for a changed one', async () => {
    const picker = mount('platform-picker', { session: lender.session, sourceTypes: ['Accounting'] });
    await part(picker, 'tile');
    await picker.updateComplete;
    let mutations = 0;
    const drawn = new MutationObserver((records) => (mutations += records.length));
    if (picker.shadowRoot)
      drawn.observe(picker.shadowRoot, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    for (let draw = 0; draw < 5; draw++) {
      Object.assign(picker, { sourceTypes: ['Accounting'], include: [], openLink: () => undefined });
      expect(picker.isUpdatePending, `draw ${draw}`).to.equal(false);
    }
    await Promise.resolve();
    expect(mutations).to.equal(0);

    picker.sourceTypes = ['Banking'];
    await eventually(() => mutations > 0, 'other tiles');
    drawn.disconnect();
  });

  it('opens a menu at its button on a page zoomed by CSS', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = mount('connection-list', { session: lender.session });
    document.body.style.zoom = '1.5';
    (await part(list, 'menu-button')).click();
    const menu = await eventually(() => parts(list, 'menu').find((one) => one.matches('.placed')));
    const from = (await part(list, 'menu-button')).getBoundingClientRect();

    await eventually(() => Math.abs(menu.getBoundingClientRect().right - from.right) < 16, 'at its button');
    expect(menu.getBoundingClientRect().top).to.be.within(from.bottom, from.bottom + 24);
  });

  it('hides nothing that gets focus under a header or a footer that stays in view (WCAG 2.2, 2.4.11)', async () => {
    const barPx = 56;
    const addBar = (tag: string, edge: string): void => {
      const bar = document.createElement(tag);
      bar.style.cssText = `position: fixed; ${edge}: 0; inset-inline: 0; block-size: ${barPx}px`;
      document.body.append(bar);
    };
    addBar('header', 'top');
    const picker = mount('platform-picker', { session: lender.session });
    addBar('button', 'bottom');
    picker.style.cssText = `display: block; padding-block: ${barPx}px`;
    await part(picker, 'not-listed');
    const isInView = (control: Element): boolean => {
      const { top, bottom } = control.getBoundingClientRect();
      return bottom > barPx && top < innerHeight - barPx;
    };

    const stops: HTMLElement[] = [];
    for (;;) {
      await sendKeys({ press: 'Tab' });
      const control = picker.shadowRoot?.activeElement;
      if (!(control instanceof HTMLElement)) break;
      await eventually(() => isInView(control), `${control.innerText} above the footer`);
      stops.push(control);
    }
    expect(stops.length).to.be.greaterThan(15);
    for (const control of stops.reverse()) {
      control.focus();
      await eventually(() => isInView(control), `${control.innerText} below the header`);
    }
  });

  it('has a search field of 16 pixels at least, where the page’s type is smaller', async () => {
    const picker = mount('platform-picker', { session: lender.session });
    picker.style.fontSize = '12px';
    const search = (await part(picker, 'search')).querySelector('input');

    expect(search && getComputedStyle(search).fontSize).to.equal('16px');
  });
});
