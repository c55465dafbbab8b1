import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodatError } from '../../../src/api/errors.js';
import { consentVersion, receiptOf } from '../../flow/connections.js';
import { PageElement } from '../../support/browser-tab.js';
import { FakeWindow } from './fake-services.js';
import { busy, forbidden, openConsent, openJourney, xero } from './open-journey.js';

describe('a journey whose host asks for consent', () => {
  it('records the consent, and shows that it does, before it creates a connection', async () => {
    const { services, waitFor, start, dispatch } = await openConsent();
    dispatch({ type: 'consentToggled', yes: true });
    start(new FakeWindow(), { platform: xero });
    const agreed = await services.records.next();
    assert.equal(agreed.about, 'gbol 1');
    assert.equal(services.connects.count, 0);
    agreed.resolve(receiptOf(consentVersion('1')));

    assert.equal((await services.connects.next()).receipt, 'signed 1');
    await waitFor(({ at }) => at === 'creating');
  });

  it('does not count the consent that a person gave in another element', async () => {
    const { services, journey, dispatch } = await openConsent();
    dispatch({ type: 'consentToggled', yes: true });
    const other = new PageElement() as unknown as HTMLElement;
    journey.start(other, new FakeWindow(), { platform: xero });

    assert.equal(services.records.count, 0);
    assert.equal((await services.connects.next()).receipt, undefined);
  });

  it('stays on the terms without consent, and shows a message', async () => {
    const { services, journey, start, dispatch } = await openConsent();
    dispatch({ type: 'confirmed', platform: xero });
    dispatch({ type: 'consentToggled', yes: true });
    dispatch({ type: 'consentToggled', yes: false });
    const window = new FakeWindow();
    start(window, { platform: xero });

    const { state } = journey;
    assert.ok(state.at === 'preparing' && state.consentState.is === 'consent');
    assert.equal(state.consentState.answer, 'missing');
    assert.deepEqual([services.records.count, services.connects.count, window.closed], [0, 0, true]);
  });

  it('creates no connection when the consent can’t be recorded, and asks for it again', async () => {
    const { services, at, start, dispatch } = await openConsent();
    dispatch({ type: 'consentToggled', yes: true });
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
      const { services, waitFor, start, dispatch } = await openConsent();
      dispatch({ type: 'consentToggled', yes: true });
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
      const state = await waitFor(({ at }) => at === 'preparing');

      assert.ok(state.at === 'preparing' && state.consentState.is === 'consent');
      assert.deepEqual([state.consentState.consent.version, state.consentState.answer], ['2', 'outdated']);
      assert.deepEqual([state.givenConsent, window.closed], [undefined, true]);
    });
  }

  it('asks for consent if only the gateway requires it', async () => {
    const { services, waitFor, start } = openJourney();
    start(new FakeWindow(), { platform: xero });
    (await services.connects.next()).reject(forbidden);
    (await services.consents.next()).resolve(consentVersion('1'));
    const state = await waitFor(({ at }) => at === 'preparing');

    assert.ok(state.at === 'preparing' && state.consentState.is === 'consent');
    assert.equal(state.consentState.answer, 'none');
  });

  it('fails when it is refused for another reason', async () => {
    const { services, at, start } = openJourney();
    start(new FakeWindow(), { platform: xero });
    (await services.connects.next()).reject(forbidden);
    (await services.consents.next()).resolve(undefined);

    const state = await at('failed');
    assert.ok(state.at === 'failed' && state.error === forbidden);
  });

  it('fails when the terms can’t be loaded, and loads them again', async () => {
    const { services, at, prepare } = openJourney();
    prepare({ platform: xero }, 'consent');
    (await services.consents.next()).reject(busy);
    const state = await at('failed');
    assert.ok(state.at === 'failed' && state.failedStep === 'preparing');
    prepare(state, 'consent');

    await services.consents.next();
    assert.equal(services.consents.count, 2);
  });

  it('needs no checkbox if the host has no terms after all', async () => {
    const { services, waitFor, start, prepare } = openJourney();
    prepare({ platform: xero }, 'consent');
    (await services.consents.next()).resolve(undefined);
    await waitFor((state) => state.at === 'preparing' && state.consentState.is === 'nothing');
    start(new FakeWindow(), { platform: xero });

    assert.equal((await services.connects.next()).receipt, undefined);
  });
});
