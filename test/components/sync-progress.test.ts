import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { dataStatusOf } from '../../src/session/data-status.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, heard, part, parts, place, press, record, texts } from '../support/page.js';

const second = 1000;

describe('<sync-progress>', () => {
  let lender: Lender;

  beforeEach(async () => {
    lender = await openLender();
  });

  afterEach(() => {
    lender.end();
    clear();
  });

  const setUp = (): HTMLElementTagNameMap['sync-progress'] =>
    place('sync-progress', { session: lender.session });
  /** A lender whose clock stands still until the test moves it: the gateway gives one answer for ten seconds. */
  const openWithClock = async (): Promise<{ at: number }> => {
    const clock = { at: Date.now() };
    const now = () => clock.at;
    lender = await openLender({ now }, { now });
    return clock;
  };
  const lookAgain = () => dataStatusOf(lender.session).refresh();
  const progressOf = (element: HTMLElement): Record<string, string> =>
    Object.fromEntries(
      parts(element, 'type').map((type) =>
        [...type.querySelectorAll('span')].slice(0, 2).map(({ innerText }) => innerText.trim()),
      ),
    ) as Record<string, string>;

  it('says what will appear here while nothing is connected', async () => {
    await lender.connected('gbol');
    const progress = setUp();

    await part(progress, 'note', 'What is read appears here once something is connected.');
    expect(texts(progress, 'heading')).to.deep.equal(['Reading your data']);
    expect(lender.asked.some(({ url }) => url.endsWith('/dataStatus'))).to.equal(false);
    await expect(progress).to.be.accessible();
  });

  it('shows a company’s data arrive, a type at a time', async () => {
    const clock = await openWithClock();
    await lender.connected('gbol', 'Marlow Bakery');
    const progress = setUp();
    await part(
      progress,
      'note',
      '0 of 8 ready. This takes a few minutes. You can leave this page; it carries on.',
    );
    expect(texts(progress, 'heading')).to.deep.equal(['Reading your data from Xero']);
    expect(progressOf(progress)).to.deep.equal({
      'Company details': 'Waiting',
      Accounts: 'Waiting',
      Customers: 'Waiting',
      Suppliers: 'Waiting',
      'Bank accounts': 'Waiting',
      Invoices: 'Waiting',
      Bills: 'Waiting',
      'Profit and loss': 'Waiting',
      'Item receipts': 'Not offered',
    });
    await expect(progress).to.be.accessible();

    clock.at += 10.1 * second;
    await lookAgain();
    await part(
      progress,
      'note',
      '1 of 8 ready. Enough to start. The rest arrives in the background; you can leave this page.',
    );
    const { 'Company details': details, Customers: customers, Bills: bills } = progressOf(progress);
    expect([details, customers, bills]).to.deep.equal(['Ready', 'Reading', 'Waiting']);
    await expect(progress).to.be.accessible();

    clock.at += 11 * second;
    await lookAgain();
    await part(progress, 'note', 'Everything that can be read has been read.');
    const bar = progress.shadowRoot?.querySelector('progress');
    expect([bar?.value, bar?.max, bar?.getAttribute('aria-label')]).to.deep.equal([8, 8, '8 of 8 ready']);
    await expect(progress).to.be.accessible();
  });

  it('tells the host once when the first data can be used, and once when all is there', async () => {
    const clock = await openWithClock();
    await lender.connected('gbol', 'Marlow Bakery');
    const progress = setUp();
    const events = record();
    const arrived = heard('codat-data-arrived');
    await part(progress, 'bar');
    expect(events).to.deep.equal([]);

    clock.at += 10.1 * second;
    await lookAgain();
    expect((await arrived).dataType).to.equal('company');
    await lookAgain();
    expect(events).to.deep.equal(['codat-data-arrived']);

    clock.at += 10.1 * second;
    await lookAgain();
    await part(progress, 'note', 'Everything that can be read has been read.');
    clock.at += 60 * second;
    await lookAgain();
    expect(events).to.deep.equal(['codat-data-arrived', 'codat-synced']);
  });

  it('tells nothing of what was there before anyone looked', async () => {
    await lender.connected('gbol', 'Marlow Bakery');
    lender.pass(30 * second);
    const progress = setUp();
    const events = record();

    await part(progress, 'note', 'Everything that can be read has been read.');
    await lookAgain();
    expect(events).to.deep.equal([]);
  });

  it('begins by itself when something is connected elsewhere on the page', async () => {
    const progress = setUp();
    await part(progress, 'note', 'What is read appears here once something is connected.');
    const { id } = await lender.session.connect('gbol');
    lender.simulator.authorize(id);
    await lender.session.read(id);

    await part(progress, 'heading', 'Reading your data from Xero');
    await part(progress, 'bar');
  });

  it('looks again by itself until all is there, and then no more', async () => {
    await lender.connected('gbol', 'Marlow Bakery');
    const progress = setUp();
    await part(progress, 'bar');
    lender.pass(21 * second);

    await part(progress, 'note', 'Everything that can be read has been read.');
    expect(lender.asked.filter(({ url }) => url.endsWith('/dataStatus'))).to.have.length(2);
  });

  it('waits for a computer that is switched off, and does not call that a failure', async () => {
    const id = await lender.connected('pqsw', 'Marlow Bakery');
    const progress = setUp();
    const events = record();
    await part(progress, 'bar');
    lender.pass(60 * 60 * second);
    await lookAgain();
    expect(new Set(Object.values(progressOf(progress)))).to.deep.equal(new Set(['Waiting', 'Not offered']));
    expect(events).to.deep.equal([]);

    lender.simulator.wake(id);
    lender.pass(21 * second);
    await lookAgain();
    await part(progress, 'note', 'Everything that can be read has been read.');
  });

  it('says what couldn’t be read, and does not wait for it', async () => {
    const id = await lender.connected('gbol', 'Marlow Bakery');
    lender.simulator.endPull(id, 'bills', 'PermissionsError');
    lender.pass(21 * second);
    const progress = setUp();

    await part(progress, 'note', 'Everything that can be read has been read.');
    expect(progressOf(progress)['Bills']).to.equal('Couldn’t be read');
    expect(progress.shadowRoot?.querySelector('progress')?.value).to.equal(7);
    await expect(progress).to.be.accessible();
  });

  it('counts a status that Codat adds later as being read', async () => {
    const id = await lender.connected('gbol', 'Marlow Bakery');
    // What the simulator doesn't know, Codat may.
    lender.simulator.endPull(id, 'bills', 'Dreaming' as 'Fetching');
    const progress = setUp();
    await part(progress, 'bar');

    expect(progressOf(progress)['Bills']).to.equal('Reading');
  });

  it('names every platform that data comes from, each once', async () => {
    await lender.connected('gbol', 'Marlow Bakery');
    await lender.connected('suuo', 'Marlow Bakery');
    await lender.connected('suuo', 'Marlow Bakery');

    await part(setUp(), 'heading', /^Reading your data from (?:Xero and Plaid|Plaid and Xero)$/);
  });

  it('keeps what it shows while Codat can’t be reached, and tells the host', async () => {
    await lender.connected('gbol', 'Marlow Bakery');
    const progress = setUp();
    await part(progress, 'bar');
    lender.signOut();
    const failed = heard('codat-failed');
    await lookAgain();

    expect((await failed).error.kind).to.equal('signed-out');
    expect(parts(progress, 'bar')).to.have.length(1);
  });

  it('says what to do when there is nothing to show, and shows it once it can', async () => {
    await lender.connected('gbol', 'Marlow Bakery');
    const mend = lender.simulator.faults.add({
      path: /dataStatus/,
      trouble: { is: 'refused', status: 404 },
    });
    const progress = setUp();
    await part(progress, 'panel-heading', 'This is no longer here');
    await expect(progress).to.be.accessible();

    mend();
    await press(progress, 'Try again');
    await part(progress, 'bar');
  });

  it('loses nothing when it is moved within the page, and asks nothing once it is gone', async () => {
    await lender.connected('gbol', 'Marlow Bakery');
    const progress = setUp();
    const bar = await part(progress, 'bar');
    const elsewhere = document.body.appendChild(document.createElement('section'));
    elsewhere.append(progress);
    expect(bar.isConnected).to.equal(true);
    progress.remove();

    await eventually(() => !dataStatusOf(lender.session).watched);
    expect(lender.asked.filter(({ url }) => url.endsWith('/dataStatus'))).to.have.length(1);
  });

  it('reads from right to left', async () => {
    await lender.connected('gbol', 'Marlow Bakery');
    const progress = setUp();
    progress.dir = 'rtl';
    const type = await part(progress, 'type');
    const [name, state] = type.querySelectorAll('span');

    expect(name?.getBoundingClientRect().right).to.be.above(state?.getBoundingClientRect().right ?? Infinity);
  });
});
