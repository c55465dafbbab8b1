import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodatError } from '../../../src/api/errors.js';
import { connectionWith } from '../../flow/connections.js';
import { PageElement } from '../../support/browser-tab.js';
import { FakeWindow } from './fake-services.js';
import { busy, linked, openJourney, pending, sage, xero } from './open-journey.js';

describe('a journey', () => {
  it('creates a connection and navigates the window to its link', async () => {
    const { services, at, start } = openJourney();
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
    const { services, at, start } = openJourney();
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
    const { services, at, start } = openJourney();
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
    const { services, at, signingIn, start } = openJourney();
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
    assert.deepEqual('previousOrganisation' in again && again.previousOrganisation, {
      organisation: 'Marlow Bakery',
    });
    assert.equal(services.connects.count, 1);
  });

  it('keeps that connection when the person confirms', async () => {
    const { services, states, at, signingIn, dispatch } = openJourney();
    await signingIn(new FakeWindow(), connectionWith('Deauthorized', [], 'Marlow Bakery'));
    (await services.waits.next()).resolve('visible');
    (await services.reads.next()).resolve(connectionWith('Linked', [], 'Marlow Cafe'));
    await at('comparing');
    dispatch({ type: 'accepted' });

    assert.deepEqual(states.slice(-2), ['comparing', 'connected']);
  });

  it('creates nothing when the replaced connection can’t be unlinked', async () => {
    const { services, at, start } = openJourney();
    start(new FakeWindow(), { platform: sage, replaces: linked });
    (await services.reads.next()).resolve(linked);
    (await services.unlinks.next()).reject(busy);

    const state = await at('failed');
    assert.ok(state.at === 'failed' && state.error === busy);
    assert.equal(services.connects.count, 0);
  });

  it('unlinks nothing twice when it starts again after that', async () => {
    const { services, at, start } = openJourney();
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

  it('starts again without the connection to replace when that was deleted', async () => {
    const { services, at, start } = openJourney();
    start(new FakeWindow(), { platform: sage, replaces: linked });
    (await services.reads.next()).reject(new CodatError('missing', 'It was deleted.'));
    const failed = await at('failed');
    assert.ok(failed.at === 'failed');
    start(new FakeWindow(), failed);
    (await services.connects.next()).resolve(pending);

    await at('authorizing');
  });

  it('shows the notes first, and opens nothing before the person continues', async () => {
    const { services, states, start, prepare } = openJourney();
    prepare({ platform: sage }, 'nothing');
    assert.deepEqual(states, ['preparing']);
    start(new FakeWindow(), { platform: sage });
    await services.connects.next();

    assert.equal(services.connects.count, 1);
  });

  it('offers the link in this tab when no window opened', async () => {
    const { signingIn, journey } = openJourney();
    await signingIn(new FakeWindow({ blocked: true }));

    assert.equal(journey.state.at === 'authorizing' && journey.state.openedIn, 'link');
  });

  it('fails when the connection has no sign-in link, and closes the window', async () => {
    const { services, at, start } = openJourney();
    const window = new FakeWindow();
    start(window, { platform: xero });
    (await services.connects.next()).resolve({ ...pending, linkUrl: undefined });
    const state = await at('failed');

    assert.equal(state.at === 'failed' && state.error.kind, 'unreadable');
    assert.equal(window.closed, true);
  });

  it('fails with the request’s error, and closes the window', async () => {
    const { services, at, start } = openJourney();
    const window = new FakeWindow();
    start(window, { platform: xero });
    (await services.connects.next()).reject(busy);
    const state = await at('failed');

    assert.equal(state.at === 'failed' && state.error, busy);
    assert.equal(window.closed, true);
  });

  it('closes the sign-in window when the person looks at the notes of another platform', async () => {
    const { journey, prepare, signingIn } = openJourney();
    const window = await signingIn();
    prepare({ platform: sage }, 'nothing');

    assert.equal(window.closed, true);
    assert.deepEqual(
      [journey.state.at, 'platform' in journey.state && journey.state.platform],
      ['preparing', sage],
    );
  });

  it('keeps its outcome from an element that would begin another, until its own has left the page', async () => {
    const own = new PageElement();
    const other = new PageElement() as unknown as HTMLElement;
    const { services, journey, at } = openJourney();
    journey.start(own as unknown as HTMLElement, new FakeWindow(), { platform: xero });
    (await services.connects.next()).reject(busy);
    await at('failed');
    assert.equal(journey.isReplaceableBy(other), false);
    own.isConnected = false;

    assert.equal(journey.isReplaceableBy(other), true);
  });

  it('goes on when another element goes back to its platforms', async () => {
    const { journey, signingIn } = openJourney();
    const window = await signingIn();
    journey.dispatch({ type: 'reset' }, new PageElement() as unknown as HTMLElement);

    assert.deepEqual([journey.state.at, window.closed], ['authorizing', false]);
  });
});
