import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodatError } from '../../../src/api/errors.js';
import type { ConnectRequest, ConnectState, PersonFact } from '../../../src/flow/connect-state.js';
import { Journey } from '../../../src/controllers/journey/journey.js';
import { deadlines } from '../../../src/flow/journey-map.js';
import { createSession } from '../../../src/session/session.js';
import { PageElement } from '../../support/browser-tab.js';
import { stopClock } from '../../support/clock.js';
import { connectionWith, consentVersion, errorOf, receiptOf, shareLinkWith } from '../../flow/connections.js';
import { FakeWindow, FakeServices } from './fake-services.js';

const xero = { key: 'gbol', name: 'Xero' };
const sage = { key: 'tgff', name: 'Sage Accounting' };
const pending = connectionWith('PendingAuth');
const linked = connectionWith('Linked');
const busy = new CodatError('busy', 'Too many.');

/** The services answer instead of the session. */
const unasked = (): never => assert.fail('The session requested a token.');

/** A journey whose services the test answers. */
function setUp() {
  const services = new FakeServices();
  const places: ConnectState['at'][] = [];
  const awaited = new Set<(state: ConnectState) => void>();
  const journey = new Journey(createSession({ getToken: unasked }), services);
  journey.subscribe(() => {
    places.push(journey.state.at);
    for (const tell of [...awaited]) tell(journey.state);
  });
  const origin = new PageElement() as unknown as HTMLElement;
  const start = (window: FakeWindow, request: ConnectRequest): void => journey.start(origin, window, request);
  const prepare = (request: ConnectRequest, hostAsksFor: 'consent' | 'nothing'): void =>
    journey.prepare(origin, request, hostAsksFor);
  const dispatch = (fact: PersonFact): void => journey.dispatch(fact, origin);

  /** The next time that this is so, or now. */
  const upTo = async (is: (state: ConnectState) => boolean): Promise<ConnectState> =>
    new Promise((resolve) => {
      const tell = (state: ConnectState): void => {
        if (!is(state)) return;
        awaited.delete(tell);
        resolve(state);
      };
      awaited.add(tell);
      tell(journey.state);
    });

  /** The next time the journey is there, or now. */
  const at = async (place: ConnectState['at']): Promise<ConnectState> => upTo((state) => state.at === place);

  /** Begins with Xero, up to the moment when the person is signing in. */
  const signingIn = async (window = new FakeWindow(), before = pending) => {
    start(window, { platform: xero });
    (await services.connects.next()).resolve(before);
    await at('authorizing');
    return window;
  };

  return { services, journey, start, prepare, dispatch, places, at, upTo, signingIn };
}

const forbidden = new CodatError('refused', 'Consent first.', { status: 403 });

/** A journey to Xero whose host asks for consent, up to the moment when the person reads the terms. */
async function reading(version = '1') {
  const all = setUp();
  all.prepare({ platform: xero }, 'consent');
  (await all.services.consents.next()).resolve(consentVersion(version));
  await all.upTo(
    ({ at, ...state }) =>
      at === 'preparing' && 'consentState' in state && state.consentState.is === 'consent',
  );
  return all;
}

describe('a journey whose host asks for consent', () => {
  it('records the consent, and shows that it does, before it creates a connection', async () => {
    const { services, upTo, start, dispatch } = await reading();
    dispatch({ type: 'consentAnswered', yes: true });
    start(new FakeWindow(), { platform: xero });
    const agreed = await services.records.next();
    assert.equal(agreed.about, 'gbol 1');
    assert.equal(services.connects.count, 0);
    agreed.resolve(receiptOf(consentVersion('1')));

    assert.equal((await services.connects.next()).receipt, 'signed 1');
    await upTo(({ at }) => at === 'creating');
  });

  it('stays on the terms without consent, and shows a message', async () => {
    const { services, journey, start, dispatch } = await reading();
    dispatch({ type: 'confirmed', platform: xero });
    dispatch({ type: 'consentAnswered', yes: true });
    dispatch({ type: 'consentAnswered', yes: false });
    const window = new FakeWindow();
    start(window, { platform: xero });

    const { state } = journey;
    assert.ok(state.at === 'preparing' && state.consentState.is === 'consent');
    assert.equal(state.consentState.answer, 'missing');
    assert.deepEqual([services.records.count, services.connects.count, window.closed], [0, 0, true]);
  });

  it('creates no connection when the consent can’t be recorded, and asks for it again', async () => {
    const { services, at, start, dispatch } = await reading();
    dispatch({ type: 'consentAnswered', yes: true });
    start(new FakeWindow(), { platform: xero });
    (await services.records.next()).reject(busy);
    const state = await at('failed');
    assert.equal(services.connects.count, 0);

    assert.ok(state.at === 'failed');
    start(new FakeWindow(), state);
    assert.equal((await services.records.next()).about, 'gbol 1');
  });

  for (const [when, refuse] of [
    ['after they were put on record', 'begun'],
    ['before they are', 'agreed'],
  ] as const) {
    it(`shows the terms again when they change ${when}, and closes the window`, async () => {
      const { services, upTo, start, dispatch } = await reading();
      dispatch({ type: 'consentAnswered', yes: true });
      const window = new FakeWindow();
      start(window, { platform: xero });
      const unknown = new CodatError('rejected', 'No such version.', { status: 400 });
      const agreed = await services.records.next();
      if (refuse === 'agreed') agreed.reject(unknown);
      else {
        agreed.resolve(receiptOf(consentVersion('1')));
        (await services.connects.next()).reject(forbidden);
      }
      (await services.consents.next()).resolve(consentVersion('2'));
      const state = await upTo(({ at }) => at === 'preparing');

      assert.ok(state.at === 'preparing' && state.consentState.is === 'consent');
      assert.deepEqual([state.consentState.consent.version, state.consentState.answer], ['2', 'outdated']);
      assert.deepEqual([state.agreement, window.closed], [undefined, true]);
    });
  }

  it('asks for consent if only the gateway requires it', async () => {
    const { services, upTo, start } = setUp();
    start(new FakeWindow(), { platform: xero });
    (await services.connects.next()).reject(forbidden);
    (await services.consents.next()).resolve(consentVersion('1'));
    const state = await upTo(({ at }) => at === 'preparing');

    assert.ok(state.at === 'preparing' && state.consentState.is === 'consent');
    assert.equal(state.consentState.answer, 'none');
  });

  it('fails when it is refused for another reason', async () => {
    const { services, at, start } = setUp();
    start(new FakeWindow(), { platform: xero });
    (await services.connects.next()).reject(forbidden);
    (await services.consents.next()).resolve(undefined);

    const state = await at('failed');
    assert.ok(state.at === 'failed' && state.error === forbidden);
  });

  it('fails when the terms can’t be loaded, and loads them again', async () => {
    const { services, at, prepare } = setUp();
    prepare({ platform: xero }, 'consent');
    (await services.consents.next()).reject(busy);
    const state = await at('failed');
    assert.ok(state.at === 'failed' && state.failedStep === 'preparing');
    prepare(state, 'consent');

    await services.consents.next();
    assert.equal(services.consents.count, 2);
  });

  it('needs no checkbox if the host has no terms after all', async () => {
    const { services, upTo, start, prepare } = setUp();
    prepare({ platform: xero }, 'consent');
    (await services.consents.next()).resolve(undefined);
    await upTo((state) => state.at === 'preparing' && state.consentState.is === 'nothing');
    start(new FakeWindow(), { platform: xero });

    assert.equal((await services.connects.next()).receipt, undefined);
  });
});

describe('a journey for which someone else has the log-in', () => {
  const other = { platform: xero, signsIn: 'other' } as const;

  /** Up to the moment when the person has the link. */
  async function sending() {
    const all = setUp();
    all.dispatch({ type: 'confirmed', ...other });
    (await all.services.shareLinks.next()).resolve(shareLinkWith('open'));
    await all.at('shared');
    return all;
  }

  it('creates a share link, and no connection', async () => {
    const { services, journey } = await sending();

    assert.ok(journey.state.at === 'shared' && journey.state.shareLink.url);
    assert.equal(services.connects.count, 0);
  });

  it('records the consent first, if the host asks for it', async () => {
    const { services, upTo, prepare, dispatch } = setUp();
    prepare(other, 'consent');
    (await services.consents.next()).resolve(consentVersion('1'));
    await upTo((state) => state.at === 'preparing' && state.consentState.is === 'consent');
    dispatch({ type: 'consentAnswered', yes: true });
    dispatch({ type: 'confirmed', ...other });
    (await services.records.next()).resolve(receiptOf(consentVersion('1')));

    assert.equal((await services.shareLinks.next()).receipt, 'signed 1');
  });

  it('shows the terms if the gateway creates no share link without consent', async () => {
    const { services, upTo, dispatch } = setUp();
    dispatch({ type: 'confirmed', ...other });
    (await services.shareLinks.next()).reject(forbidden);
    (await services.consents.next()).resolve(consentVersion('1'));
    const state = await upTo(({ at }) => at === 'preparing');

    assert.ok(state.at === 'preparing' && state.signsIn === 'other');
  });

  it('is connected once the other person has finished, by the status of that connection', async () => {
    const { services, at, upTo } = await sending();
    (await services.waits.next()).resolve('timeout');
    (await services.shareLinkReads.next()).resolve(shareLinkWith('used', 'c1'));
    await upTo((state) => state.at === 'shared' && state.shareLink.status === 'used');
    const waited = await services.waits.next();
    assert.equal(waited.about, 'c1');
    waited.resolve('timeout');
    (await services.shareLinkReads.next()).resolve(shareLinkWith('connected', 'c1'));
    (await services.reads.next()).reject(busy);
    (await services.waits.next()).resolve('timeout');
    (await services.shareLinkReads.next()).resolve(undefined);
    (await services.reads.next()).resolve(linked);

    assert.equal((await at('connected')).at, 'connected');
  });

  it('reads the link’s status less and less often, and at least every five minutes', async () => {
    const { services } = await sending();
    const waits: (number | undefined)[] = [];
    for (let checks = 0; checks < 12; checks++) {
      const waited = await services.waits.next();
      waits.push(waited.timeoutMs);
      waited.resolve('timeout');
      (await services.shareLinkReads.next()).resolve(shareLinkWith('open'));
    }
    assert.deepEqual(waits.slice(0, 3), [10_000, 15_000, 22_500]);
    assert.equal(waits.at(-1), 300_000);
  });

  for (const status of ['withdrawn', 'expired'] as const) {
    it(`stops reading once the share link is ${status}`, async () => {
      const { services, upTo } = await sending();
      const waiting = await services.waits.next();
      waiting.resolve('timeout');
      (await services.shareLinkReads.next()).resolve(shareLinkWith(status));

      await upTo((state) => state.at === 'shared' && state.shareLink.status === status);
      assert.equal(waiting.signal.aborted, true);
      assert.equal(services.waits.count, 1);
    });
  }

  it('ends when the person signs in themselves after all', async () => {
    const { services, at, start, prepare } = await sending();
    prepare({ platform: xero }, 'nothing');
    start(new FakeWindow(), { platform: xero });
    (await services.connects.next()).resolve(pending);

    await at('authorizing');
  });

  it('closes the window when someone else has the log-in after all', async () => {
    const { signingIn, journey, dispatch } = setUp();
    const window = await signingIn();
    dispatch({ type: 'delegated', hostAsksFor: 'nothing' });

    assert.ok(journey.state.at === 'preparing' && journey.state.signsIn === 'other');
    assert.equal(window.closed, true);
  });
});

describe('a journey', () => {
  it('creates a connection and navigates the window to its link', async () => {
    const { services, at, start } = setUp();
    const window = new FakeWindow();
    start(window, { platform: xero });
    const begun = await services.connects.next();
    assert.equal(begun.about, 'gbol');
    begun.resolve(pending);
    await at('authorizing');

    const { attemptId = '' } = await services.waits.next();
    assert.deepEqual(window.visited, [`${pending.linkUrl ?? ''}?attempt=${attemptId}`]);
    assert.equal(window.closed, false);
  });

  it('reads an existing connection before it navigates to its link, and creates no other', async () => {
    const { services, at, start } = setUp();
    const window = new FakeWindow();
    start(window, { platform: xero, connection: connectionWith('Deauthorized') });
    const fresh = { ...pending, linkUrl: 'https://lender.test/codat/link/fresh' };
    (await services.reads.next()).resolve(fresh);
    await at('authorizing');

    const { attemptId = '' } = await services.waits.next();
    assert.deepEqual(window.visited, [`${fresh.linkUrl}?attempt=${attemptId}`]);
    assert.equal(services.connects.count, 0);
  });

  it('unlinks the connection that the new one replaces, before it creates the new one', async () => {
    const { services, at, start } = setUp();
    const replaces = { ...linked, id: 'the-old-one' };
    start(new FakeWindow(), { platform: sage, replaces });
    (await services.reads.next()).resolve(replaces);
    const cut = await services.unlinks.next();
    assert.equal(cut.about, 'the-old-one');
    assert.equal(services.connects.count, 0);
    cut.resolve(replaces);
    (await services.connects.next()).resolve(pending);

    assert.equal((await at('authorizing')).at, 'authorizing');
  });

  it('unlinks a connection to another organisation before the person signs in once more', async () => {
    const { services, at, signingIn, start } = setUp();
    await signingIn(new FakeWindow(), connectionWith('Unlinked', [], 'Marlow Bakery'));
    (await services.waits.next()).resolve('visible');
    const other = connectionWith('Linked', [], 'Marlow Cafe');
    (await services.reads.next()).resolve(other);
    const state = await at('comparing');
    const window = new FakeWindow();
    assert.ok(state.at === 'comparing');
    start(window, { ...state, replaces: other });

    (await services.reads.next()).resolve(other);
    (await services.unlinks.next()).resolve(other);
    (await services.reads.next()).resolve(connectionWith('Unlinked', [], 'Marlow Cafe'));
    const again = await at('authorizing');
    assert.deepEqual('previousLink' in again && again.previousLink, { organisation: 'Marlow Bakery' });
    assert.equal(services.connects.count, 1);
  });

  it('keeps that connection when the person confirms', async () => {
    const { services, places, at, signingIn, dispatch } = setUp();
    await signingIn(new FakeWindow(), connectionWith('Deauthorized', [], 'Marlow Bakery'));
    (await services.waits.next()).resolve('visible');
    (await services.reads.next()).resolve(connectionWith('Linked', [], 'Marlow Cafe'));
    await at('comparing');
    dispatch({ type: 'accepted' });

    assert.deepEqual(places.slice(-2), ['comparing', 'connected']);
  });

  it('creates nothing when the replaced connection can’t be unlinked', async () => {
    const { services, at, start } = setUp();
    start(new FakeWindow(), { platform: sage, replaces: linked });
    (await services.reads.next()).resolve(linked);
    (await services.unlinks.next()).reject(busy);

    const state = await at('failed');
    assert.ok(state.at === 'failed' && state.error === busy);
    assert.equal(services.connects.count, 0);
  });

  it('unlinks nothing twice when it starts again after that', async () => {
    const { services, at, start } = setUp();
    const replaces = { ...linked, id: 'the-old-one' };
    start(new FakeWindow(), { platform: sage, replaces });
    (await services.reads.next()).resolve(replaces);
    (await services.unlinks.next()).resolve(replaces);
    (await services.connects.next()).reject(busy);
    const failed = await at('failed');
    assert.ok(failed.at === 'failed');
    start(new FakeWindow(), failed);
    (await services.reads.next()).resolve({ ...replaces, status: 'Unlinked' });
    (await services.connects.next()).resolve(pending);

    await at('authorizing');
    assert.equal(services.unlinks.count, 1);
  });

  it('shows the notes first, and opens nothing before the person continues', async () => {
    const { services, places, start, prepare } = setUp();
    prepare({ platform: sage }, 'nothing');
    assert.deepEqual(places, ['preparing']);
    start(new FakeWindow(), { platform: sage });
    await services.connects.next();

    assert.equal(services.connects.count, 1);
  });

  it('offers the link in this tab when no window opened', async () => {
    const { signingIn, journey } = setUp();
    await signingIn(new FakeWindow({ blocked: true }));

    assert.equal(journey.state.at === 'authorizing' && journey.state.openedIn, 'link');
  });

  it('fails when the connection has no sign-in link, and closes the window', async () => {
    const { services, at, start } = setUp();
    const window = new FakeWindow();
    start(window, { platform: xero });
    (await services.connects.next()).resolve({ ...pending, linkUrl: undefined });
    const state = await at('failed');

    assert.equal(state.at === 'failed' && state.error.kind, 'unreadable');
    assert.equal(window.closed, true);
  });

  it('fails with the request’s error, and closes the window', async () => {
    const { services, at, start } = setUp();
    const window = new FakeWindow();
    start(window, { platform: xero });
    (await services.connects.next()).reject(busy);
    const state = await at('failed');

    assert.equal(state.at === 'failed' && state.error, busy);
    assert.equal(window.closed, true);
  });

  it('is connected when someone returned and the status is linked, and closes the window', async () => {
    const { services, at, signingIn, places } = setUp();
    const window = await signingIn();
    (await services.waits.next()).resolve('returned');
    const look = await services.reads.next();
    assert.equal(look.about, pending.id);
    look.resolve(linked);
    await at('connected');

    assert.deepEqual(places, ['creating', 'authorizing', 'confirming', 'connected']);
    assert.equal(window.closed, true);
  });

  it('reads the status from Codat whatever another page reports', async () => {
    const { services, at, signingIn } = setUp();
    await signingIn();
    (await services.waits.next()).resolve('returned');
    (await services.reads.next()).resolve(pending);
    (await services.waits.next()).resolve('timeout');
    (await services.reads.next()).resolve(pending);
    (await services.waits.next()).resolve('timeout');
    (await services.reads.next()).resolve(pending);
    const state = await at('abandoned');

    assert.equal(state.at === 'abandoned' && state.reason, 'returned');
  });

  it('waits a moment for Codat after someone returned', async () => {
    const { services, at, signingIn } = setUp();
    await signingIn();
    (await services.waits.next()).resolve('returned');
    (await services.reads.next()).resolve(pending);
    const pause = await services.waits.next();
    assert.equal(pause.timeoutMs, 1500);
    pause.resolve('timeout');
    (await services.reads.next()).resolve(linked);

    await at('connected');
  });

  it('continues when the window seems closed', async () => {
    const { services, at, signingIn, journey } = setUp();
    const window = await signingIn();
    window.close();
    (await services.waits.next()).resolve('timeout');
    (await services.reads.next()).resolve(pending);
    await services.waits.next();

    assert.equal(journey.state.at, 'authorizing');
    await at('authorizing');
  });

  it('reads the connection less and less often while a person signs in', async () => {
    const { services, signingIn } = setUp();
    await signingIn();
    const waits: (number | undefined)[] = [];
    for (let checks = 0; checks < 7; checks++) {
      const wait = await services.waits.next();
      waits.push(wait.timeoutMs);
      wait.resolve('timeout');
      (await services.reads.next()).resolve(pending);
    }

    assert.deepEqual(waits, [5000, 7500, 11_250, 16_875, 25_312.5, 30_000, 30_000]);
  });

  it('ends with an error that was not there when it began', async () => {
    const { services, at, signingIn } = setUp();
    const old = errorOf('500', 'old');
    await signingIn(new FakeWindow(), connectionWith('PendingAuth', [old]));
    (await services.waits.next()).resolve('timeout');
    (await services.reads.next()).resolve(connectionWith('PendingAuth', [old]));
    (await services.waits.next()).resolve('returned');
    (await services.reads.next()).resolve(connectionWith('PendingAuth', [errorOf('501', 'new'), old]));
    const state = await at('failed');

    assert.equal(state.at === 'failed' && state.error.kind, 'unsupported');
  });

  it('waits again when Codat can’t be reached', async () => {
    const { services, at, signingIn, places } = setUp();
    await signingIn();
    (await services.waits.next()).resolve('returned');
    (await services.reads.next()).reject(new CodatError('unreachable', 'No network.'));
    (await services.waits.next()).resolve('visible');
    (await services.reads.next()).resolve(linked);
    await at('connected');

    assert.deepEqual(places.slice(1), [
      'authorizing',
      'confirming',
      'authorizing',
      'confirming',
      'connected',
    ]);
  });

  it('fails when reading can’t succeed any more', async () => {
    const { services, at, signingIn } = setUp();
    await signingIn();
    (await services.waits.next()).resolve('timeout');
    (await services.reads.next()).reject(new CodatError('signed-out', 'Signed out.'));
    const state = await at('failed');

    assert.equal(state.at === 'failed' && state.error.kind, 'signed-out');
  });

  it('ends when the person cancels, closes the window and stops reading', async () => {
    const { services, signingIn, journey, dispatch } = setUp();
    const window = await signingIn();
    const wait = await services.waits.next();
    dispatch({ type: 'cancelled' });

    assert.equal(journey.state.at === 'abandoned' && journey.state.reason, 'cancelled');
    assert.equal(window.closed, true);
    assert.equal(wait.signal.aborted, true);
  });

  it('ends without a connection when the person cancels early', async () => {
    const { services, journey, start, dispatch } = setUp();
    const window = new FakeWindow();
    start(window, { platform: xero });
    const begun = await services.connects.next();
    dispatch({ type: 'cancelled' });
    begun.resolve(pending);
    await new Promise(setImmediate);

    assert.equal(journey.state.at, 'choosing');
    assert.deepEqual(window.visited, []);
    assert.equal(begun.signal.aborted, true);
  });

  it('is connected when the link comes after the person cancelled', async () => {
    const { services, at, signingIn, dispatch } = setUp();
    await signingIn();
    await services.waits.next();
    dispatch({ type: 'cancelled' });
    (await services.waits.next()).resolve('visible');
    (await services.reads.next()).reject(busy);
    (await services.waits.next()).resolve('returned');
    (await services.reads.next()).resolve(linked);

    await at('connected');
  });

  it('ignores a return from an earlier attempt, by its id', async () => {
    const { services, at, signingIn, start } = setUp();
    await signingIn();
    const first = await services.waits.next();
    assert.ok(first.attemptId);
    first.resolve('timeout');
    (await services.reads.next()).resolve(pending);
    const again = await services.waits.next();
    assert.equal(again.attemptId, first.attemptId);

    const window = new FakeWindow();
    start(window, { platform: xero });
    (await services.connects.next()).resolve(pending);
    await at('authorizing');
    const { attemptId } = await services.waits.next();
    assert.notEqual(attemptId, first.attemptId);
    assert.deepEqual(
      window.visited.map((link) => new URL(link).searchParams.get('attempt')),
      [attemptId],
    );
  });

  it('expires after half an hour, and not before', async (test) => {
    const clock = stopClock(test);
    const { services, at, signingIn, journey } = setUp();
    await signingIn();
    clock.tick(deadlines.authorizing.timeoutMs - 1);
    (await services.waits.next()).resolve('timeout');
    (await services.reads.next()).resolve(pending);
    const wait = await services.waits.next();
    assert.equal(journey.state.at, 'authorizing');
    clock.tick(1);
    wait.resolve('timeout');
    (await services.reads.next()).resolve(pending);
    const state = await at('abandoned');

    assert.equal(state.at === 'abandoned' && state.reason, 'expired');
    assert.equal(deadlines.authorizing.timeoutMs, 30 * 60 * 1000);
  });

  it('reads once more when half an hour is over: a late link counts', async (test) => {
    const clock = stopClock(test);
    const { services, at, signingIn } = setUp();
    await signingIn();
    const wait = await services.waits.next();
    clock.tick(deadlines.authorizing.timeoutMs * 2);
    wait.resolve('visible');
    (await services.reads.next()).resolve(linked);

    await at('connected');
  });

  it('stops reading after that half hour', async (test) => {
    const clock = stopClock(test);
    const { services, signingIn, dispatch } = setUp();
    await signingIn();
    await services.waits.next();
    dispatch({ type: 'cancelled' });
    const wait = await services.waits.next();
    clock.tick(deadlines.authorizing.timeoutMs);
    wait.resolve('timeout');
    (await services.reads.next()).resolve(pending);
    await new Promise(setImmediate);

    assert.equal(services.waits.count, 2);
  });

  it('stops for the next journey: the older one reads no more, and its responses are dropped', async () => {
    const { services, at, start } = setUp();
    const [first, second] = [new FakeWindow(), new FakeWindow()];
    start(first, { platform: xero });
    const older = await services.connects.next();
    start(second, { platform: sage });
    const newer = await services.connects.next();
    older.resolve(linked);
    newer.resolve({ ...pending, id: 'c2', linkUrl: 'https://lender.test/codat/link/second' });
    const state = await at('authorizing');

    assert.equal(older.signal.aborted, true);
    assert.equal(first.closed, true);
    assert.deepEqual(first.visited, []);
    const { attemptId = '' } = await services.waits.next();
    assert.deepEqual(second.visited, [`https://lender.test/codat/link/second?attempt=${attemptId}`]);
    assert.equal(state.at === 'authorizing' && state.connection.id, 'c2');
  });

  it('stops reading for a journey that the person has left', async () => {
    const { services, signingIn, dispatch } = setUp();
    await signingIn();
    await services.waits.next();
    dispatch({ type: 'cancelled' });
    (await services.waits.next()).resolve('timeout');
    const late = await services.reads.next();
    dispatch({ type: 'reset' });
    late.reject(late.signal.reason);
    await new Promise(setImmediate);

    assert.equal(services.waits.count, 2);
  });

  it('leads back to the platforms, and closes the window', async () => {
    const { signingIn, journey, dispatch } = setUp();
    const window = await signingIn();
    dispatch({ type: 'reset' });

    assert.equal(journey.state.at, 'choosing');
    assert.equal(window.closed, true);
  });
});
