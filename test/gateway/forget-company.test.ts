import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createGateway,
  memoryBus,
  memoryStore,
  type GatewayEvent,
  type Store,
} from '../../src/gateway/index.js';
import { until } from '../support/until.js';
import { readEvents } from './event-reader.js';
import { apiKey, baseUrl, codatOrigin, locationOf, signingKey, webhookSecret } from './set-up.js';
import { setUpShareLinks } from './share-link-set-up.js';

/** A store whose keys can be listed. `now` is a clock in milliseconds, a monotonic one by default. */
function listedStore(now?: () => number): { store: Store; keys: () => Promise<string[]> } {
  const store = memoryStore(now && { now });
  const seen = new Set<string>();
  const kept = async (key: string) => (await store.get(key)) !== undefined;
  return {
    store: {
      ...store,
      set: async (key, ...rest) => {
        seen.add(key);
        await store.set(key, ...rest);
      },
      add: async (key, ...rest) => {
        seen.add(key);
        return store.add(key, ...rest);
      },
    },
    keys: async () => {
      const all = [...seen];
      const areKept = await Promise.all(all.map(kept));
      return all.filter((_, index) => areKept[index]);
    },
  };
}

const hour = 3_600_000;
const day = 24 * hour;

/** A company with a link to share that was used, something linked, and a sign-in under way. */
async function setUpKnown() {
  const { store, keys } = listedStore();
  const events: GatewayEvent[] = [];
  const bus = memoryBus();
  const lender = await setUpShareLinks({
    store,
    bus,
    webhookSecrets: [webhookSecret],
    onEvent: (event) => events.push(event),
  });
  await lender.linkOne();
  const share = await lender.createShareLink('qhyg');
  assert.equal((await lender.follow(share.url)).status, 303);
  const page = await lender.openPage();
  const { linkUrl } = await page.connect('gbol');
  const signInUrl = locationOf(await lender.call(linkUrl));
  return { ...lender, bus, events, keys, linkUrl, page, share, signInUrl, store };
}

describe('gateway.forgetCompany', () => {
  it('leaves nothing of the company in the store but that its id was forgotten', async () => {
    const { clock, company, gateway, keys, share } = await setUpKnown();
    clock.now += 2_000;
    assert.ok((await keys()).filter((key) => key.includes(company) || key.includes(share.id)).length > 8);
    const forgotten = await gateway.forgetCompany(company);

    assert.deepEqual(
      (await keys()).filter((key) => key.includes(company) || key.includes(share.id)),
      [`forgotten:${company}`],
    );
    assert.deepEqual([forgotten?.companyId, forgotten?.shareLinks], [company, 1]);
    assert.match(
      forgotten?.remains.join('\n') ?? '',
      new RegExp(`DELETE /companies/${company} of Codat’s API`),
    );
    assert.equal((await gateway.forgetCompany(company))?.shareLinks, 0);
  });

  it('ends links to share, links to sign in by, and returns that are still to come', async () => {
    const { call, clock, company, finishSignIn, follow, gateway, linkUrl, share, signInUrl } =
      await setUpKnown();
    clock.now += 2_000;
    await gateway.forgetCompany(company);

    assert.equal((await call(share.url)).status, 404);
    assert.equal((await follow(share.url)).status, 404);
    assert.equal((await call(linkUrl)).status, 410);
    assert.match(locationOf(await finishSignIn(signInUrl, 'allow')), /#codat=unknown$/);
  });

  it('ends those that were signed in the same second, too', async () => {
    const { call, company, finishSignIn, gateway, linkUrl, signInUrl } = await setUpKnown();
    await gateway.forgetCompany(company);

    assert.equal((await call(linkUrl)).status, 410);
    assert.match(locationOf(await finishSignIn(signInUrl, 'allow')), /#codat=unknown$/);
  });

  it('lets people sign in and come back while the store can’t say who was forgotten', async () => {
    const { call, finishSignIn, linkUrl, signInUrl, store } = await setUpKnown();
    store.get = () => Promise.reject(new Error('The store is away.'));

    assert.equal((await call(linkUrl)).status, 303);
    assert.match(locationOf(await finishSignIn(signInUrl, 'allow')), /#codat=(?!unknown)/);
  });

  it('ends a link to share that someone is opening at that moment, and keeps nothing of it', async () => {
    const { codat, company, follow, gateway, keys, share } = await setUpKnown();
    const { fetch } = codat;
    const held: (() => void)[] = [];
    codat.fetch = async (request) => {
      if (/connections\/[^/]+$/.test(request.url)) await new Promise<void>((resolve) => held.push(resolve));
      return fetch(request);
    };
    const opened = follow(share.url);
    // The connection's status, and then its one-time link.
    await until(() => held.length === 1);
    held[0]?.();
    await until(() => held.length === 2);
    await gateway.forgetCompany(company);
    held[1]?.();

    assert.equal((await opened).status, 404);
    assert.deepEqual(
      (await keys()).filter((key) => key.includes(company) || key.includes(share.id)),
      [`forgotten:${company}`],
    );
  });

  it('ends links to share that its list is too long for', async () => {
    const { company, createShareLink, finishSignIn, follow, gateway, keys, share, withdraw } =
      await setUpKnown();
    await finishSignIn(locationOf(await follow(share.url)), 'allow');
    for (let made = 0; made < 32; made++) {
      await withdraw((await createShareLink(made % 2 ? 'gbol' : 'pbtz')).id);
    }
    await gateway.forgetCompany(company);

    assert.equal((await follow(share.url)).status, 404);
    assert.deepEqual(
      (await keys()).filter((key) => key.includes(share.id)),
      [],
    );
  });

  it('leaves nothing of a link to share whose list has expired, though it was followed in its last hour', async () => {
    const clock = { now: Date.UTC(2026, 10, 23, 9) };
    const now = () => clock.now;
    const { store, keys } = listedStore(now);
    const { company, createShareLink, follow, gateway } = await setUpShareLinks({ store, now });
    const share = await createShareLink('qhyg');
    clock.now += 7 * day - hour;
    assert.equal((await follow(share.url)).status, 303);
    clock.now += 7 * day + hour;
    await gateway.forgetCompany(company);

    assert.deepEqual(
      (await keys()).filter((key) => key.includes(share.id)),
      [],
    );
  });

  it('asks Codat again for what another process, too, had in memory, and ends streams there', async () => {
    const { bus, clock, company, gateway, simulator, store, tokenFor } = await setUpKnown();
    const events: GatewayEvent[] = [];
    const second = createGateway({
      apiKey,
      baseUrl,
      signingKeys: [signingKey],
      company: () => company,
      codatUrl: codatOrigin,
      fetch: (request) => simulator.fetch(request),
      store,
      bus,
      webhookSecrets: [webhookSecret],
      now: () => clock.now,
      onEvent: (event) => events.push(event),
    });
    const token = await tokenFor();
    const send = (path: string) =>
      second.fetch(new Request(baseUrl + path, { headers: { Authorization: `Bearer ${token}` } }));
    const list = () => send(`/api/companies/${company}/connections`);
    const stream = readEvents(await send('/events'));
    await stream.next();
    await list();
    const calls = () => events.filter(({ type }) => type === 'codat-call').length;
    const before = calls();
    await list();
    assert.equal(calls(), before);
    await gateway.forgetCompany(company);
    await until(() => events.some(({ type }) => type === 'company-forgotten'));
    await list();

    assert.equal(await stream.next(), ': this company was forgotten: ask for another token');
    assert.equal(await stream.next(), undefined);
    assert.equal(calls(), before + 1);
    assert.equal(events.filter(({ type }) => type === 'company-forgotten').length, 1);
  });

  it('goes on with a company that is used again', async () => {
    const { clock, company, gateway, page, createShareLink, call } = await setUpKnown();
    await gateway.forgetCompany(company);
    clock.now += 2_000;

    assert.equal((await page.list()).length, 3);
    assert.equal((await call((await createShareLink('pqsw')).url)).status, 200);
    assert.equal((await call((await page.connect('pqsw')).linkUrl)).status, 303);
  });

  it('takes a reference, and makes no company of one that Codat does not know', async () => {
    const { clock, company, countRequests, gateway, keys } = await setUpKnown();
    clock.now += 2_000;
    const made = countRequests('POST', /companies$/);

    assert.equal((await gateway.forgetCompany({ reference: 'customer-1' }))?.companyId, company);
    assert.equal(await gateway.forgetCompany({ reference: 'customer-7' }), undefined);
    assert.equal(countRequests('POST', /companies$/), made);
    assert.deepEqual(
      (await keys()).filter((key) => key.includes('customer-')),
      [],
    );
  });

  it('fails with a 503 while other processes can’t be told', async () => {
    const { bus, company, gateway } = await setUpKnown();
    bus.publish = () => Promise.reject(new Error('away'));

    await assert.rejects(gateway.forgetCompany(company), { status: 503 });
  });

  it('refuses what is no id, and fails with a 503 while the store is away', async () => {
    const { company, gateway, store } = await setUpKnown();
    await assert.rejects(gateway.forgetCompany('customer-1'), /must be Codat’s id/);
    await assert.rejects(gateway.forgetCompany({ reference: '../x' }), TypeError);
    const numbered = { reference: 42 } as unknown as { reference: string };
    await assert.rejects(gateway.forgetCompany(numbered), /`reference` must be a string/);
    store.set = () => Promise.reject(new Error('away'));

    await assert.rejects(gateway.forgetCompany(company), { status: 503 });
  });
});
