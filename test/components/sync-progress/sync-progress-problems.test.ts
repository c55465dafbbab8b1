import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { createSession } from '../../../src/session/session.js';
import { latestValue } from '../../../src/session/query-state.js';
import { eventually, mount, nextEvent, part, parts, press, recordEvents, texts } from '../../support/page.js';
import { SignInWindow } from '../../support/sign-in-window.js';
import { accountingTypes, progressOf, second, SyncProgressPage } from './sync-progress-page.js';

describe('<sync-progress> with data that is late or missing', () => {
  let page: SyncProgressPage;

  beforeEach(async () => {
    page = await SyncProgressPage.open();
  });

  afterEach(() => page.close());

  for (const [key, says] of [
    ['hbql', 'Starts when the computer that runs Sage 50 (UK) is on. You can leave this page.'],
    [
      'pqsw',
      'QuickBooks Desktop is read between 7 pm and 7 am, while the computer that runs it is on. You can leave this page.',
    ],
  ] as const) {
    it(`waits for the computer that has the books, and shows no failure: ${key}`, async () => {
      const id = await page.lender.addConnection(key, 'Marlow Bakery');
      const progress = page.mount();
      const events = recordEvents();
      await part(progress, 'note', `0 of 8 ready. ${says}`);
      expect(parts(progress, 'bar'), 'nothing moves while nothing happens').to.have.length(0);
      await expect(progress).to.be.accessible();
      page.lender.tick(60 * 60 * second);
      page.lender.simulator.endPull(id, 'bills', 'FetchError');
      await page.refetch();
      expect(progressOf(progress)['Bills']).to.equal('Waiting');
      expect(parts(progress, 'trouble')).to.have.length(0);
      expect(parts(progress, 'bar'), 'not for what came to nothing either').to.have.length(0);
      expect(events).to.deep.equal([]);

      page.lender.simulator.wake(id);
      page.lender.tick(21 * second);
      await page.refetch();
      await part(progress, 'note', /^7 of 8 ready\. Enough to start\./);
    });
  }

  describe('of any platform that Codat reads by a desktop program', () => {
    let id: string;

    beforeEach(async () => {
      const ledger = { key: 'zzzz', name: 'Ledger 9', sourceType: 'Accounting', offline: true } as const;
      await page.openLender({}, { platforms: [ledger] });
      id = await page.lender.addConnection('zzzz', 'Marlow Bakery');
    });

    it('waits for the computer that has the books', async () => {
      await part(page.mount(), 'note', /Starts when the computer that runs Ledger 9 is on\./);
    });

    it('waits for it again where nothing but what didn’t come is left', async () => {
      page.lender.simulator.endPull(id, 'bills', 'FetchError');
      page.lender.simulator.wake(id);
      page.lender.tick(31 * second);
      const progress = page.mount();
      await part(progress, 'note', /Starts when the computer that runs Ledger 9 is on\./);
      expect(progressOf(progress)['Bills']).to.equal('Waiting');
    });

    it('asks for no reconnecting where one sync was agreed on, which ended on the way', async () => {
      page.lender.simulator.wake(id);
      page.lender.tick(31 * second);
      const progress = page.mountWithSyncs((pull) =>
        pull['dataType'] === 'bills' ? { ...pull, status: 'Fetching', isCompleted: false } : pull,
      );
      await part(progress, 'bar');
      page.lender.simulator.deauthorize(id);
      page.lender.tick(11 * second);
      await page.session?.connections.refresh();
      await part(progress, 'trouble', /^Reading your bills was stopped\./);
      expect(parts(progress, 'primary')).to.have.length(0);
    });
  });

  it('waits for Business Central to be installed', async () => {
    const id = await page.lender.addConnection('trji', 'Marlow Bakery');
    page.lender.simulator.endPull(id, 'bills', 'FetchError');
    page.lender.tick(31 * second);
    const progress = page.mount();
    await part(progress, 'note', /Starts 10 to 20 minutes after you connect/);
    expect(progressOf(progress)['Bills']).to.equal('Waiting');
  });

  for (const [status, says] of [
    [
      'PermissionsError',
      'Whoever signed in to Xero isn’t allowed to see its bills. Ask an administrator of Xero to allow it.',
    ],
    [
      'PrerequisiteNotMet',
      'Something has to be set up in Xero before its bills can be read. Contact support to find out what.',
    ],
    ['FetchError', 'Xero didn’t send your bills. It may next time; there is nothing for you to do.'],
    [
      'InternalError',
      'Your bills couldn’t be understood. Codat watches for this; there is nothing for you to do.',
    ],
    ['Cancelled', 'Reading your bills was stopped. If that wasn’t the plan, contact support.'],
  ] as const) {
    it(`says what couldn’t be read and what to do, and does not wait for it: ${status}`, async () => {
      const id = await page.lender.addConnection('gbol', 'Marlow Bakery');
      page.lender.simulator.endPull(id, 'bills', status);
      page.lender.tick(21 * second);
      const progress = page.mount();

      await part(progress, 'note', 'Everything else has been read.');
      expect(texts(progress, 'trouble')).to.deep.equal([says]);
      expect(progressOf(progress)['Bills']).to.equal('Couldn’t be read');
      await expect(progress).to.be.accessible();
    });
  }

  it('says that nothing could be read if that is so', async () => {
    const id = await page.lender.addConnection('gbol', 'Marlow Bakery');
    for (const type of accountingTypes) page.lender.simulator.endPull(id, type, 'PermissionsError');
    const progress = page.mount();

    await part(progress, 'note', 'Nothing could be read.');
    expect(texts(progress, 'trouble')).to.have.length(1);
  });

  it('leads a person back to a platform that has withdrawn access', async () => {
    const id = await page.lender.addConnection('gbol', 'Marlow Bakery');
    page.lender.tick(12 * second);
    const progress = page.mount();
    await part(progress, 'bar');
    page.lender.simulator.deauthorize(id);
    page.lender.tick(11 * second);
    await page.lender.session.connections.refresh();
    await part(
      progress,
      'trouble',
      /^Xero no longer lets this lender read your .*\. Reconnect to carry on\./,
    );
    await expect(progress).to.be.accessible();

    const requested = nextEvent('codat-reconnect');
    document.addEventListener('codat-reconnect', (event) => event.preventDefault(), { once: true });
    await press(progress, 'Reconnect Xero');
    expect((await requested).connection.id).to.equal(id);
  });

  it('shows the journey through sign-in in its own place', async () => {
    const id = await page.lender.addConnection('gbol', 'Marlow Bakery');
    page.lender.simulator.deauthorize(id);
    const progress = page.mount();
    const signIn = new SignInWindow(page.lender);
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
    const clock = await page.openWithClock();
    const id = await page.lender.addConnection('gbol', 'Marlow Bakery');
    clock.at += 30 * second;
    const progress = page.mount();
    await part(progress, 'note', 'Everything that can be read has been read.');
    page.lender.simulator.deauthorize(id);
    clock.at += 60 * second;
    page.lender.simulator.authorize(id);
    await page.refetch();
    await part(progress, 'note', /^0 of 8 ready\. Enough to start\./);

    for (const type of accountingTypes) page.lender.simulator.endPull(id, type, 'FetchError');
    clock.at += 30 * second;
    await page.refetch();
    await part(progress, 'note', 'Everything else has been read.');
    await part(progress, 'trouble', /What was read before can still be used\.$/);
  });

  it('says until when syncing is paused', async () => {
    const until = new Date(Date.now() + 60_000);
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    page.lender.tick(5 * second);
    const progress = page.mountWithSyncs((read) => ({
      ...read,
      ...(read['status'] === 'Fetching' && { statusDescription: `Paused until ${until.toISOString()}` }),
    }));
    const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(until);

    await part(progress, 'progress', `Paused until ${time}`.replace(/\s+/g, ' '));
  });

  it('keeps its rows while Codat can’t be reached, and notifies the host', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const progress = page.mount();
    await part(progress, 'bar');
    page.lender.signOut();
    const failed = nextEvent('codat-failed');
    await page.refetch();

    expect((await failed).error.kind).to.equal('signed-out');
    expect(parts(progress, 'bar')).to.have.length(1);
  });

  it('says what to do when nothing can be loaded, and shows the data once it can', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const restore = page.lender.simulator.faults.add({
      path: /data\/history/,
      trouble: { is: 'refused', status: 404 },
    });
    const progress = page.mount();
    await part(progress, 'panel-heading', 'This is no longer here');
    expect(texts(progress, 'heading')).to.include('Your data from Xero');
    expect((await part(progress, 'panel')).getAttribute('role')).to.equal('alert');
    await expect(progress).to.be.accessible();

    restore();
    await press(progress, 'Try again');
    await part(progress, 'bar');
  });

  describe('without Codat’s data status of the company', () => {
    const summary = /dataStatus/;

    it('shows the syncs of a connection, though the data status fails', async () => {
      await page.lender.addConnection('gbol', 'Marlow Bakery');
      page.lender.simulator.faults.add({ path: summary, trouble: { is: 'refused', status: 500 } });
      const progress = page.mount();

      await part(progress, 'bar');
      expect(Object.keys(progressOf(progress))).to.have.length(8);
    });

    it('shows them though the data status never arrives, and though it refetches meanwhile', async () => {
      await page.lender.addConnection('gbol', 'Marlow Bakery');
      page.lender.simulator.faults.add({ path: summary, trouble: { is: 'slow', ms: 120_000 } });
      const progress = page.mount();
      await part(progress, 'skeleton');
      await eventually(() => page.lender.requests.some(({ url }) => url.includes('/data/history')));
      void page.refetch();

      await part(progress, 'bar');
    });
  });

  describe('with a connection for which no sync was requested', () => {
    /** Opens a page with a connection that was created so many minutes ago, elsewhere. */
    const openUnsynced = async (minutesAgo: number): Promise<HTMLElementTagNameMap['sync-progress']> => {
      const created = Date.now() - minutesAgo * 60 * second;
      await page.openLender({}, { now: () => created });
      await page.lender.addConnection('gbol', 'Marlow Bakery');
      const fetch = async (request: Request): Promise<Response> => {
        const answer = await page.lender.fetch(request);
        if (request.url.includes('/dataStatus')) return Response.json({}, answer);
        if (!request.url.includes('/data/history')) return answer;
        return Response.json({ ...((await answer.json()) as object), results: [] }, answer);
      };
      page.session = createSession({ tokenEndpoint: `${page.lender.baseUrl}/token`, fetch });
      return mount('sync-progress', { session: page.session });
    };

    it('says that nothing is being read if that was hours ago', async () => {
      const progress = await openUnsynced(3 * 60);

      await part(progress, 'note', 'Nothing is being read at the moment.');
      expect(texts(progress, 'heading')).to.deep.equal(['Your data from Xero']);
      expect(parts(progress, 'bar')).to.have.length(0);
      expect(progress.matches(':state(empty)')).to.equal(true);
      await expect(progress).to.be.accessible();
    });

    it('waits for the first sync if that was half an hour ago', async () => {
      const progress = await openUnsynced(30);

      await part(progress, 'bar');
      expect(progress.matches(':state(empty)')).to.equal(false);
    });
  });

  it('does not wait for data that a lost access can no longer bring', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    page.lender.tick(5 * second);
    const progress = page.mountWithSyncs((read) => ({
      ...read,
      ...(read['status'] === 'AuthError' && { status: 'Queued', isErrored: false }),
    }));
    await part(progress, 'bar');
    const [connection] = await eventually(() =>
      latestValue(page.session?.connections.resource ?? { is: 'idle' }),
    );
    page.lender.simulator.deauthorize(connection?.id ?? '');
    page.lender.tick(11 * second);
    await page.session?.connections.refresh();

    await part(progress, 'trouble', /^Xero no longer lets this lender read your /);
    expect(parts(progress, 'bar')).to.have.length(0);
  });
});
