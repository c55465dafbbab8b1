import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/index.js';
import {
  eventually,
  focused,
  nextEvent,
  part,
  parts,
  press,
  recordEvents,
  texts,
} from '../../support/page.js';
import { ActionsPage, buttonsOf, choose, menuItemsOf } from './actions-page.js';
import { resizePage } from '../../support/viewport.js';

/** What screen readers say of the control that has focus, beside its name. */
const descriptionOfFocused = ({ shadowRoot }: HTMLElement): string =>
  (shadowRoot?.activeElement?.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => shadowRoot?.getElementById(id)?.textContent)
    .join(' ');

describe('the actions of <connection-list>', () => {
  let page: ActionsPage;

  beforeEach(async () => {
    page = new ActionsPage();
    await page.open();
  });

  afterEach(() => page.close());

  it('ask for confirmation before disconnecting, and say what is kept', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    await choose(list, 'Disconnect');
    const dialog = await part(list, 'dialog');

    // The names of the data may have loaded by now, or not.
    const withoutData = (text: string): string => text.replace(/ What is read: .*/, '');
    expect(withoutData(dialog.innerText).split(/\n+/)).to.deep.equal([
      'Disconnect Xero?',
      'Larkspur keeps what it has already read, and reads nothing new. You can reconnect at any time.',
      'Keep connected',
      'Disconnect',
    ]);
    expect(focused(list)).to.equal('Keep connected');
    expect(withoutData(descriptionOfFocused(list))).to.equal(
      'Disconnect Xero? Larkspur keeps what it has already read, and reads nothing new. You can reconnect at any time.',
    );
    await expect(list).to.be.accessible();
  });

  it('change nothing when the person keeps the connection', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    await choose(list, 'Disconnect');
    await press(list, 'Keep connected');

    await eventually(() => parts(list, 'dialog').length === 0);
    expect(focused(list)).to.equal('More for Xero');
    expect(texts(list, 'status')).to.deep.equal(['Connected']);
    expect(page.changes()).to.deep.equal([]);
  });

  it('unlink the connection at Codat once the person confirms, notify the host, and offer to reconnect', async () => {
    const id = await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    const events = recordEvents(['disconnect', 'disconnected', 'failed']);
    const disconnected = nextEvent('codat-disconnected');
    await choose(list, 'Disconnect');
    await press(list, 'Disconnect');

    const { connection, target } = await disconnected;
    expect([connection.id, connection.status, target]).to.deep.equal([id, 'Unlinked', list]);
    await part(list, 'status', 'Disconnected');
    expect(events).to.deep.equal(['codat-disconnect', 'codat-disconnected']);
    await part(
      list,
      'told',
      'Xero is disconnected. Larkspur keeps what it has already read, and reads nothing new.',
    );
    await part(list, 'why', 'Larkspur keeps what it has already read, and reads nothing new.');
    expect(buttonsOf(list)).to.deep.equal(['Reconnect Xero']);
    expect(focused(list)).to.equal('More for Xero');
    const [change] = page.changes();
    expect(change?.method).to.equal('PATCH');
    expect(await change?.json()).to.deep.equal({ status: 'Unlinked' });
    await expect(list).to.be.accessible();
    expect(await menuItemsOf(list)).to.deep.equal(['Details', 'Delete']);
  });

  it('show that they are in progress, and ignore a second request for that connection meanwhile', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    const answer = page.lender.holdResponse(({ method }) => method === 'PATCH');
    await choose(list, 'Disconnect');
    await press(list, 'Disconnect');
    await part(list, 'told', 'Disconnecting Xero');
    await answer.ready;

    expect(texts(list, 'doing')).to.deep.equal(['Disconnecting Xero']);
    expect(focused(list)).to.equal('More for Xero');
    await choose(list, 'Disconnect');
    await choose(list, 'Delete');
    expect(parts(list, 'dialog')).to.have.length(0);
    expect(texts(list, 'status')).to.deep.equal(['Connected']);
    await expect(list).to.be.accessible();
    answer.release();
    await part(list, 'status', 'Disconnected');
  });

  it('delete for good once the person confirms, and keep focus in the list', async () => {
    const id = await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    const events = recordEvents(['delete', 'deleted', 'failed']);
    const deleted = nextEvent('codat-deleted');
    await choose(list, 'Delete');
    await part(
      list,
      'dialog',
      /can no longer read this connection’s data through Codat. This can’t be undone/,
    );
    await expect(list).to.be.accessible();
    await press(list, 'Delete for good');

    expect((await deleted).connection.id).to.equal(id);
    await part(list, 'note', 'Nothing is connected yet.');
    await part(
      list,
      'told',
      'The connection to Xero is deleted. Larkspur can no longer read its data through Codat.',
    );
    expect(events).to.deep.equal(['codat-delete', 'codat-deleted']);
    expect(page.changes().map(({ method }) => method)).to.deep.equal(['DELETE']);
    await eventually(() => list.matches(':focus-within'), 'focus in the list');
  });

  it('move focus to the next row after a deletion, and to the previous one if it was the last', async () => {
    for (const key of ['gbol', 'fbrh', 'tgff']) await page.lender.addConnection(key, 'Marlow Bakery');
    const list = await page.mount();
    const [first, second, third] = texts(list, 'name').map((name) => name.replace(/ ·.*/, ''));
    for (const [deleted, next] of [
      [second, third],
      [third, first],
    ]) {
      (await part(list, 'menu-button')).focus();
      await choose(list, 'Delete', deleted);
      await press(list, 'Delete for good');
      await eventually(() => focused(list) === `More for ${next ?? ''}`, `focus on ${next ?? ''}`);
    }
    expect(parts(list, 'row')).to.have.length(1);
  });

  it('show the journey through the platform’s sign-in in the connection’s row', async () => {
    for (const key of ['fbrh', 'gbol'])
      page.lender.simulator.deauthorize(await page.lender.addConnection(key, 'Marlow Bakery'));
    const list = await page.mount();
    await press(list, 'Reconnect FreeAgent');
    const panel = await part(list, 'panel');

    expect(panel.closest('[part="row"]')?.querySelector('[part="name"]')?.textContent).to.match(/FreeAgent/);
    expect(buttonsOf(list)).to.deep.equal(['Reconnect Xero']);
    await expect(list).to.be.accessible();
  });

  it('keep the connection when the person cancels deleting it', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    await choose(list, 'Delete');
    await press(list, 'Keep it');

    await eventually(() => parts(list, 'dialog').length === 0);
    expect(texts(list, 'status')).to.deep.equal(['Connected']);
    expect(page.changes()).to.deep.equal([]);
  });

  it('reconnect a lost connection, with the same id', async () => {
    const id = await page.lender.addConnection('gbol', 'Marlow Bakery');
    page.lender.simulator.deauthorize(id);
    const list = await page.mount();
    const events = recordEvents(['reconnect', 'started', 'connected', 'failed']);
    const connected = nextEvent('codat-connected');
    (await part(list, 'way', 'Reconnect')).focus();
    await press(list, 'Reconnect Xero');
    await part(list, 'panel-heading', 'Finish signing in at Xero');
    await expect(list).to.be.accessible();
    await page.signIn.pressAndReturn('Allow');

    expect((await connected).connection.id).to.equal(id);
    await part(list, 'status', 'Connected');
    expect(events).to.deep.equal(['codat-reconnect', 'codat-started', 'codat-connected']);
    await press(list, 'Done');
    await eventually(() => parts(list, 'panel').length === 0);
    await eventually(() => focused(list) === 'More for Xero', 'focus in the row it was about');
    expect(buttonsOf(list)).to.deep.equal([]);
    expect(await menuItemsOf(list)).to.deep.equal(['Details', 'Disconnect', 'Delete']);
  });

  it('finish a pending connection', async () => {
    await page.lender.addConnection('gbol');
    const list = await page.mount();
    expect(buttonsOf(list)).to.deep.equal(['Finish connecting Xero']);
    await press(list, 'Finish connecting Xero');
    await page.signIn.pressAndReturn('Allow', 'Marlow Bakery');

    await part(list, 'name', 'Xero · Marlow Bakery');
  });

  it('work by keyboard alone', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    const pressKey = (key: string) => sendKeys({ press: key });
    document.body.tabIndex = -1;
    document.body.focus();
    await pressKey('Tab');
    expect(focused(list)).to.equal('More for Xero');
    await pressKey('Enter');
    await eventually(() => focused(list) === 'Details');
    await pressKey('ArrowDown');
    await pressKey('Enter');
    await part(list, 'dialog');
    await pressKey('Escape');
    await eventually(() => parts(list, 'dialog').length === 0);
    expect(focused(list)).to.equal('More for Xero');
    await pressKey(' ');
    await eventually(() => focused(list) === 'Details');
    await pressKey('d');
    await pressKey('d');
    expect(focused(list)).to.equal('Delete');
    await pressKey('d');
    await pressKey('d');
    await pressKey(' ');
    await part(list, 'dialog');
    await pressKey('Tab');
    expect(focused(list)).to.equal('Disconnect');
    await pressKey('Enter');

    await part(list, 'status', 'Disconnected');
    document.body.removeAttribute('tabindex');
  });

  it('ask again at once, before the browser has told that the dialog was closed', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    await choose(list, 'Disconnect');
    const dialog = (await part(list, 'dialog')) as HTMLDialogElement;
    const closed = new Promise((resolve) => dialog.addEventListener('close', resolve));
    dialog.close();
    list.shadowRoot?.querySelector<HTMLElement>('[data-action="disconnect"]')?.click();
    await closed;
    await list.updateComplete;

    expect(focused(list)).to.equal('Keep connected');
    await press(list, 'Keep connected');
    await eventually(() => parts(list, 'dialog').length === 0);
  });

  it('fit their dialog in a narrow window though a name is longer than it', async () => {
    await resizePage({ width: 320, height: 700 });
    const name = 'Donaudampfschifffahrt'.repeat(4).slice(0, 80);
    await page.lender.addConnection('gbol', name);
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    await choose(list, 'Disconnect', `Xero (${name})`);
    const dialog = await part(list, 'dialog');
    const { left, right } = dialog.getBoundingClientRect();
    const wider = dialog.scrollWidth - dialog.clientWidth;

    expect(dialog.textContent).to.contain(name);
    expect([left >= 0, right <= innerWidth, wider]).to.deep.equal([true, true, 0]);
  });
});
