import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { memoryBus, type Bus, type GatewayEvent, type GatewaySettings } from '../../../src/gateway/index.js';
import { syncDurationMs } from '../../../src/simulator/index.js';
import { readEvents } from '../event-reader.js';
import { json, setUp, webhookSecret } from '../set-up.js';
import { until } from '../../support/until.js';
import { stopClock } from '../../support/clock.js';

/** A gateway with webhooks, and a page with an open event stream. */
async function withEvents(settings: Partial<GatewaySettings> = {}) {
  const lender = await setUp({ webhookSecrets: [webhookSecret], ...settings });
  const send = async (token?: string, method = 'GET') =>
    lender.call('/events', { method, token: token ?? (await lender.tokenFor()) });
  const listen = async (token?: string) => readEvents(await send(token));
  return { ...lender, ask: send, listen };
}

/** The intervals that are begun from now on in this test and not yet cleared: a stream's beats. */
function intervals({ mock }: TestContext): ReadonlySet<unknown> {
  const { setInterval, clearInterval } = globalThis;
  const running = new Set<unknown>();
  mock.method(globalThis, 'setInterval', (...settings: Parameters<typeof setInterval>) => {
    const begun = setInterval(...settings);
    running.add(begun);
    return begun;
  });
  mock.method(globalThis, 'clearInterval', (ended: Parameters<typeof clearInterval>[0]) => {
    running.delete(ended);
    clearInterval(ended);
  });
  return running;
}

describe('GET /events', () => {
  it('is in the token response if webhooks are set up, and doesn’t exist otherwise', async () => {
    const reported = await withEvents();
    const answer = await reported.call('/token', { method: 'POST' });
    assert.equal((await json<{ events: string }>(answer)).events, './events');
    const { call, tokenFor } = await setUp();
    assert.ok(!('events' in (await json<object>(await call('/token', { method: 'POST' })))));
    assert.equal((await call('/events', { token: await tokenFor() })).status, 404);
  });

  it('opens at once, and is neither cached nor buffered on the way', async () => {
    const { ask } = await withEvents();
    const response = await ask();
    assert.equal(response.headers.get('Content-Type'), 'text/event-stream; charset=utf-8');
    assert.match(response.headers.get('Cache-Control') ?? '', /^no-store\b/);
    assert.equal(response.headers.get('X-Accel-Buffering'), 'no');
    const page = readEvents(response);
    assert.equal(await page.next(), ': open');
    await page.cancel();
  });

  it('sends a change notice with a connection’s id, and nothing else of it', async () => {
    const { listen, openPage, simulator } = await withEvents();
    const { id } = await (await openPage()).connect('gbol');
    await simulator.tick();
    const mine = await listen();
    simulator.authorize(id);
    assert.equal(await mine.next(), ': open');
    assert.equal(await mine.next(), `event: look\ndata: {"at":"connections","connection":"${id}"}`);
    simulator.deauthorize(id);
    assert.deepEqual(await mine.nextNotice(), { at: 'connections', connection: id });
    await mine.cancel();
  });

  it('sends a change notice for the data once it was synced', async () => {
    const { clock, listen, openPage, simulator } = await withEvents();
    const { id } = await (await openPage()).connect('gbol');
    simulator.authorize(id);
    await simulator.tick();
    const mine = await listen();
    clock.now += syncDurationMs;
    await simulator.tick();
    assert.deepEqual(await mine.nextNotice(), { at: 'data', connection: id });
    await mine.cancel();
  });

  it('notifies every page of the company, and no other company’s', async () => {
    const { addCustomer, listen, openPage, simulator } = await withEvents();
    const own = await openPage();
    const { id } = await own.connect('gbol');
    const other = await addCustomer();
    await simulator.tick();
    const [one, two, theirs] = [await listen(), await listen(), readEvents(await other.ask('/events'))];
    simulator.authorize(id);
    const notice = { at: 'connections', connection: id };
    assert.deepEqual([await one.nextNotice(), await two.nextNotice()], [notice, notice]);
    await simulator.tick();
    await theirs.cancel();
    assert.equal(await theirs.nextNotice(), undefined);
    await Promise.all([one.cancel(), two.cancel()]);
  });

  it('notifies of changes by another page, and of returns from sign-in', async () => {
    const { call, listen, openPage, signIn } = await withEvents({ onWebhook: () => undefined });
    const mine = await listen();
    const own = await openPage();
    const { linkUrl } = await own.connect('gbol');
    assert.equal(((await mine.nextNotice()) as { at: string }).at, 'connections');
    assert.equal((await signIn(linkUrl, 'allow')).status, 303);
    assert.equal(((await mine.nextNotice()) as { at: string }).at, 'connections');
    assert.equal((await call('/health')).status, 200);
    await mine.cancel();
  });

  it('requires a token: none, a wrong one and an expired one are refused', async () => {
    const { ask, call, clock, tokenFor } = await withEvents();
    const token = await tokenFor();
    assert.equal((await call('/events')).status, 401);
    assert.equal((await ask('nonsense')).status, 401);
    clock.now += 900_000;
    assert.equal((await ask(token)).status, 401);
  });

  it('keeps no stream open for a HEAD request', async (t) => {
    const { ask } = await withEvents();
    const beats = intervals(t);
    assert.equal((await ask(undefined, 'HEAD')).status, 204);
    assert.equal(beats.size, 0);
  });

  /** With timers that go off when the test says so, along with the gateway's clock. */
  const withTime = async (test: TestContext, settings: Partial<GatewaySettings> = {}) => {
    const lender = await withEvents(settings);
    const clock = stopClock(test);
    const pass = (seconds: number) => {
      lender.clock.now += seconds * 1000;
      clock.tick(seconds * 1000);
    };
    return { ...lender, pass };
  };

  it('sends a heartbeat every 25 seconds, and ends when the token expires', async (test) => {
    const { listen, pass } = await withTime(test);
    const mine = await listen();
    assert.equal(await mine.next(), ': open');
    for (let seconds = 25; seconds < 900; seconds += 25) {
      pass(25);
      assert.equal(await mine.next(), ': beat');
    }
    pass(25);
    assert.equal(await mine.next(), undefined);
  });

  it('ends soon after the person signed out', async (test) => {
    const { listen, pass, visitor } = await withTime(test);
    const mine = await listen();
    assert.equal(await mine.next(), ': open');
    visitor.company = null;
    pass(25);
    assert.equal(await mine.next(), undefined);
  });

  it('ends when the host’s sign-in check fails or returns nobody', async (test) => {
    const log = test.mock.method(console, 'error', () => undefined);
    let send = (): Promise<string | null> | null => null;
    const { gateway, listen, pass } = await withTime(test, { company: () => send() });
    const company = await gateway.ensureCompany({ reference: 'customer-1' });
    const opened = async () => {
      send = () => Promise.resolve(company);
      const mine = await listen();
      assert.equal(await mine.next(), ': open');
      return mine;
    };
    const failing = await opened();
    send = () => Promise.reject(new Error('The database is away.'));
    pass(25);
    assert.equal(await failing.next(), undefined);
    assert.equal(log.mock.callCount(), 1);
    const silent = await opened();
    send = () => new Promise(() => undefined);
    pass(25);
    pass(25);
    assert.equal(await silent.next(), undefined);
  });

  it('allows twenty streams for a company, and another when one of them closes', async () => {
    const { addCustomer, ask, listen, tokenFor } = await withEvents();
    const token = await tokenFor();
    const pages = await Promise.all(Array.from({ length: 20 }, () => listen(token)));
    const refused = await ask(token);
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('Retry-After'), '60');
    const theirs = readEvents(await (await addCustomer()).ask('/events'));
    await pages.pop()?.cancel();
    const mine = await listen(token);
    await Promise.all([...pages, mine, theirs].map((page) => page.cancel()));
  });

  it('opens two hundred and forty times a minute for a company, though each is closed again', async () => {
    const { clock, listen, ask, tokenFor } = await withEvents();
    const token = await tokenFor();
    for (let time = 0; time < 240; time++) await (await listen(token)).cancel();
    assert.equal((await ask(token)).status, 429);
    clock.now += 60_000;
    await (await listen(token)).cancel();
  });

  it('leaves nothing running when the page disconnects', async (t) => {
    const { listen } = await withEvents();
    const beats = intervals(t);
    const mine = await listen();
    assert.equal(beats.size, 1);
    await mine.cancel();
    assert.equal(beats.size, 0);
  });

  it('ends for a page that does not read it', async () => {
    const { ask, company, simulator } = await withEvents();
    const response = await ask();
    const body = JSON.stringify({ platformKey: 'gbol' });
    const headers = { Authorization: `Basic ${btoa(simulator.apiKey)}` };
    const connections = `${simulator.origin}/companies/${company}/connections`;
    for (let more = 0; more < 110; more++)
      await simulator.fetch(connections, { method: 'POST', headers, body });
    await simulator.tick();
    const late = readEvents(response);
    let noticeCount = 0;
    while ((await late.nextNotice()) !== undefined) noticeCount++;
    assert.ok(noticeCount > 90 && noticeCount < 110, `${noticeCount} were kept`);
  });

  it('ends when the bus is lost, and opens again when the bus is back', async () => {
    const inner = memoryBus();
    const lost: (() => void)[] = [];
    let away = false;
    const bus: Bus = {
      publish: (message) => inner.publish(message),
      subscribe(onNotice, lose) {
        if (away) return Promise.reject(new Error('away'));
        lost.push(lose);
        return inner.subscribe(onNotice, lose);
      },
    };
    const { ask, listen } = await withEvents({ bus });
    const mine = await listen();
    assert.equal(await mine.next(), ': open');
    away = true;
    lost.forEach((lose) => lose());
    assert.equal(await mine.nextMessage(), ': other processes can not be heard: listen again');
    assert.equal(await mine.next(), undefined);
    const refused = await ask();
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('Retry-After'), '30');
    away = false;
    const again = await listen();
    assert.equal(await again.next(), ': open');
    await again.cancel();
  });

  it('is reported as missing with the first request already, by the bus that it needs', async () => {
    const reported: string[] = [];
    const bus: Bus = { ...memoryBus(), subscribe: () => Promise.reject(new Error('away')) };
    const onEvent = (event: GatewayEvent) => {
      if (event.type === 'trouble') reported.push(event.with);
    };
    const { call } = await withEvents({ bus, onEvent });
    await call('/health');

    await until(() => reported.length > 0);
    assert.deepEqual(reported, ['bus']);
  });

  it('is not needed by a page to read what it changed itself, though the bus fails', async () => {
    const bus: Bus = { ...memoryBus(), publish: () => Promise.reject(new Error('away')) };
    const { openPage } = await withEvents({ bus, onEvent: () => undefined });
    const own = await openPage();
    assert.deepEqual(await own.list(), []);
    await own.connect('gbol');

    assert.equal((await own.list()).length, 1);
  });

  it('opens again forty seconds after a bus subscription that never completed, which is cancelled if it does', async () => {
    const inner = memoryBus();
    let answerLate: ((end: () => void) => void) | undefined;
    let tries = 0;
    const bus: Bus = {
      publish: (message) => inner.publish(message),
      subscribe: (onNotice, lost) =>
        ++tries === 1 ? new Promise((resolve) => (answerLate = resolve)) : inner.subscribe(onNotice, lost),
    };
    const { call, clock, listen } = await withEvents({ bus });
    await call('/health');
    clock.now += 39_999;
    await call('/health');
    assert.equal(tries, 1);
    clock.now += 1;
    const mine = await listen();
    assert.equal(await mine.next(), ': open');
    await new Promise<void>((resolve) => answerLate?.(resolve));
    clock.now += 60_000;
    await call('/health');
    assert.equal(tries, 2);
    await mine.cancel();
  });

  it('streams to pages over HTTP, and notices when they disconnect', async (t) => {
    const { gateway, openPage, simulator, tokenFor } = await withEvents();
    const server = createAdaptorServer({ fetch: (request) => gateway.fetch(request) }).listen(0);
    await once(server, 'listening');
    // A server on a port, rather than a pipe, has an address of this kind.
    const { port } = server.address() as AddressInfo;
    const beats = intervals(t);
    const away = new AbortController();
    const response = await fetch(`http://localhost:${port}/codat/events`, {
      headers: { Authorization: `Bearer ${await tokenFor()}` },
      signal: away.signal,
    });
    const mine = readEvents(response);
    assert.equal(await mine.next(), ': open');
    const { id } = await (await openPage()).connect('gbol');
    await simulator.tick();
    assert.ok(await mine.nextNotice());
    simulator.authorize(id);
    assert.ok(await mine.nextNotice());
    away.abort();
    await assert.rejects(async () => {
      while (await mine.next());
    });
    await until(() => beats.size === 0);
    server.close();
  });
});
