import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryBus } from '../../../src/gateway/index.js';
import { json, locationOf, setUp, ticketIn } from '../set-up.js';
import { setUpShareLinks, type WireShareLink } from '../share-link-set-up.js';

const platforms = ['gbol', 'qhyg', 'pqsw'];
const consent = {
  version: '1',
  locale: 'en-GB',
  sections: [{ title: 'What we read', body: 'Invoices.' }],
  agree: 'I agree',
};

/** A lender whose company has connected something, and so many connections more of it that wait for someone to sign in. */
async function withPending(count: number, given: Parameters<typeof setUp>[0] = {}) {
  const lender = await setUp(given);
  const { call, company, linkOne, openPage, simulator } = lender;
  await linkOne();
  await call('/platforms');
  const headers = { Authorization: `Basic ${btoa(simulator.apiKey)}` };
  const list = `${simulator.origin}/companies/${company}/connections`;
  const body = JSON.stringify({ platformKey: 'gbol' });
  for (let made = 0; made < count; made++) await simulator.fetch(list, { method: 'POST', headers, body });
  lender.clock.now += 10_000;
  const own = await openPage();
  const pending = (await own.list()).filter(({ status }) => status === 'PendingAuth');
  return { ...lender, own, pending };
}

/** How often a thing was done before it was refused. */
async function doneUntilRefused<Thing>(
  things: readonly Thing[],
  times: number,
  act: (thing: Thing) => Promise<Response>,
): Promise<number> {
  let done = 0;
  for (const thing of things) {
    for (let time = 0; time < times; time++) {
      const response = await act(thing);
      if (response.status === 429) return done;
      done++;
    }
  }
  return done;
}

describe('the rates of a company', () => {
  it('allow sixty links to be opened an hour', async () => {
    const { call, pending } = await withPending(3);
    // It signed in once already.
    assert.equal(await doneUntilRefused(pending, 25, ({ linkUrl }) => call(linkUrl)), 59);
  });

  it('allow six hundred pages of links a minute for people who are not signed in', async () => {
    const { call, pending, visitor } = await withPending(6);
    visitor.company = null;
    assert.equal(await doneUntilRefused(pending, 110, ({ linkUrl }) => call(linkUrl)), 600);
  });

  it('allow thirty such links an hour to lead to sign-in', async () => {
    const { call, pending, visitor } = await withPending(7);
    visitor.company = null;
    const press = ({ linkUrl }: { linkUrl: string }) => call(linkUrl, { method: 'POST' });
    assert.equal(await doneUntilRefused(pending, 5, press), 30);
  });

  it('allow a hundred and twenty new connections an hour', async () => {
    const { company, own } = await withPending(0);
    const begin = (platformKey: string) =>
      own.ask(`/companies/${company}/connections`, { method: 'POST', body: JSON.stringify({ platformKey }) });
    // What it has connected it began as well.
    assert.equal(await doneUntilRefused(platforms, 50, begin), 119);
  });

  it('allow sixty changes of connections an hour', async () => {
    const { own, pending } = await withPending(7);
    assert.equal(await doneUntilRefused(pending, 10, ({ id }) => own.unlink(id)), 60);
  });

  it('allow a hundred and twenty consents an hour', async () => {
    const lender = await setUp({ consents: [consent] });
    const token = await lender.tokenFor();
    const agree = (platformKey: string) =>
      lender.call('/consents', {
        method: 'POST',
        token,
        body: JSON.stringify({ platformKey, version: '1', locale: 'en-GB' }),
      });
    assert.equal((await agree('gbol')).status, 201);
    assert.equal(await doneUntilRefused(platforms, 50, agree), 119);
  });

  it('allow sixty share links to be created an hour', async () => {
    const { requestShareLink, withdraw } = await setUpShareLinks();
    const make = async (platformKey: string) => {
      const response = await requestShareLink(platformKey);
      if (response.ok) await withdraw((await json<WireShareLink>(response.clone())).id);
      return response;
    };
    assert.equal(await doneUntilRefused(platforms, 25, make), 60);
  });

  it('allow a hundred and twenty share links to be withdrawn an hour', async () => {
    const { withdraw } = await setUpShareLinks();
    const none = Array.from({ length: 130 }, (_, number) => String(number).padStart(64, '0'));
    assert.equal(await doneUntilRefused(none, 1, (id) => withdraw(id)), 120);
  });

  it('allow six hundred pages of share links a minute', async () => {
    const { call, createShareLink } = await setUpShareLinks();
    const urls: string[] = [];
    for (let link = 0; link < 6; link++) urls.push((await createShareLink('gbol')).url);
    assert.equal(await doneUntilRefused(urls, 110, (url) => call(url)), 600);
  });

  it('allow thirty returns an hour that notify its pages', async () => {
    const reported: string[] = [];
    const bus = memoryBus();
    const publish = async (message: string) => (reported.push(message), bus.publish(message));
    const { call, pending } = await withPending(4, { bus: { ...bus, publish } });
    reported.length = 0;
    for (const { linkUrl } of pending) {
      const state = new URL(locationOf(await call(linkUrl))).searchParams.get('state') ?? '';
      for (let time = 0; time < 10; time++) await call(`/return?state=${state}&statusCode=200`);
    }
    // Once it had returned before.
    assert.equal(reported.length, 29);
  });

  it('allow six hundred reads of a sign-in’s outcome an hour', async () => {
    const { call, clock, pending, signIn } = await withPending(6);
    const tickets: string[] = [];
    for (const { linkUrl } of pending) tickets.push(ticketIn(await signIn(linkUrl, 'cancel')));
    const readStatus = (ticket: string) => {
      clock.now += 300;
      return call('/return/status', { token: ticket });
    };
    // Each once had a response, which is used when the company's calls are used up.
    assert.equal(await doneUntilRefused(tickets, 1, readStatus), 6);
    assert.equal(await doneUntilRefused(tickets, 110, readStatus), 594);
  });
});

describe('the rates of one connection', () => {
  it('allow ten changes an hour, and the next when the hour is over that the refusal names', async () => {
    const { clock, openPage, own, pending } = await withPending(1);
    const [{ id } = { id: '' }] = pending;
    for (let time = 0; time < 10; time++) assert.notEqual((await own.unlink(id)).status, 429);
    assert.equal((await own.unlink(id)).headers.get('Retry-After'), '3600');

    clock.now += 3_599_500;
    const refused = await (await openPage()).unlink(id);
    assert.deepEqual([refused.status, refused.headers.get('Retry-After')], [429, '1']);
    clock.now += 500;
    assert.notEqual((await (await openPage()).unlink(id)).status, 429);
  });

  it('allow its link to lead to sign-in five times a minute, and again when the minute is over', async () => {
    const { call, clock, pending, visitor } = await withPending(1);
    const [{ linkUrl } = { linkUrl: '' }] = pending;
    visitor.company = null;
    for (let time = 0; time < 5; time++)
      assert.notEqual((await call(linkUrl, { method: 'POST' })).status, 429);
    clock.now += 59_999;
    assert.equal((await call(linkUrl, { method: 'POST' })).status, 429);

    clock.now += 1;
    assert.notEqual((await call(linkUrl, { method: 'POST' })).status, 429);
  });
});

describe('holders of a company’s links', () => {
  it('don’t use up the notices of its own people, however often they return', async () => {
    const reported: string[] = [];
    const bus = memoryBus();
    const publish = async (message: string) => (reported.push(message), bus.publish(message));
    const { call, follow, createShareLink, openPage } = await setUpShareLinks({ bus: { ...bus, publish } });
    const comeBack = async (sent: Response) => {
      const state = new URL(locationOf(sent)).searchParams.get('state') ?? '';
      await call(`/return?state=${state}&statusCode=200`);
    };
    for (const platformKey of platforms) {
      const sent = await follow((await createShareLink(platformKey)).url);
      for (let time = 0; time < 10; time++) await comeBack(sent);
    }
    const { linkUrl } = await (await openPage()).connect('gbol');
    reported.length = 0;
    await comeBack(await call(linkUrl));
    assert.equal(reported.length, 1);
  });
});
