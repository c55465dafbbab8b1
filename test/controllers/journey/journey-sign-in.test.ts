import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodatError } from '../../../src/api/errors.js';
import { timeoutFactByState } from '../../../src/flow/journey-map.js';
import { stopClock } from '../../support/clock.js';
import { connectionWith, errorOf } from '../../flow/connections.js';
import { FakeWindow } from './fake-services.js';
import { busy, linked, openJourney, pending, sage, xero } from './open-journey.js';

describe('a journey whose person signs in', () => {
  it('is connected when someone returned and the status is linked, and closes the window', async () => {
    const { services, at, signingIn, states } = openJourney();
    const window = await signingIn();
    (await services.waits.next()).resolve('returned');
    const read = await services.reads.next();
    assert.equal(read.about, pending.id);
    read.resolve(linked);
    await at('connected');

    assert.deepEqual(states, ['creating', 'authorizing', 'confirming', 'connected']);
    assert.equal(window.closed, true);
  });

  it('reads the status from Codat whatever another page reports', async () => {
    const { services, at, signingIn } = openJourney();
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
    const { services, at, signingIn } = openJourney();
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
    const { services, at, signingIn, journey } = openJourney();
    const window = await signingIn();
    window.close();
    (await services.waits.next()).resolve('timeout');
    (await services.reads.next()).resolve(pending);
    await services.waits.next();

    assert.equal(journey.state.at, 'authorizing');
    await at('authorizing');
  });

  it('reads the connection less and less often while a person signs in', async () => {
    const { services, signingIn } = openJourney();
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
    const { services, at, signingIn } = openJourney();
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
    const { services, at, signingIn, states } = openJourney();
    await signingIn();
    (await services.waits.next()).resolve('returned');
    (await services.reads.next()).reject(new CodatError('unreachable', 'No network.'));
    (await services.waits.next()).resolve('visible');
    (await services.reads.next()).resolve(linked);
    await at('connected');

    assert.deepEqual(states.slice(1), [
      'authorizing',
      'confirming',
      'authorizing',
      'confirming',
      'connected',
    ]);
  });

  it('fails when reading can’t succeed any more', async () => {
    const { services, at, signingIn } = openJourney();
    await signingIn();
    (await services.waits.next()).resolve('timeout');
    (await services.reads.next()).reject(new CodatError('signed-out', 'Signed out.'));
    const state = await at('failed');

    assert.equal(state.at === 'failed' && state.error.kind, 'signed-out');
  });

  it('ends when the person cancels, closes the window and stops reading', async () => {
    const { services, signingIn, journey, dispatch } = openJourney();
    const window = await signingIn();
    const wait = await services.waits.next();
    dispatch({ type: 'cancelled' });

    assert.equal(journey.state.at === 'abandoned' && journey.state.reason, 'cancelled');
    assert.equal(window.closed, true);
    assert.equal(wait.signal.aborted, true);
  });

  it('ends without a connection when the person cancels early', async () => {
    const { services, journey, start, dispatch } = openJourney();
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
    const { services, at, signingIn, dispatch } = openJourney();
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
    const { services, at, signingIn, start } = openJourney();
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
    const { services, at, signingIn, journey } = openJourney();
    await signingIn();
    clock.tick(timeoutFactByState.authorizing.timeoutMs - 1);
    (await services.waits.next()).resolve('timeout');
    (await services.reads.next()).resolve(pending);
    const wait = await services.waits.next();
    assert.equal(journey.state.at, 'authorizing');
    clock.tick(1);
    wait.resolve('timeout');
    (await services.reads.next()).resolve(pending);
    const state = await at('abandoned');

    assert.equal(state.at === 'abandoned' && state.reason, 'expired');
    assert.equal(timeoutFactByState.authorizing.timeoutMs, 30 * 60 * 1000);
  });

  it('reads once more when half an hour is over: a late link counts', async (test) => {
    const clock = stopClock(test);
    const { services, at, signingIn } = openJourney();
    await signingIn();
    const wait = await services.waits.next();
    clock.tick(timeoutFactByState.authorizing.timeoutMs * 2);
    wait.resolve('visible');
    (await services.reads.next()).resolve(linked);

    await at('connected');
  });

  it('stops reading after that half hour, until the person returns', async (test) => {
    const clock = stopClock(test);
    const { services, at, signingIn, dispatch } = openJourney();
    await signingIn();
    await services.waits.next();
    dispatch({ type: 'cancelled' });
    const wait = await services.waits.next();
    clock.tick(timeoutFactByState.authorizing.timeoutMs);
    wait.resolve('timeout');
    (await services.reads.next()).resolve(pending);
    for (const reason of ['timeout', 'visible', 'changed']) (await services.waits.next()).resolve(reason);
    const last = await services.waits.next();
    assert.equal(services.reads.count, 1);
    assert.ok(Number(last.timeoutMs) > 24 * 60 * 60_000, 'the page is left to sleep');

    last.resolve('returned');
    (await services.reads.next()).resolve(linked);
    await at('connected');
  });

  it('stops for the next journey: the older one reads no more, and its responses are dropped', async () => {
    const { services, at, start } = openJourney();
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
    const { services, signingIn, dispatch } = openJourney();
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
    const { signingIn, journey, dispatch } = openJourney();
    const window = await signingIn();
    dispatch({ type: 'reset' });

    assert.equal(journey.state.at, 'choosing');
    assert.equal(window.closed, true);
  });
});
