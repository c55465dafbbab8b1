import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consentVersion, receiptOf, shareLinkWith } from '../../flow/connections.js';
import { FakeWindow } from './fake-services.js';
import { busy, forbidden, linked, openJourney, pending, xero } from './open-journey.js';

describe('a journey for which someone else has the log-in', () => {
  const other = { platform: xero, signsIn: 'other' } as const;

  /** Up to the moment when the person has the link. */
  async function sending() {
    const all = openJourney();
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
    const { services, waitFor, prepare, dispatch } = openJourney();
    prepare(other, 'consent');
    (await services.consents.next()).resolve(consentVersion('1'));
    await waitFor((state) => state.at === 'preparing' && state.consentState.is === 'consent');
    dispatch({ type: 'consentToggled', yes: true });
    dispatch({ type: 'confirmed', ...other });
    (await services.records.next()).resolve(receiptOf(consentVersion('1')));

    assert.equal((await services.shareLinks.next()).receipt, 'signed 1');
  });

  it('shows the terms if the gateway creates no share link without consent', async () => {
    const { services, waitFor, dispatch } = openJourney();
    dispatch({ type: 'confirmed', ...other });
    (await services.shareLinks.next()).reject(forbidden);
    (await services.consents.next()).resolve(consentVersion('1'));
    const state = await waitFor(({ at }) => at === 'preparing');

    assert.ok(state.at === 'preparing' && state.signsIn === 'other');
  });

  it('is connected once the other person has finished, by the status of that connection', async () => {
    const { services, at, waitFor } = await sending();
    (await services.waits.next()).resolve('timeout');
    (await services.shareLinkReads.next()).resolve(shareLinkWith('used', 'c1'));
    await waitFor((state) => state.at === 'shared' && state.shareLink.status === 'used');
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
      const { services, waitFor } = await sending();
      const waiting = await services.waits.next();
      waiting.resolve('timeout');
      (await services.shareLinkReads.next()).resolve(shareLinkWith(status));

      await waitFor((state) => state.at === 'shared' && state.shareLink.status === status);
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
    const { signingIn, journey, dispatch } = openJourney();
    const window = await signingIn();
    dispatch({ type: 'delegated', hostAsksFor: 'nothing' });

    assert.ok(journey.state.at === 'preparing' && journey.state.signsIn === 'other');
    assert.equal(window.closed, true);
  });
});
