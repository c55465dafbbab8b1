import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { createSession, type Session } from '../../../src/session/session.js';
import { syncRunsOf } from '../../../src/sync/sync-runs.js';
import { latest } from '../../../src/session/resource.js';
import { openLender, type Lender } from '../../support/lender.js';
import {
  clear,
  eventually,
  nextEvent,
  part,
  parts,
  mount,
  press,
  recordEvents,
  texts,
} from '../../support/page.js';
import { SignInWindow } from '../../support/sign-in-window.js';

const second = 1000;

/** What is read from an accounting platform. */
const types = [
  'company',
  'chartOfAccounts',
  'customers',
  'suppliers',
  'bankAccounts',
  'invoices',
  'bills',
  'profitAndLoss',
];

describe('<sync-progress>', () => {
  let lender: Lender;
  let session: Session | undefined;

  beforeEach(async () => {
    lender = await openLender();
  });

  afterEach(() => {
    clear();
    session?.end();
    lender.end();
  });

  const setUp = (): HTMLElementTagNameMap['sync-progress'] =>
    mount('sync-progress', { session: lender.session });
  /** A lender on a stopped clock: the gateway caches a response for ten seconds. */
  const openWithClock = async (): Promise<{ at: number }> => {
    const clock = { at: Date.now() };
    const now = () => clock.at;
    lender = await openLender({ now }, { now });
    return clock;
  };
  /** An element for which Codat says something else of each read. */
  const setUpWith = (
    say: (read: Record<string, unknown>) => object,
  ): HTMLElementTagNameMap['sync-progress'] => {
    const fetch = async (request: Request): Promise<Response> => {
      const answer = await lender.fetch(request);
      if (!request.url.includes('/data/history')) return answer;
      const page = (await answer.json()) as { results: Record<string, unknown>[] };
      return Response.json({ ...page, results: page.results.map(say) }, answer);
    };
    session = createSession({ tokenEndpoint: `${lender.baseUrl}/token`, fetch });
    return mount('sync-progress', { session });
  };
  /** What keeps the session fresh loads a little later. */
  const kept = () => eventually(() => lender.session.connections.polling);
  const lookAgain = () => syncRunsOf(lender.session).refresh();
  const progressOf = (element: HTMLElement): Record<string, string> =>
    Object.fromEntries(
      parts(element, 'type').map((type) =>
        [...type.querySelectorAll('span')].slice(0, 2).map(({ innerText }) => innerText.trim()),
      ),
    ) as Record<string, string>;

  it('says what will appear while nothing is connected', async () => {
    await lender.addConnection('gbol');
    const progress = setUp();

    await part(progress, 'note', 'What is read appears here once something is connected.');
    expect(texts(progress, 'heading')).to.deep.equal(['Reading your data']);
    expect(lender.requests.some(({ url }) => url.includes('/data'))).to.equal(false);
    await expect(progress).to.be.accessible();
  });

  it('is as tall while it loads as it is then', async () => {
    const connection = await lender.addConnection('gbol', 'Marlow Bakery');
    const held = lender.holdResponse(({ url }) => url.includes('/data/history'));
    const progress = mount('sync-progress', { session: lender.session, connection });
    await held.ready;
    await part(progress, 'skeleton');
    const before = progress.getBoundingClientRect().height;
    held.release();

    await part(progress, 'type');
    // What moves by less than three pixels is no shift (https://wicg.github.io/layout-instability/).
    expect(progress.getBoundingClientRect().height).to.be.closeTo(before, 3);
  });

  it('shows a company’s data arrive, one type after the other', async () => {
    const clock = await openWithClock();
    await lender.addConnection('gbol', 'Marlow Bakery');
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
      'Item receipts': 'Not offered by Xero',
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
    expect([details, bills]).to.deep.equal(['Ready', 'Waiting']);
    expect(customers).to.match(/^Reading, 7\d%$/);
    const bar = progress.shadowRoot?.querySelector('progress');
    expect(bar?.getAttribute('aria-label')).to.equal('1 of 8 ready');
    expect(bar?.value).to.be.within(0.3, 0.5);
    await expect(progress).to.be.accessible();

    clock.at += 11 * second;
    await lookAgain();
    await part(progress, 'note', 'Everything that can be read has been read.');
    expect(parts(progress, 'bar')).to.have.length(0);
    expect(texts(progress, 'heading')).to.deep.equal(['Your data from Xero']);
    await expect(progress).to.be.accessible();
  });

  it('notifies the host once when the first data can be used, and once when all of it can', async () => {
    const clock = await openWithClock();
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    const progress = setUp();
    const events = recordEvents();
    const arrived = nextEvent('codat-data-arrived');
    await part(progress, 'bar');
    expect(events).to.deep.equal([]);

    clock.at += 10.1 * second;
    await lookAgain();
    const { dataType, connectionId } = await arrived;
    expect([dataType, connectionId]).to.deep.equal(['company', id]);
    await lookAgain();
    expect(events).to.deep.equal(['codat-data-arrived']);

    clock.at += 10.1 * second;
    await lookAgain();
    await part(progress, 'note', 'Everything that can be read has been read.');
    clock.at += 60 * second;
    await lookAgain();
    expect(events).to.deep.equal(['codat-data-arrived', 'codat-synced']);
  });

  it('dispatches nothing for data that was there before the page was opened', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    lender.tick(30 * second);
    const progress = setUp();
    const events = recordEvents();

    await part(progress, 'note', 'Everything that can be read has been read.');
    await lookAgain();
    expect(events).to.deep.equal([]);
  });

  it('starts by itself when something is connected elsewhere on the page', async () => {
    const progress = setUp();
    await part(progress, 'note', 'What is read appears here once something is connected.');
    const { id } = await lender.session.connect('gbol');
    lender.simulator.authorize(id);
    await lender.session.fetchConnection(id);

    await part(progress, 'heading', 'Reading your data from Xero');
    await part(progress, 'bar');
  });

  it('refetches when another tab of the company has refetched', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const progress = setUp();
    await part(progress, 'bar');
    await kept();
    lender.tick(21 * second);
    const channel = new BroadcastChannel(`codat-connect-elements:${lender.companyId}`);
    channel.postMessage({ is: 'look', at: 'data' });

    await part(progress, 'note', 'Everything that can be read has been read.');
    channel.close();
  });

  for (const [key, says] of [
    ['hbql', 'Starts when the computer that runs Sage 50 (UK) is on. You can leave this page.'],
    [
      'pqsw',
      'QuickBooks Desktop is read between 7 pm and 7 am, while the computer that runs it is on. You can leave this page.',
    ],
  ] as const) {
    it(`waits for the computer that has the books, and shows no failure: ${key}`, async () => {
      const id = await lender.addConnection(key, 'Marlow Bakery');
      const progress = setUp();
      const events = recordEvents();
      await part(progress, 'note', `0 of 8 ready. ${says}`);
      expect(parts(progress, 'bar'), 'nothing moves while nothing happens').to.have.length(0);
      await expect(progress).to.be.accessible();
      lender.tick(60 * 60 * second);
      lender.simulator.endPull(id, 'bills', 'FetchError');
      await lookAgain();
      expect(progressOf(progress)['Bills']).to.equal('Waiting');
      expect(parts(progress, 'trouble')).to.have.length(0);
      expect(parts(progress, 'bar'), 'not for what came to nothing either').to.have.length(0);
      expect(events).to.deep.equal([]);

      lender.simulator.wake(id);
      lender.tick(21 * second);
      await lookAgain();
      await part(progress, 'note', /^7 of 8 ready\. Enough to start\./);
    });
  }

  it('says so for every platform that Codat reads by a desktop program', async () => {
    const wave = { key: 'zzzz', name: 'Ledger 9', sourceType: 'Accounting', offline: true } as const;
    lender = await openLender({}, { platforms: [wave] });
    await lender.addConnection('zzzz', 'Marlow Bakery');

    await part(setUp(), 'note', /Starts when the computer that runs Ledger 9 is on\./);
  });

  it('waits for Business Central to be installed', async () => {
    const id = await lender.addConnection('trji', 'Marlow Bakery');
    lender.simulator.endPull(id, 'bills', 'FetchError');
    lender.tick(31 * second);
    const progress = setUp();
    await part(progress, 'note', /Starts 10 to 20 minutes after you connect/);
    expect(progressOf(progress)['Bills']).to.equal('Waiting');
  });

  for (const [status, says] of [
    [
      'PermissionsError',
      'Whoever signed in to Xero may not see its bills. Ask an administrator of Xero to allow it.',
    ],
    [
      'PrerequisiteNotMet',
      'Something has to be set up in Xero before its bills can be read. Contact support to find out what.',
    ],
    [
      'FetchError',
      'Xero didn’t give its bills. It may when it is asked again; there is nothing for you to do.',
    ],
    [
      'InternalError',
      'Your bills couldn’t be made sense of. Codat watches for this; there is nothing for you to do.',
    ],
    ['Cancelled', 'Reading your bills was stopped. If that wasn’t the plan, contact support.'],
  ] as const) {
    it(`says what couldn’t be read and what to do, and does not wait for it: ${status}`, async () => {
      const id = await lender.addConnection('gbol', 'Marlow Bakery');
      lender.simulator.endPull(id, 'bills', status);
      lender.tick(21 * second);
      const progress = setUp();

      await part(progress, 'note', 'Everything else has been read.');
      expect(texts(progress, 'trouble')).to.deep.equal([says]);
      expect(progressOf(progress)['Bills']).to.equal('Couldn’t be read');
      await expect(progress).to.be.accessible();
    });
  }

  it('says that nothing could be read if that is so', async () => {
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    for (const type of types) lender.simulator.endPull(id, type, 'PermissionsError');
    const progress = setUp();

    await part(progress, 'note', 'Nothing could be read.');
    expect(texts(progress, 'trouble')).to.have.length(1);
  });

  it('leads a person back to a platform that has withdrawn access', async () => {
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    lender.tick(12 * second);
    const progress = setUp();
    await part(progress, 'bar');
    lender.simulator.deauthorize(id);
    lender.tick(11 * second);
    await lender.session.connections.refresh();
    await part(
      progress,
      'trouble',
      /^Xero no longer lets this lender read your .*\. Reconnect to carry on\./,
    );
    await expect(progress).to.be.accessible();

    const asked = nextEvent('codat-reconnect');
    document.addEventListener('codat-reconnect', (event) => event.preventDefault(), { once: true });
    await press(progress, 'Reconnect Xero');
    expect((await asked).connection.id).to.equal(id);
  });

  it('shows the journey through sign-in in its own place', async () => {
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    lender.simulator.deauthorize(id);
    const progress = setUp();
    const signIn = new SignInWindow(lender);
    try {
      const way = await part(progress, 'primary', 'Reconnect Xero');
      way.focus();
      way.click();
      const panel = await part(progress, 'panel', /^Finish signing in at Xero/);
      expect(panel.closest('[part="source"]')?.getAttribute('data-connection')).to.equal(id);
      const heading = await part(progress, 'panel-heading');
      await eventually(() => progress.shadowRoot?.activeElement === heading);
      expect(parts(progress, 'trouble'), 'one thing to do at a time').to.have.length(0);
      await signIn.pressAndReturn('Allow');
      await part(progress, 'panel-heading', 'Marlow Bakery is connected');
      await part(progress, 'bar');
    } finally {
      signIn.restore();
    }
  });

  it('says after reconnecting that older data can be used during the new sync, or if it no longer can', async () => {
    const clock = await openWithClock();
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    clock.at += 30 * second;
    const progress = setUp();
    await part(progress, 'note', 'Everything that can be read has been read.');
    lender.simulator.deauthorize(id);
    clock.at += 60 * second;
    lender.simulator.authorize(id);
    await lookAgain();
    await part(progress, 'note', /^0 of 8 ready\. Enough to start\./);

    for (const type of types) lender.simulator.endPull(id, type, 'FetchError');
    clock.at += 30 * second;
    await lookAgain();
    await part(progress, 'note', 'Everything else has been read.');
    await part(progress, 'trouble', /What was read before can still be used\.$/);
  });

  it('says until when syncing is paused', async () => {
    const until = new Date(Date.now() + 60_000);
    await lender.addConnection('gbol', 'Marlow Bakery');
    lender.tick(5 * second);
    const progress = setUpWith((read) => ({
      ...read,
      ...(read['status'] === 'Fetching' && { statusDescription: `Paused until ${until.toISOString()}` }),
    }));
    const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(until);

    await part(progress, 'progress', `Paused until ${time}`.replace(/\s+/g, ' '));
  });

  it('shows no number if Codat has none', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    lender.tick(5 * second);
    const progress = setUpWith((read) => ({ ...read, progress: 0 }));

    const bar = await part(progress, 'bar');
    expect([bar.getAttribute('role'), bar.hasAttribute('aria-valuenow')]).to.deep.equal([
      'progressbar',
      false,
    ]);
    expect(Object.values(progressOf(progress))).to.include('Reading');
    await expect(progress).to.be.accessible();
  });

  it('treats an unknown status as in progress', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const progress = setUpWith((read) => ({
      ...read,
      ...(read['dataType'] === 'bills' && { status: 'Dreaming' }),
    }));
    await part(progress, 'bar');

    expect(progressOf(progress)['Bills']).to.equal('Reading');
  });

  it('shows each connection under a heading of its own, and dispatches events for each', async () => {
    const clock = await openWithClock();
    const xero = await lender.addConnection('gbol', 'Marlow Bakery');
    const bank = await lender.addConnection('suuo', 'Marlow Bakery');
    const progress = setUp();
    const told: string[] = [];
    for (const type of ['codat-data-arrived', 'codat-synced'] as const)
      document.addEventListener(type, ({ connectionId }) => told.push(`${type} ${connectionId}`));
    await part(progress, 'source-heading', 'Xero · Marlow Bakery');
    expect(texts(progress, 'source-heading')).to.have.members([
      'Xero · Marlow Bakery',
      'Plaid · Marlow Bakery',
    ]);
    await expect(progress).to.be.accessible();

    lender.simulator.endPull(bank, 'banking-transactions', 'Complete');
    clock.at += 10.1 * second;
    await lookAgain();
    expect(told).to.include(`codat-data-arrived ${bank}`);
    clock.at += 21 * second;
    await lookAgain();
    expect(told.toSorted()).to.deep.equal(
      [xero, bank].flatMap((id) => [`codat-data-arrived ${id}`, `codat-synced ${id}`]).toSorted(),
    );
  });

  it('shows one of several connections if the host names it', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const bank = await lender.addConnection('suuo', 'Marlow Bakery');
    const progress = mount('sync-progress', { session: lender.session }, { connection: bank });

    await part(progress, 'bar');
    expect(texts(progress, 'heading')).to.deep.equal(['Reading your data from Plaid']);
    expect(parts(progress, 'source-heading')).to.have.length(0);
  });

  it('notifies the host on the document if the element was removed by then', async () => {
    const clock = await openWithClock();
    await lender.addConnection('gbol', 'Marlow Bakery');
    const progress = setUp();
    const list = mount('connection-list', { session: lender.session });
    await part(progress, 'bar');
    await part(list, 'status');
    progress.remove();

    const synced = nextEvent('codat-synced');
    clock.at += 31 * second;
    await lookAgain();
    expect((await synced).target).to.equal(document);
    list.remove();
    await eventually(() => !syncRunsOf(lender.session).hasSubscribers);
  });

  it('names every platform that data comes from, each once', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    await lender.addConnection('suuo', 'Marlow Bakery');
    await lender.addConnection('suuo', 'Marlow Bakery');

    await part(setUp(), 'heading', /^Reading your data from (?:Xero and Plaid|Plaid and Xero)$/);
  });

  it('shows current syncs first, by name, and collapses those that were complete before the page was opened', async () => {
    const clock = await openWithClock();
    await lender.addConnection('suuo', 'Marlow Bakery');
    clock.at += 60 * second;
    await lender.addConnection('gbol', 'Marlow Bakery');
    const progress = setUp();

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

  it('keeps its rows while Codat can’t be reached, and notifies the host', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const progress = setUp();
    await part(progress, 'bar');
    lender.signOut();
    const failed = nextEvent('codat-failed');
    await lookAgain();

    expect((await failed).error.kind).to.equal('signed-out');
    expect(parts(progress, 'bar')).to.have.length(1);
  });

  it('says what to do when nothing can be loaded, and shows the data once it can', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const mend = lender.simulator.faults.add({
      path: /data\/history/,
      trouble: { is: 'refused', status: 404 },
    });
    const progress = setUp();
    await part(progress, 'panel-heading', 'This is no longer here');
    await expect(progress).to.be.accessible();

    mend();
    await press(progress, 'Try again');
    await part(progress, 'bar');
  });

  describe('without Codat’s data status of the company', () => {
    const summary = /dataStatus/;

    it('shows the syncs of a connection, though the data status fails', async () => {
      await lender.addConnection('gbol', 'Marlow Bakery');
      lender.simulator.faults.add({ path: summary, trouble: { is: 'refused', status: 500 } });
      const progress = setUp();

      await part(progress, 'bar');
      expect(Object.keys(progressOf(progress))).to.have.length(9);
    });

    it('shows them though the data status never arrives, and though it refetches meanwhile', async () => {
      await lender.addConnection('gbol', 'Marlow Bakery');
      lender.simulator.faults.add({ path: summary, trouble: { is: 'slow', ms: 120_000 } });
      const progress = setUp();
      await part(progress, 'skeleton');
      await eventually(() => lender.requests.some(({ url }) => url.includes('/data/history')));
      void lookAgain();

      await part(progress, 'bar');
    });
  });

  it('says that nothing is being read if no sync was requested', async () => {
    const hoursAgo = Date.now() - 3 * 60 * 60 * second;
    lender = await openLender({}, { now: () => hoursAgo });
    await lender.addConnection('gbol', 'Marlow Bakery');
    const fetch = async (request: Request): Promise<Response> => {
      const answer = await lender.fetch(request);
      if (request.url.includes('/dataStatus')) return Response.json({}, answer);
      if (!request.url.includes('/data/history')) return answer;
      return Response.json({ ...((await answer.json()) as object), results: [] }, answer);
    };
    session = createSession({ tokenEndpoint: `${lender.baseUrl}/token`, fetch });
    const progress = mount('sync-progress', { session });

    await part(progress, 'note', 'Nothing is being read at the moment.');
    expect(texts(progress, 'heading')).to.deep.equal(['Your data from Xero']);
    expect(parts(progress, 'bar')).to.have.length(0);
    expect(progress.matches(':state(empty)')).to.equal(true);
    await expect(progress).to.be.accessible();
  });

  it('does not wait for data that a lost access can no longer bring', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    lender.tick(5 * second);
    const progress = setUpWith((read) => ({
      ...read,
      ...(read['status'] === 'AuthError' && { status: 'Queued', isErrored: false }),
    }));
    await part(progress, 'bar');
    const [connection] = await eventually(() => latest(session?.connections.resource ?? { is: 'idle' }));
    lender.simulator.deauthorize(connection?.id ?? '');
    lender.tick(11 * second);
    await session?.connections.refresh();

    await part(progress, 'trouble', /^Xero no longer lets this lender read your /);
    expect(parts(progress, 'bar')).to.have.length(0);
  });

  it('keeps its state when it is moved within the page, and sends nothing once it is removed', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const progress = setUp();
    const bar = await part(progress, 'bar');
    const elsewhere = document.body.appendChild(document.createElement('section'));
    elsewhere.append(progress);
    expect(bar.isConnected).to.equal(true);
    progress.remove();

    await eventually(() => !syncRunsOf(lender.session).hasSubscribers);
    expect(lender.requests.filter(({ url }) => url.includes('/data/history'))).to.have.length(1);
  });

  it('runs from right to left', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const progress = setUp();
    progress.dir = 'rtl';
    const type = await part(progress, 'type');
    const [name, state] = type.querySelectorAll('span');

    expect(name?.getBoundingClientRect().right).to.be.above(state?.getBoundingClientRect().right ?? Infinity);
  });
});
