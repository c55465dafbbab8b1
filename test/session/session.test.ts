import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { TokenAnswer } from '../../src/api/schemas/token-answer.js';
import { fetchAndBroadcastReturn } from '../../src/session/return-ticket.js';
// What keeps a session fresh loads later: for tests it is there at once.
import '../../src/session/live/live-updates.js';
import type { Query } from '../../src/session/query.js';
import { getCurrentSyncRunsQuery } from '../../src/sync/sync-runs.js';
import { latestValue } from '../../src/session/query-state.js';
import { createSession, type Session } from '../../src/session/session.js';
import { waitForReasonToRefetchConnection } from '../../src/session/live/reasons-to-refetch.js';
import { outcomeOf } from '../support/fake-network.js';
import { openLender, type Lender } from '../support/lender.js';
import { signIn } from '../support/sign-in.js';
import { stopClock } from '../support/clock.js';
import { Channel } from '../support/tabs.js';

const watches: (() => void)[] = [];

/** Subscribes until the value fits, and stays subscribed to the end of the test, as an element on a page would. */
function known<Value>(query: Query<Value>, fits: (value: Value) => boolean = () => true): Promise<Value> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const { resource } = query;
      if (resource.is === 'failed') reject(resource.error);
      if (resource.is === 'ready' && fits(resource.value)) resolve(resource.value);
    };
    watches.push(query.subscribe(look));
    look();
  });
}

const statuses = (session: Session): Promise<string[]> =>
  known(session.connections).then((connections) => connections.map(({ status }) => status));

describe('a session', () => {
  let lender: Lender;
  let session: Session;
  const closings: (() => void)[] = [];

  beforeEach(async () => {
    lender = await openLender();
    ({ session } = lender);
  });

  afterEach(() => {
    watches.splice(0).forEach((leave) => leave());
    lender.end();
    closings.splice(0).forEach((close) => close());
  });

  /** Another tab of a company, as it listens. */
  const anotherTab = (companyId = lender.companyId) => {
    const channel = new BroadcastChannel(`codat-connect-elements:${companyId}`);
    closings.push(() => channel.close());
    return {
      post: (notice: unknown) => channel.postMessage(notice),
      hears: () => new Promise<unknown>((resolve) => (channel.onmessage = ({ data }) => resolve(data))),
    };
  };

  const tokens = (to: Lender): number => to.requests.filter(({ url }) => url.endsWith('/token')).length;

  it('requests one token and one list, however many elements use it', async () => {
    await Promise.all([statuses(session), statuses(session), known(session.platforms)]);

    assert.equal(tokens(lender), 1);
    assert.equal(lender.requests.filter(({ url }) => url.includes('/connections')).length, 1);
  });

  it('requests the platforms in parallel with the token, without a company', async () => {
    lender.signOut();
    const platforms = await known(session.platforms);

    assert.ok(platforms.some(({ name }) => name === 'Xero'));
    assert.equal(
      lender.requests.find(({ url }) => url.endsWith('/platforms'))?.headers.get('Authorization'),
      null,
    );
  });

  it('updates a connection in every element as soon as Codat has confirmed it', async () => {
    await statuses(session);
    const { id } = await session.connect('gbol');
    assert.deepEqual(await statuses(session), ['PendingAuth']);
    lender.simulator.authorize(id);
    await session.fetchConnection(id);
    assert.deepEqual(await statuses(session), ['Linked']);
    await session.unlink(id);
    assert.deepEqual(await statuses(session), ['Unlinked']);
    await session.delete(id);
    assert.deepEqual(await statuses(session), []);
  });

  it('requests the list if something is deleted before it has loaded, rather than show it as empty', async () => {
    const { id } = await session.connect('gbol');
    await session.connect('qhnd');
    const answer = lender.holdResponse(({ url }) => url.includes('/connections?'));
    const shown = known(session.connections);
    await answer.ready;
    await session.delete(id);
    assert.equal(session.connections.resource.is, 'loading');
    answer.release();

    assert.deepEqual(
      (await shown).map(({ platformKey }) => platformKey),
      ['qhnd'],
    );
  });

  it('keeps no list when one is deleted while the list has no subscribers', async () => {
    const { id } = await session.connect('gbol');
    await session.connect('qhnd');
    await session.delete(id);

    assert.deepEqual(session.connections.resource, { is: 'idle' });
    assert.deepEqual(await statuses(session), ['PendingAuth']);
  });

  it('can be created on a server, with addresses that only a page can resolve', async () => {
    const made = createSession({ tokenEndpoint: '/codat/token', fetch: lender.fetch });
    made.end();

    assert.equal(await outcomeOf(made.connect('gbol')), 'token');
  });

  it('reaches a gateway whose site ends every path with a slash, however it redirects there', async () => {
    for (const status of [301, 302, 307, 308]) {
      const fetch = (request: Request): Promise<Response> => {
        const { pathname, search } = new URL(request.url);
        if (pathname.endsWith('/')) return lender.fetch(request);
        // In a browser `fetch` follows what is to be followed, and makes a read of a change after 301 and 302.
        if (request.redirect === 'manual')
          return Promise.resolve(
            new Response(null, { status, headers: { Location: `${pathname}/${search}` } }),
          );
        const method = status < 303 && request.method === 'POST' ? 'GET' : request.method;
        return lender.fetch(
          new Request(`${lender.baseUrl}${pathname.replace('/codat', '')}/${search}`, {
            method,
            headers: request.headers,
          }),
        );
      };
      for (const tokenEndpoint of [`${lender.baseUrl}/token`, `${lender.baseUrl}/token/`]) {
        const page = createSession({ tokenEndpoint, fetch });
        const { platformKey } = await page.connect('gbol');
        assert.deepEqual([platformKey, await statuses(page)], ['gbol', ['PendingAuth']]);
        closings.push(() => page.end());
      }
    }
  });

  it('refetches data once something is linked', async () => {
    await statuses(session);
    assert.deepEqual(await known(getCurrentSyncRunsQuery(session)), []);
    const { id } = await session.connect('gbol');
    lender.simulator.authorize(id);
    await session.fetchConnection(id);

    assert.ok(await known(getCurrentSyncRunsQuery(session), (readings) => readings.length > 0));
  });

  it('refetches everything else once when a connection is linked, and not when it is read again', async () => {
    await statuses(session);
    let loads = 0;
    const other = session.query('other', () => Promise.resolve(++loads));
    await known(other);
    const { id } = await session.connect('gbol');
    lender.simulator.authorize(id);
    await session.fetchConnection(id);
    assert.equal(session.connections.resource.is, 'ready');
    await known(other, (count) => count === 2);
    await session.fetchConnection(id);

    assert.deepEqual(other.resource, { is: 'ready', value: 2 });
  });

  it('knows which connections became linked by its own requests', async () => {
    const { id } = await session.connect('gbol');
    await statuses(session);
    lender.simulator.authorize(id);
    await session.fetchConnection(id);
    const later = lender.openSession();
    await statuses(later);
    await later.fetchConnection(id);

    assert.deepEqual([[...session.linkedDuringVisit], [...later.linkedDuringVisit]], [[id], []]);
  });

  it('reads one connection past the gateway’s cache, since someone waits for what has just changed', async () => {
    const { id } = await session.connect('gbol');
    await session.fetchConnection(id);

    assert.equal(lender.requests.at(-1)?.headers.get('Cache-Control'), 'no-cache');
  });

  it('sends no request to another path, whatever the id of a connection', async () => {
    await outcomeOf(session.fetchConnection('../dataStatus?a#b'));

    assert.match(lender.requests.at(-1)?.url ?? '', /\/connections\/\.\.%2FdataStatus%3Fa%23b$/);
  });

  it('shares its entries in the tab’s storage only with sessions of the same URL, and none if anything else identifies the person', () => {
    const tokenEndpoint = 'https://lender.test/codat/token';
    const keys = [
      { tokenEndpoint },
      { tokenEndpoint: `${tokenEndpoint}/#top` },
      { tokenEndpoint: `${tokenEndpoint}?for=another` },
      { tokenEndpoint, headers: { Authorization: 'Bearer of-one-person' } },
      { getToken: () => Promise.reject(new Error('Not asked.')) },
    ].map((settings) => createSession(settings).tabKey);

    assert.deepEqual(keys, [tokenEndpoint, tokenEndpoint, `${tokenEndpoint}?for=another`, '', '']);
  });

  it('keeps its data when a change is refused', async () => {
    const { id } = await session.connect('gbol');
    await statuses(session);

    assert.equal(await outcomeOf(session.unlink(id)), 'rejected');
    assert.deepEqual(await statuses(session), ['PendingAuth']);
  });

  it('discards everything when the token names another company, before any of it is rendered', async () => {
    await session.connect('gbol');
    await statuses(session);
    const { endSignal } = session;
    const drawn: (number | undefined)[] = [];
    watches.push(
      session.connections.subscribe(() => drawn.push(latestValue(session.connections.resource)?.length)),
    );

    await lender.signInAs('another-customer');
    // The gateway turns down the token of someone who is no longer signed in.
    await session.connections.refresh();
    await known(session.connections);

    assert.equal(endSignal.aborted, true);
    assert.equal(session.endSignal.aborted, false);
    const discarded = drawn.indexOf(undefined);
    assert.ok(discarded >= 0);
    assert.deepEqual(new Set(drawn.slice(discarded)), new Set([undefined, 0]));
  });

  it('drops a change that was begun for the previous company', async () => {
    const { id } = await session.connect('gbol');
    lender.simulator.authorize(id);
    await statuses(session);
    const answer = lender.holdResponse(({ method }) => method === 'PATCH');
    const unlinking = session.unlink(id);

    await answer.ready;
    await lender.signInAs('another-customer');
    await session.connections.refresh();
    await known(session.connections, (connections) => connections.length === 0);
    answer.release();
    await unlinking;

    assert.deepEqual(await statuses(session), []);
  });

  it('posts to the other tabs which connection to refetch, and no data', async () => {
    const { id } = await session.connect('gbol');
    lender.simulator.authorize(id, 'Marlow Bakery');
    await session.fetchConnection(id);
    const tab = anotherTab();

    const unlinked = tab.hears();
    await session.unlink(id);
    assert.deepEqual(await unlinked, { is: 'changed', connection: id });

    const deleted = tab.hears();
    await session.delete(id);
    assert.deepEqual(await deleted, { is: 'changed', connection: id });
  });

  it('refetches when another tab changed something', async () => {
    const other = lender.openSession();
    const { id } = await session.connect('gbol');
    lender.simulator.authorize(id);
    await statuses(session);
    await statuses(other);
    await other.unlink(id);

    await known(session.connections, ([connection]) => connection?.status === 'Unlinked');
  });

  it('requests nothing for a change in another tab while it has no subscribers', async () => {
    const { id } = await session.connect('gbol');
    const reason = waitForReasonToRefetchConnection(
      session.messageListeners,
      id,
      60_000,
      new AbortController().signal,
    );
    anotherTab().post({ is: 'changed', connection: id });
    assert.equal(await reason, 'changed');

    assert.deepEqual(session.connections.resource, { is: 'idle' });
  });

  it('hears other tabs before the modules that a person may need next have loaded', async () => {
    let loadPlatforms = (): void => undefined;
    const platformsLoad = new Promise<void>((resolve) => (loadPlatforms = resolve));
    const waiting = createSession({
      tokenEndpoint: `${lender.baseUrl}/token`,
      fetch: async (request) => {
        if (request.url.endsWith('/platforms')) await platformsLoad;
        return lender.fetch(request);
      },
    });
    closings.push(
      () => loadPlatforms(),
      () => waiting.end(),
    );
    watches.push(waiting.platforms.subscribe(() => undefined));
    const { id } = await session.connect('gbol');
    lender.simulator.authorize(id);
    assert.deepEqual(await statuses(waiting), ['Linked']);
    await session.unlink(id);

    await known(waiting.connections, ([connection]) => connection?.status === 'Unlinked');
  });

  it('ignores messages that aren’t its own', async () => {
    const { id } = await session.connect('gbol');
    await statuses(session);
    const before = lender.requests.length;
    const wait = new AbortController();
    const reason = waitForReasonToRefetchConnection(session.messageListeners, id, 60_000, wait.signal);
    const tab = anotherTab();
    for (const notice of [
      null,
      7,
      'returned',
      [],
      {},
      { is: 'returned' },
      { is: 'returned', connection: 7 },
      { is: 'deleted', connection: id },
      { is: 'linked', connection: { id } },
      { is: 'received', connection: id },
      { is: 'returned', connection: id, attempt: 7 },
      { is: 'refetch' },
      { is: 'refetch', at: 'connections', connection: 7 },
    ])
      tab.post(notice);
    anotherTab('another-company').post({ is: 'changed', connection: id });
    assert.equal(lender.requests.length, before);
    tab.post({ is: 'returned', connection: id });

    assert.equal(await reason, 'returned');
    assert.ok(lender.requests.slice(before).every(({ url }) => url.includes('/connections?')));
  });

  it('posts a return to the company’s other tabs, with the ids of the connection and of the attempt', async () => {
    const { id, linkUrl = '' } = await session.connect('gbol');
    const tab = anotherTab();
    const received = tab.hears();
    const status = await fetchAndBroadcastReturn(
      lender.openSession(),
      await signIn(lender, `${linkUrl}?attempt=second`, 'Allow'),
    );

    assert.deepEqual([status.status, status.connectionId, status.returned], ['Linked', id, 200]);
    assert.deepEqual(await received, { is: 'returned', connection: id, attempt: 'second' });
  });

  describe('of a return page', () => {
    const { BroadcastChannel } = globalThis;
    before(() => Object.assign(globalThis, { BroadcastChannel: Channel }));
    after(() => Object.assign(globalThis, { BroadcastChannel }));

    /** Someone has returned from an attempt, which the gateway may know. `received` posts as the page that waits for one. */
    const returnFrom = async (attempt?: string) => {
      const { id, linkUrl = '' } = await session.connect('gbol');
      const own = lender.openSession();
      const ticket = await signIn(lender, attempt ? `${linkUrl}?attempt=${attempt}` : linkUrl, 'Allow');
      let answers = 0;
      await fetchAndBroadcastReturn(own, ticket, () => answers++);
      const channel = new Channel(`codat-connect-elements:${lender.companyId}`);
      closings.push(() => channel.close());
      const post = async (message: object): Promise<number> => {
        channel.postMessage({ connection: id, ...message });
        await new Promise(setImmediate);
        return answers;
      };
      return { own, post };
    };

    it('learns once that the page which waits for this attempt has got it, and nothing from pages of others', async () => {
      const { post } = await returnFrom('second');
      assert.equal(await post({ is: 'received', attempt: 'first' }), 0);
      assert.equal(await post({ is: 'received' }), 0);
      assert.equal(await post({ is: 'returned', attempt: 'second' }), 0);
      assert.equal(await post({ is: 'received', attempt: 'second' }), 1);
      assert.equal(await post({ is: 'received', attempt: 'second' }), 1);
    });

    it('learns nothing where it is not known which attempt it was, nor once it has ended', async () => {
      assert.equal(await (await returnFrom()).post({ is: 'received' }), 0);
      const { own, post } = await returnFrom('second');
      own.end();

      assert.equal(await post({ is: 'received', attempt: 'second' }), 0);
    });
  });

  it('has no data once it has ended, and requests a new token for its subscribers', async () => {
    await session.connect('gbol');
    await statuses(session);
    const { endSignal } = session;
    lender.signOut();
    const before = lender.requests.length;
    session.end();

    assert.equal(latestValue(session.connections.resource), undefined);
    assert.equal(endSignal.aborted, true);
    assert.equal(await outcomeOf(known(session.connections)), 'signed-out');
    assert.deepEqual(
      lender.requests.slice(before).map(({ url }) => url),
      [`${lender.baseUrl}/token`],
    );
  });

  it('receives no messages from other tabs once it has ended', async () => {
    await known(session.connections);
    session.connections.subscribe(() => undefined)();
    lender.end();
    const reason = waitForReasonToRefetchConnection(
      session.messageListeners,
      'any',
      1,
      new AbortController().signal,
    );
    anotherTab().post({ is: 'returned', connection: 'any' });

    assert.equal(await reason, 'timeout');
  });

  it('accepts another way to get tokens, and stays the same session', async (t) => {
    const answer = async (): Promise<TokenAnswer> =>
      (await (
        await lender.gateway.fetch(new Request(`${lender.baseUrl}/token`, { method: 'POST' }))
      ).json()) as TokenAnswer;
    const apiBase = `${lender.baseUrl}/api`;
    let renewals = 0;
    const wired = createSession({
      getToken: async () => ({ ...(await answer()), apiBase }),
      platforms: `${lender.baseUrl}/platforms`,
      fetch: (request) => lender.gateway.fetch(request),
    });
    closings.push(() => wired.end());
    await wired.connect('gbol');
    // Until the token has run out there is no need of another.
    stopClock(t, Date.now() + 900_000);
    wired.getToken = async () => {
      renewals++;
      return { ...(await answer()), apiBase };
    };

    assert.deepEqual(await statuses(wired), ['PendingAuth']);
    assert.equal(renewals, 1);
  });
});
