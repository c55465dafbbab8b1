import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { getCurrentSyncRunsQuery } from '../../../src/sync/sync-runs.js';
import { openLender } from '../../support/lender.js';
import { eventually, mount, nextEvent, part, parts, recordEvents, texts } from '../../support/page.js';
import { progressOf, second, SyncProgressPage } from './sync-progress-page.js';

describe('<sync-progress>', () => {
  let page: SyncProgressPage;

  beforeEach(async () => {
    page = await SyncProgressPage.open();
  });

  afterEach(() => page.close());

  it('is empty, without a heading, while nothing is connected', async () => {
    await page.lender.addConnection('gbol');
    const progress = page.mount();
    const own = document.createElement('h2');
    own.slot = 'heading';
    own.textContent = 'Your data at Larkspur';
    progress.append(own);
    expect(progress.getBoundingClientRect().height).to.equal(0);

    await eventually(() => progress.matches(':state(empty)'));
    expect(texts(progress, 'heading')).to.deep.equal([]);
    expect(progress.getBoundingClientRect().height).to.equal(0);
    expect(page.lender.requests.some(({ url }) => url.includes('/data'))).to.equal(false);
    await expect(progress).to.be.accessible();
  });

  // One, two and three columns of types, and one to three lines of text.
  const widths = [300, 320, 340, 360, 390, 430, 480, 520, 560, 600, 640, 720, 1200];
  const heightsOf = (elements: readonly HTMLElement[]): number[] =>
    elements.map((element) => Math.round(element.getBoundingClientRect().height));
  /** What moves by less than three pixels is no shift (https://wicg.github.io/layout-instability/). */
  const shifts = (before: readonly number[], after: readonly number[]): string[] =>
    widths.flatMap((width, index) => {
      const [was = 0, is = 0] = [before[index], after[index]];
      return Math.abs(is - was) < 3 ? [] : [`${width} px wide: from ${was} to ${is}`];
    });

  it('is as tall while it loads as it is then, and once there is enough to start, however wide it is', async () => {
    document.body.style.font = '16px/1.5 sans-serif';
    const clock = await page.openWithClock();
    const connection = await page.lender.addConnection('gbol', 'Marlow Bakery');
    const pending = page.lender.holdResponse(({ url }) => url.includes('/data/history'));
    const elements = widths.map((width) => {
      const progress = mount('sync-progress', { session: page.lender.session, connection });
      progress.style.inlineSize = `${width}px`;
      return progress;
    });
    await pending.ready;
    for (const progress of elements) await part(progress, 'skeleton');
    const loading = heightsOf(elements);
    pending.release();
    for (const progress of elements) await part(progress, 'type');
    const reading = heightsOf(elements);
    clock.at += 12 * second;
    await page.refetch();
    for (const progress of elements) await part(progress, 'note', /Enough to start/);

    expect(shifts(loading, reading)).to.deep.equal([]);
    expect(shifts(reading, heightsOf(elements))).to.deep.equal([]);
    document.body.removeAttribute('style');
  });

  it('shows a company’s data arrive, one type after the other', async () => {
    const clock = await page.openWithClock();
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const progress = page.mount();
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
    });
    expect(texts(progress, 'types').at(-1)).to.match(/Waiting Xero doesn’t offer item receipts\.$/);
    await expect(progress).to.be.accessible();

    clock.at += 10.1 * second;
    await page.refetch();
    await part(
      progress,
      'note',
      '1 of 8 ready. Enough to start. The rest arrives in the background; you can leave this page.',
    );
    const { 'Company details': details, Customers: customers, Bills: bills } = progressOf(progress);
    expect([details, bills]).to.deep.equal(['Ready', 'Waiting']);
    expect(customers).to.match(/^Reading, 7\d%$/);
    const bar = progress.shadowRoot?.querySelector('progress');
    expect(bar?.getAttribute('aria-label')).to.equal('1 of 8 ready');
    expect([bar?.value, bar?.max]).to.deep.equal([1, 8]);
    await expect(progress).to.be.accessible();

    clock.at += 11 * second;
    await page.refetch();
    await part(progress, 'note', 'Everything that can be read has been read.');
    expect(parts(progress, 'bar')).to.have.length(0);
    expect(texts(progress, 'heading')).to.deep.equal(['Your data from Xero']);
    await expect(progress).to.be.accessible();
  });

  it('notifies the host once when the first data can be used, and once when all of it can', async () => {
    const clock = await page.openWithClock();
    const id = await page.lender.addConnection('gbol', 'Marlow Bakery');
    const progress = page.mount();
    const events = recordEvents();
    const arrived = nextEvent('codat-data-arrived');
    await part(progress, 'bar');
    expect(events).to.deep.equal([]);

    clock.at += 10.1 * second;
    await page.refetch();
    const { dataType, connectionId } = await arrived;
    expect([dataType, connectionId]).to.deep.equal(['company', id]);
    await page.refetch();
    expect(events).to.deep.equal(['codat-data-arrived']);

    clock.at += 10.1 * second;
    await page.refetch();
    await part(progress, 'note', 'Everything that can be read has been read.');
    clock.at += 60 * second;
    await page.refetch();
    expect(events).to.deep.equal(['codat-data-arrived', 'codat-synced']);
  });

  it('dispatches nothing for data that was there before the page was opened', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    page.lender.tick(30 * second);
    const progress = page.mount();
    const events = recordEvents();

    await part(progress, 'note', 'Everything that can be read has been read.');
    await page.refetch();
    expect(events).to.deep.equal([]);
  });

  it('starts by itself when something is connected elsewhere on the page', async () => {
    const progress = page.mount();
    await eventually(() => progress.matches(':state(empty)'));
    const { id } = await page.lender.session.connect('gbol');
    page.lender.simulator.authorize(id);
    await page.lender.session.fetchConnection(id);

    await part(progress, 'heading', 'Reading your data from Xero');
    await part(progress, 'bar');
  });

  it('refetches when another tab of the company has refetched', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const progress = page.mount();
    await part(progress, 'bar');
    await page.livePolling();
    page.lender.tick(21 * second);
    const channel = new BroadcastChannel(`codat-connect-elements:${page.lender.companyId}`);
    channel.postMessage({ is: 'refetch', at: 'data' });

    await part(progress, 'note', 'Everything that can be read has been read.');
    channel.close();
  });

  it('shows no number if Codat has none', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    page.lender.tick(5 * second);
    const progress = page.mountWithSyncs((read) => ({ ...read, progress: 0 }));

    const bar = await part(progress, 'bar');
    expect([bar.getAttribute('role'), bar.hasAttribute('aria-valuenow')]).to.deep.equal([
      'progressbar',
      false,
    ]);
    expect(Object.values(progressOf(progress))).to.include('Reading');
    await expect(progress).to.be.accessible();
  });

  it('treats an unknown status as in progress', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const progress = page.mountWithSyncs((read) => ({
      ...read,
      ...(read['dataType'] === 'bills' && { status: 'Dreaming' }),
    }));
    await part(progress, 'bar');

    expect(progressOf(progress)['Bills']).to.equal('Reading');
  });

  it('shows each connection under a heading of its own, and dispatches events for each', async () => {
    const clock = await page.openWithClock();
    const xero = await page.lender.addConnection('gbol', 'Marlow Bakery');
    const bank = await page.lender.addConnection('suuo', 'Marlow Bakery');
    const progress = page.mount();
    const dispatched: string[] = [];
    for (const type of ['codat-data-arrived', 'codat-synced'] as const)
      document.addEventListener(type, ({ connectionId }) => dispatched.push(`${type} ${connectionId}`));
    await part(progress, 'source-heading', 'Xero · Marlow Bakery');
    expect(texts(progress, 'source-heading')).to.have.members([
      'Xero · Marlow Bakery',
      'Plaid · Marlow Bakery',
    ]);
    await expect(progress).to.be.accessible();

    page.lender.simulator.endPull(bank, 'banking-transactions', 'Complete');
    clock.at += 10.1 * second;
    await page.refetch();
    expect(dispatched).to.include(`codat-data-arrived ${bank}`);
    clock.at += 21 * second;
    await page.refetch();
    expect(dispatched.toSorted()).to.deep.equal(
      [xero, bank].flatMap((id) => [`codat-data-arrived ${id}`, `codat-synced ${id}`]).toSorted(),
    );
  });

  it('shows one of several connections if the host names it', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const bank = await page.lender.addConnection('suuo', 'Marlow Bakery');
    const progress = mount('sync-progress', { session: page.lender.session }, { connection: bank });

    await part(progress, 'bar');
    expect(texts(progress, 'heading')).to.deep.equal(['Reading your data from Plaid']);
    expect(parts(progress, 'source-heading')).to.have.length(0);
  });

  it('notifies the host on the document if the element shows another company by then', async () => {
    const another = await openLender();
    const clock = await page.openWithClock();
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    mount('connection-list', { session: page.lender.session });
    const progress = page.mount();
    await part(progress, 'bar');
    progress.session = another.session;
    await eventually(() => parts(progress, 'bar').length === 0);
    const arrived = nextEvent('codat-data-arrived');
    clock.at += 10.1 * second;
    await page.refetch();

    expect((await arrived).target).to.equal(document);
    another.end();
  });

  it('notifies the host on the document if the element was removed by then', async () => {
    const clock = await page.openWithClock();
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const progress = page.mount();
    const list = mount('connection-list', { session: page.lender.session });
    await part(progress, 'bar');
    await part(list, 'status');
    progress.remove();

    const synced = nextEvent('codat-synced');
    clock.at += 31 * second;
    await page.refetch();
    expect((await synced).target).to.equal(document);
    list.remove();
    await eventually(() => !getCurrentSyncRunsQuery(page.lender.session).hasSubscribers);
  });

  it('names every platform that data comes from, each once', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    await page.lender.addConnection('suuo', 'Marlow Bakery');
    await page.lender.addConnection('suuo', 'Marlow Bakery');

    await part(page.mount(), 'heading', /^Reading your data from (?:Xero and Plaid|Plaid and Xero)$/);
  });

  it('shows current syncs first, by name, and collapses those that were complete before the page was opened', async () => {
    const clock = await page.openWithClock();
    await page.lender.addConnection('suuo', 'Marlow Bakery');
    clock.at += 60 * second;
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const progress = page.mount();

    await part(progress, 'heading', 'Reading your data from Xero');
    await part(progress, 'past', 'Everything that can be read has been read.');
    expect(texts(progress, 'source-heading')).to.deep.equal([
      'Xero · Marlow Bakery',
      'Plaid · Marlow Bakery',
    ]);
    expect(parts(progress, 'types')).to.have.length(1);
    progress.shadowRoot?.querySelector('summary')?.click();
    await eventually(() => parts(progress, 'types').length === 2);
    await expect(progress).to.be.accessible();
  });

  it('keeps its state when it is moved within the page, and sends nothing once it is removed', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const progress = page.mount();
    const bar = await part(progress, 'bar');
    const elsewhere = document.body.appendChild(document.createElement('section'));
    elsewhere.append(progress);
    expect(bar.isConnected).to.equal(true);
    progress.remove();

    await eventually(() => !getCurrentSyncRunsQuery(page.lender.session).hasSubscribers);
    expect(page.lender.requests.filter(({ url }) => url.includes('/data/history'))).to.have.length(1);
  });

  it('runs from right to left', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const progress = page.mount();
    progress.dir = 'rtl';
    const type = await part(progress, 'type');
    const [name, state] = type.querySelectorAll('span');

    expect(name?.getBoundingClientRect().right).to.be.above(state?.getBoundingClientRect().right ?? Infinity);
  });
});
