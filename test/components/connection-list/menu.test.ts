import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../src/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, focused, part, parts, mount, press, texts } from '../../support/page.js';
import { resizePage } from '../../support/viewport.js';

type List = HTMLElementTagNameMap['connection-list'];

describe('the menu of a row in <connection-list>', () => {
  let lender: Lender;
  let list: List;

  beforeEach(async () => {
    lender = await openLender();
    await lender.addConnection('gbol', 'Marlow Bakery');
    list = mount('connection-list', { session: lender.session }, { lender: 'Larkspur' });
    await part(list, 'row');
  });

  afterEach(() => {
    lender.end();
    clear();
    document.body.removeAttribute('dir');
  });

  const button = (): Promise<HTMLElement> => part(list, 'menu-button');
  const pressKey = async (...keys: string[]): Promise<void> => {
    for (const press of keys) await sendKeys({ press });
  };
  const opened = async (key = 'Enter'): Promise<HTMLElement> => {
    (await button()).focus();
    await pressKey(key);
    return eventually(() => parts(list, 'menu').find((menu) => menu.classList.contains('placed')));
  };
  const closed = () => eventually(() => parts(list, 'menu').length === 0, 'a closed menu');

  it('has aria-haspopup, and aria-expanded', async () => {
    const reported = async () => {
      const { ariaHasPopup, ariaExpanded } = await button();
      return [ariaHasPopup, ariaExpanded];
    };
    expect(await reported()).to.deep.equal(['menu', 'false']);
    const menu = await opened();

    expect(await reported()).to.deep.equal(['menu', 'true']);
    expect([menu.role, menu.ariaLabel]).to.deep.equal(['menu', 'More for Xero']);
    await expect(list).to.be.accessible();
    await pressKey('Escape');
    const closed = await button();
    await eventually(() => closed.ariaExpanded === 'false');
  });

  for (const [key, item] of [
    ['Enter', 'Details'],
    [' ', 'Details'],
    ['ArrowDown', 'Details'],
    ['ArrowUp', 'Delete'],
  ] as const) {
    it(`opens by ${key} with focus on ${item}`, async () => {
      await opened(key);

      expect(texts(list, 'menu-item')).to.deep.equal(['Details', 'Disconnect', 'Delete']);
      expect(focused(list)).to.equal(item);
    });
  }

  it('moves focus by arrow keys, wrapping around, and by Home and End', async () => {
    await opened();
    const walk: (string | undefined)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End']) {
      await pressKey(key);
      walk.push(focused(list));
    }

    expect(walk).to.deep.equal(['Disconnect', 'Delete', 'Details', 'Delete', 'Details', 'Delete']);
  });

  it('moves focus by first letters, in any letter case, and ignores letters without an item', async () => {
    await opened();
    const walk: (string | undefined)[] = [];
    for (const key of ['d', 'D', 'x', 'd']) {
      await pressKey(key);
      walk.push(focused(list));
    }

    expect(walk).to.deep.equal(['Disconnect', 'Delete', 'Delete', 'Details']);
  });

  it('leaves shortcuts of the browser alone, such as Ctrl+D', async () => {
    await opened();
    const item = list.shadowRoot?.activeElement;
    const cancelled = (['ctrlKey', 'metaKey', 'altKey'] as const).map((modifier) => {
      const event = new KeyboardEvent('keydown', {
        key: 'd',
        [modifier]: true,
        bubbles: true,
        cancelable: true,
      });
      return !item?.dispatchEvent(event);
    });

    expect(cancelled).to.deep.equal([false, false, false]);
    expect(focused(list)).to.equal('Details');
  });

  it('closes by Escape and gives focus back', async () => {
    await opened();
    await pressKey('ArrowDown', 'Escape');

    await closed();
    expect(focused(list)).to.equal('More for Xero');
  });

  it('closes by Tab, which moves on from the button', async () => {
    const after = document.createElement('button');
    document.body.append(after);
    await opened();
    await pressKey('Tab');

    await closed();
    expect(document.activeElement).to.equal(after);
  });

  it('closes by a click elsewhere, which keeps the focus it took', async () => {
    const elsewhere = document.createElement('button');
    elsewhere.textContent = 'Elsewhere';
    document.body.prepend(elsewhere);
    await opened();
    const { left, top } = elsewhere.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.ceil(left + 4), Math.ceil(top + 4)] });

    await closed();
    expect(document.activeElement).to.equal(elsewhere);
  });

  it('closes by a second click on its button', async () => {
    await press(list, 'More for Xero');
    await part(list, 'menu');
    await press(list, 'More for Xero');

    await closed();
  });

  it('closes when one of its items is removed', async () => {
    await opened();
    await pressKey('ArrowDown', 'Enter');

    await closed();
    await part(list, 'dialog');
  });

  it('is placed under its button, their ends aligned, clipped by no box of the page', async () => {
    const card = document.createElement('section');
    Object.assign(card.style, { overflow: 'hidden', blockSize: '7em', contain: 'paint' });
    document.body.append(card);
    card.append(list);
    const menu = (await opened()).getBoundingClientRect();
    const from = (await button()).getBoundingClientRect();

    expect(menu.right).to.be.closeTo(from.right, 1);
    expect(menu.top).to.be.within(from.bottom, from.bottom + 8);
    expect(menu.bottom).to.be.above(card.getBoundingClientRect().bottom);
    const { left, bottom } = menu;
    expect(document.elementFromPoint(left + 20, bottom - 20)).to.equal(list);
  });

  it('is placed above its button if there is no room below', async () => {
    list.style.marginBlockStart = `${innerHeight - list.offsetHeight - 8}px`;
    const menu = (await opened()).getBoundingClientRect();

    expect(menu.bottom).to.be.at.most((await button()).getBoundingClientRect().top);
    expect(menu.top).to.be.at.least(0);
  });

  it('is whole in a window with no room above nor below its button, such as a laptop’s at 400 %', async () => {
    await resizePage({ width: 320, height: 220 });
    const { top, bottom } = (await opened()).getBoundingClientRect();

    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('follows its button when the page is scrolled', async () => {
    const below = document.createElement('div');
    below.style.blockSize = '300vh';
    document.body.append(below);
    const menu = await opened();
    const opener = await button();
    const { top } = opener.getBoundingClientRect();
    const gap = () => menu.getBoundingClientRect().top - opener.getBoundingClientRect().bottom;
    const before = gap();
    window.scrollTo(0, 20);
    await eventually(() => opener.getBoundingClientRect().top === top - 20, 'a scrolled page');

    await eventually(() => Math.abs(gap() - before) < 1, 'the menu at its button');
    window.scrollTo(0, 2 * innerHeight);
    await eventually(() => menu.getBoundingClientRect().bottom < 0, 'the menu out of view with its button');
    window.scrollTo(0, 0);
  });

  it('is mirrored where people read from right to left', async () => {
    document.body.dir = 'rtl';
    const menu = (await opened()).getBoundingClientRect();

    expect(menu.left).to.be.closeTo((await button()).getBoundingClientRect().left, 1);
  });

  it('is easy to hit: its button and items are 44 pixels tall at the browser’s own font size', async () => {
    await opened();

    for (const target of [await button(), ...parts(list, 'menu-item')]) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
  });

  it('closes when its row is removed, and leaves no listener behind', async () => {
    await opened();
    const [connection] = lender.simulator.snapshot().companies.flatMap(({ connections }) => connections);
    await lender.deleteConnection(connection?.id ?? '');
    lender.tick(11_000);
    await lender.session.connections.refresh();

    await part(list, 'note', 'Nothing is connected yet.');
    expect(parts(list, 'menu')).to.deep.equal([]);
    await eventually(() => list.matches(':focus-within'), 'focus in the list');
  });
});
