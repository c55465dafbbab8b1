import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore, type GatewayEvent } from '../../../src/gateway/index.js';
import { codatEndpointOf } from '../../../src/gateway/telemetry/codat-endpoint.js';
import { sha256Hex } from '../../../src/gateway/sha256-hex.js';
import { fewPlatforms, json, setUp, type ErrorBody } from '../set-up.js';

async function setUpKept() {
  const store = memoryStore();
  const events: GatewayEvent[] = [];
  const lender = await setUp({ store, onEvent: (event) => events.push(event) });
  const isTold = () =>
    events.some(
      (event) => event.type === 'trouble' && event.with === 'store' && event.code === 'UNREADABLE_VALUE',
    );
  return { ...lender, isTold, store };
}

const odd = ['not JSON', '{"at":1', '[]', 'null', ''];
const week = 7 * 24 * 3_600_000;

describe('a foreign value in the store', () => {
  for (const value of odd) {
    it(`is ignored in place of the platforms: ${JSON.stringify(value)}`, async () => {
      const { call, isTold, store } = await setUpKept();
      await call('/platforms');
      await store.set('catalogue', value, week);
      const response = await call('/platforms');
      assert.equal(response.status, 200);
      assert.equal((await json<{ results: object[] }>(response)).results.length, 4);
      assert.ok(isTold());
    });

    it(`is ignored in place of links or images: ${JSON.stringify(value)}`, async () => {
      const { call, company, own, store, tokenFor } = await setUpKept().then(async (lender) => ({
        ...lender,
        own: await lender.openPage(),
      }));
      await store.set(`shares:${company}`, value, week);
      await store.set('branding:gbol', value, week);
      await store.set('company:customer-5', value, week);
      assert.equal((await call('/shares', { token: await tokenFor() })).status, 200);
      assert.equal((await own.ask('/integrations/gbol/branding')).status, 200);
      const name = `${'a'.repeat(64)}.png`;
      await store.set(`asset:${name}`, value || '%', week);
      assert.equal((await call(`/assets/${name}`)).status, 404);
    });
  }
});

describe('a store of the host’s own', () => {
  const answers: [what: string, absent: unknown, isTold: boolean][] = [
    ['null for what it has not got, as clients of Redis do', null, false],
    ['an object, as clients that read JSON do', { at: 1 }, true],
    ['a number', 7, true],
    ['bytes', new Uint8Array(3), true],
  ];
  for (const [what, absent, isReported] of answers) {
    it(`may return ${what}, which is ignored`, async () => {
      const kept = memoryStore();
      const events: GatewayEvent[] = [];
      const get = async (key: string) => (await kept.get(key)) ?? (absent as undefined);
      const { call, openPage, tokenFor } = await setUp({
        store: { ...kept, get },
        onEvent: (event) => events.push(event),
      });
      const body = JSON.stringify({ platformKey: 'gbol' });
      const made = await call('/shares', { method: 'POST', token: await tokenFor(), body });
      const { url } = await json<{ url: string }>(made);
      assert.equal((await call(url)).status, 200);
      assert.equal((await call(url, { method: 'POST' })).status, 303);
      assert.equal((await (await openPage()).connect('gbol')).status, 'PendingAuth');
      assert.equal((await json<{ status: string }>(await call('/health'))).status, 'ok');
      const faults = events.filter(({ type }) => type === 'trouble');
      assert.equal(faults.length > 0, isReported);
    });
  }
});

describe('a share link’s record that was written by hand', () => {
  const secret = 'a'.repeat(22);
  const record = async (company: string, now: number) => ({
    id: await sha256Hex(secret),
    company,
    platformKey: 'gbol',
    platformName: 'Xero',
    expires: now + week / 2,
    consented: false,
  });

  it('redirects as one of ours would', async () => {
    const { call, clock, company, store } = await setUpKept();
    await store.set(
      `share:${await sha256Hex(secret)}`,
      JSON.stringify(await record(company, clock.now)),
      week,
    );
    assert.equal((await call(`/share/${secret}`)).status, 200);
    assert.equal((await call(`/share/${secret}`, { method: 'POST' })).status, 303);
  });

  it('redirects to a connection of the company, whatever its connection is', async () => {
    const { call, clock, company, isTold, store, tokenFor } = await setUpKept();
    const made = await record(company, clock.now);
    await store.set(`share:${made.id}`, JSON.stringify(made), week);
    await store.set(`shares:${company}`, JSON.stringify([made]), week);
    await store.set(`share-connection:${made.id}`, '../../profile', week);
    const answer = await call('/shares', { token: await tokenFor() });
    assert.equal((await answer.text()).includes('profile'), false);
    assert.equal((await call(`/share/${secret}`, { method: 'POST' })).status, 303);
    assert.ok(isTold());
  });

  const changes: [what: string, change: object][] = [
    ['a company that is a path', { company: '../profile?x=' }],
    ['a company that leads on', { company: '11111111-2222-4333-8444-555555555555/../../webhooks' }],
    ['a platform that is a path', { platformKey: '../../profile' }],
    ['the id of another', { id: 'b'.repeat(64) }],
    ['no end', { expires: Number.MAX_SAFE_INTEGER }],
    ['a name that fills the page', { platformName: 'x'.repeat(10_000) }],
  ];
  for (const [what, change] of changes) {
    it(`is refused with ${what}`, async () => {
      const { call, clock, company, simulator, store } = await setUpKept();
      const made = { ...(await record(company, clock.now)), ...change };
      await store.set(`share:${await sha256Hex(secret)}`, JSON.stringify(made), week);
      await call('/platforms');
      const requested = simulator.requests.length;
      assert.equal((await call(`/share/${secret}`)).status, 404);
      assert.equal((await call(`/share/${secret}`, { method: 'POST' })).status, 404);
      assert.equal(simulator.requests.length, requested, 'Codat is asked nothing');
    });
  }
});

describe('a platform’s key that is a path', () => {
  it('asks Codat nothing', () => {
    for (const key of ['.', '..', '%2e%2e', '.%2E']) {
      assert.equal(codatEndpointOf(`integrations/${key}/branding`), undefined);
    }
    assert.equal(codatEndpointOf('integrations/a..b_c/branding'), 'integrations/{platformKey}/branding');
  });

  it('sends the API key to no other path if Codat’s own list has such a key', async () => {
    const xero = fewPlatforms.filter(({ key }) => key === 'gbol');
    const { countRequests, call } = await setUp({}, [
      ...xero.map((same) => ({ ...same, key: '..' })),
      ...xero,
    ]);
    assert.equal((await call('/platforms')).status, 200);
    assert.equal(countRequests('GET', /^\/integrations\/gbol\/branding$/), 1);
    assert.equal(countRequests('GET', /^\/branding$/), 0);
  });
});

describe('a connection’s id that is a path', () => {
  it('asks Codat nothing', async () => {
    const { company, openPage, simulator } = await setUpKept();
    const own = await openPage();
    const requested = simulator.requests.length;
    const response = await own.ask(`/companies/${company}/connections/..%2F..%2Fprofile`);
    assert.equal(response.status, 404);
    assert.match((await json<ErrorBody>(response)).error, /nothing here/);
    assert.equal(simulator.requests.length, requested);
  });
});
