import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodatError } from '../../src/api/errors.js';
import type { ConnectState } from '../../src/flow/connect-flow.js';
import { ConnectRunner, patience } from '../../src/flow/connect-runner.js';
import { stopClock } from '../support/clock.js';
import { connectionIn, errorOf } from './connections.js';
import { FakeWindow, Hands } from './hands.js';

const xero = { key: 'gbol', name: 'Xero' };
const sage = { key: 'tgff', name: 'Sage Accounting' };
const pending = connectionIn('PendingAuth');
const linked = connectionIn('Linked');
const busy = new CodatError('busy', 'Too many.');

/** A journey whose world is in the test's hands. */
function setUp() {
  const hands = new Hands();
  const places: ConnectState['at'][] = [];
  const reached = new Map<ConnectState['at'], (state: ConnectState) => void>();
  const runner = new ConnectRunner(hands, (state) => {
    places.push(state.at);
    reached.get(state.at)?.(state);
  });

  /** The next time the journey is there, or now. */
  const at = async (place: ConnectState['at']): Promise<ConnectState> =>
    runner.state.at === place ? runner.state : new Promise((resolve) => reached.set(place, resolve));

  /** Begins with Xero, up to the moment when the person is signing in. */
  const signingIn = async (window = new FakeWindow(), before = pending) => {
    runner.start(window, { platform: xero });
    (await hands.begun.next()).answer(before);
    await at('authorizing');
    return window;
  };

  return { hands, runner, places, at, signingIn };
}

describe('a journey', { timeout: 20_000 }, () => {
  it('makes a connection and sends the window to its link', async () => {
    const { hands, runner, at } = setUp();
    const window = new FakeWindow();
    runner.start(window, { platform: xero });
    const begun = await hands.begun.next();
    assert.equal(begun.of, 'gbol');
    begun.answer(pending);
    await at('authorizing');

    assert.deepEqual(window.went, [pending.linkUrl]);
    assert.equal(window.closed, false);
  });

  it('reads a connection anew before it sends anyone to its link, and makes no other', async () => {
    const { hands, runner, at } = setUp();
    const window = new FakeWindow();
    runner.start(window, { platform: xero, connection: connectionIn('Deauthorized') });
    const fresh = { ...pending, linkUrl: 'https://lender.test/codat/link/fresh' };
    (await hands.looked.next()).answer(fresh);
    await at('authorizing');

    assert.deepEqual(window.went, [fresh.linkUrl]);
    assert.equal(hands.begun.count, 0);
  });

  it('cuts the connection that the new one replaces, before it makes the new one', async () => {
    const { hands, runner, at } = setUp();
    const replaces = { ...linked, id: 'the-old-one' };
    runner.start(new FakeWindow(), { platform: sage, replaces });
    const cut = await hands.cut.next();
    assert.equal(cut.of, 'the-old-one');
    assert.equal(hands.begun.count, 0);
    cut.answer(replaces);
    (await hands.begun.next()).answer(pending);

    assert.equal((await at('authorizing')).at, 'authorizing');
  });

  it('makes nothing when the connection it replaces can’t be cut', async () => {
    const { hands, runner, at } = setUp();
    runner.start(new FakeWindow(), { platform: sage, replaces: linked });
    (await hands.cut.next()).fail(busy);

    const state = await at('failed');
    assert.ok(state.at === 'failed' && state.error === busy);
    assert.equal(hands.begun.count, 0);
  });

  it('says what to know first, and goes nowhere before the person does', async () => {
    const { hands, runner, places } = setUp();
    runner.consider({ platform: sage });
    assert.deepEqual(places, ['preparing']);
    runner.start(new FakeWindow(), { platform: sage });
    await hands.begun.next();

    assert.equal(hands.begun.count, 1);
  });

  it('goes on where this tab was left, by what Codat says now', async () => {
    const { hands, runner, at } = setUp();
    runner.resume({ platform: xero, connection: pending, before: new Set(), by: 'tab' });
    (await hands.looked.next()).answer(linked);

    assert.equal((await at('connected')).at, 'connected');
  });

  it('offers the link in this tab when no window opened', async () => {
    const { runner, signingIn } = setUp();
    await signingIn(new FakeWindow({ blocked: true }));

    assert.equal(runner.state.at === 'authorizing' && runner.state.by, 'link');
  });

  it('fails when the connection has no link to sign in by, and closes the window', async () => {
    const { hands, runner, at } = setUp();
    const window = new FakeWindow();
    runner.start(window, { platform: xero });
    (await hands.begun.next()).answer({ ...pending, linkUrl: undefined });
    const state = await at('failed');

    assert.equal(state.at === 'failed' && state.error.kind, 'unreadable');
    assert.equal(window.closed, true);
  });

  it('fails as the question failed, and closes the window', async () => {
    const { hands, runner, at } = setUp();
    const window = new FakeWindow();
    runner.start(window, { platform: xero });
    (await hands.begun.next()).fail(busy);
    const state = await at('failed');

    assert.equal(state.at === 'failed' && state.error, busy);
    assert.equal(window.closed, true);
  });

  it('is connected when someone came back and Codat says linked, and closes the window', async () => {
    const { hands, at, signingIn, places } = setUp();
    const window = await signingIn();
    (await hands.waited.next()).answer('returned');
    const look = await hands.looked.next();
    assert.equal(look.of, pending.id);
    look.answer(linked);
    await at('connected');

    assert.deepEqual(places, ['creating', 'authorizing', 'confirming', 'connected']);
    assert.equal(window.closed, true);
  });

  it('takes no other page’s word for it: whoever says «returned», Codat decides', async () => {
    const { hands, at, signingIn } = setUp();
    await signingIn();
    (await hands.waited.next()).answer('returned');
    (await hands.looked.next()).answer(pending);
    (await hands.waited.next()).answer('due');
    (await hands.looked.next()).answer(pending);
    (await hands.waited.next()).answer('due');
    (await hands.looked.next()).answer(pending);
    const state = await at('abandoned');

    assert.equal(state.at === 'abandoned' && state.reason, 'returned');
  });

  it('gives Codat a moment after someone came back', async () => {
    const { hands, at, signingIn } = setUp();
    await signingIn();
    (await hands.waited.next()).answer('returned');
    (await hands.looked.next()).answer(pending);
    const pause = await hands.waited.next();
    assert.equal(pause.within, 1500);
    pause.answer('due');
    (await hands.looked.next()).answer(linked);

    await at('connected');
  });

  it('goes on when the window seems closed: nobody asks it', async () => {
    const { hands, at, signingIn, runner } = setUp();
    const window = await signingIn();
    window.close();
    (await hands.waited.next()).answer('due');
    (await hands.looked.next()).answer(pending);
    await hands.waited.next();

    assert.equal(runner.state.at, 'authorizing');
    await at('authorizing');
  });

  it('looks less and less often while a person signs in', async () => {
    const { hands, signingIn } = setUp();
    await signingIn();
    const waits: (number | undefined)[] = [];
    for (let looks = 0; looks < 7; looks++) {
      const wait = await hands.waited.next();
      waits.push(wait.within);
      wait.answer('due');
      (await hands.looked.next()).answer(pending);
    }

    assert.deepEqual(waits, [5000, 7500, 11_250, 16_875, 25_312.5, 30_000, 30_000]);
  });

  it('ends by an error that was not there when it began', async () => {
    const { hands, at, signingIn } = setUp();
    const old = errorOf('500', 'old');
    await signingIn(new FakeWindow(), connectionIn('PendingAuth', [old]));
    (await hands.waited.next()).answer('due');
    (await hands.looked.next()).answer(connectionIn('PendingAuth', [old]));
    (await hands.waited.next()).answer('returned');
    (await hands.looked.next()).answer(connectionIn('PendingAuth', [errorOf('501', 'new'), old]));
    const state = await at('failed');

    assert.equal(state.at === 'failed' && state.error.kind, 'unsupported');
  });

  it('goes back to waiting when Codat can’t be reached', async () => {
    const { hands, at, signingIn, places } = setUp();
    await signingIn();
    (await hands.waited.next()).answer('returned');
    (await hands.looked.next()).fail(new CodatError('unreachable', 'No network.'));
    (await hands.waited.next()).answer('seen');
    (await hands.looked.next()).answer(linked);
    await at('connected');

    assert.deepEqual(places.slice(1), [
      'authorizing',
      'confirming',
      'authorizing',
      'confirming',
      'connected',
    ]);
  });

  it('fails when looking can’t succeed any more', async () => {
    const { hands, at, signingIn } = setUp();
    await signingIn();
    (await hands.waited.next()).answer('due');
    (await hands.looked.next()).fail(new CodatError('signed-out', 'Signed out.'));
    const state = await at('failed');

    assert.equal(state.at === 'failed' && state.error.kind, 'signed-out');
  });

  it('ends when the person gives up, closes the window and stops asking', async () => {
    const { hands, runner, signingIn } = setUp();
    const window = await signingIn();
    const wait = await hands.waited.next();
    runner.cancel();

    assert.equal(runner.state.at === 'abandoned' && runner.state.reason, 'cancelled');
    assert.equal(window.closed, true);
    assert.equal(wait.signal.aborted, true);
  });

  it('ends before there is a connection when the person gives up early', async () => {
    const { hands, runner } = setUp();
    const window = new FakeWindow();
    runner.start(window, { platform: xero });
    const begun = await hands.begun.next();
    runner.cancel();
    begun.answer(pending);
    await new Promise(setImmediate);

    assert.equal(runner.state.at, 'choosing');
    assert.deepEqual(window.went, []);
    assert.equal(begun.signal.aborted, true);
  });

  it('is connected after all when Codat says so after the person gave up', async () => {
    const { hands, runner, at, signingIn } = setUp();
    await signingIn();
    await hands.waited.next();
    runner.cancel();
    (await hands.waited.next()).answer('seen');
    (await hands.looked.next()).fail(busy);
    (await hands.waited.next()).answer('returned');
    (await hands.looked.next()).answer(linked);

    await at('connected');
  });

  it('expires after half an hour, and not before', async (test) => {
    const clock = stopClock(test);
    const { hands, at, signingIn, runner } = setUp();
    await signingIn();
    clock.pass(patience - 1);
    (await hands.waited.next()).answer('due');
    (await hands.looked.next()).answer(pending);
    const wait = await hands.waited.next();
    assert.equal(runner.state.at, 'authorizing');
    clock.pass(1);
    wait.answer('due');
    (await hands.looked.next()).answer(pending);
    const state = await at('abandoned');

    assert.equal(state.at === 'abandoned' && state.reason, 'expired');
    assert.equal(patience, 30 * 60 * 1000);
  });

  it('still looks once when half an hour is over: a late link counts', async (test) => {
    const clock = stopClock(test);
    const { hands, at, signingIn } = setUp();
    await signingIn();
    const wait = await hands.waited.next();
    clock.pass(patience * 2);
    wait.answer('seen');
    (await hands.looked.next()).answer(linked);

    await at('connected');
  });

  it('stops looking for a late link when half an hour is over', async (test) => {
    const clock = stopClock(test);
    const { hands, runner, signingIn } = setUp();
    await signingIn();
    await hands.waited.next();
    runner.cancel();
    const wait = await hands.waited.next();
    clock.pass(patience);
    wait.answer('due');
    (await hands.looked.next()).answer(pending);
    await new Promise(setImmediate);

    assert.equal(hands.waited.count, 2);
  });

  it('gives way to the next one: the older asks no more, and its answers count for nothing', async () => {
    const { hands, runner, at } = setUp();
    const [first, second] = [new FakeWindow(), new FakeWindow()];
    runner.start(first, { platform: xero });
    const older = await hands.begun.next();
    runner.start(second, { platform: sage });
    const newer = await hands.begun.next();
    older.answer(linked);
    newer.answer({ ...pending, id: 'c2', linkUrl: 'https://lender.test/codat/link/second' });
    const state = await at('authorizing');

    assert.equal(older.signal.aborted, true);
    assert.equal(first.closed, true);
    assert.deepEqual(first.went, []);
    assert.deepEqual(second.went, ['https://lender.test/codat/link/second']);
    assert.equal(state.at === 'authorizing' && state.connection.id, 'c2');
  });

  it('looks no more for the link of a journey that a person has left behind', async () => {
    const { hands, runner, signingIn } = setUp();
    await signingIn();
    await hands.waited.next();
    runner.cancel();
    (await hands.waited.next()).answer('due');
    const late = await hands.looked.next();
    runner.reset();
    late.fail(late.signal.reason);
    await new Promise(setImmediate);

    assert.equal(hands.waited.count, 2);
  });

  it('leads back to the platforms, and closes the window', async () => {
    const { runner, signingIn } = setUp();
    const window = await signingIn();
    runner.reset();

    assert.equal(runner.state.at, 'choosing');
    assert.equal(window.closed, true);
  });
});
