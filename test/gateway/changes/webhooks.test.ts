import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import {
  memoryBus,
  type GatewayEvent,
  type GatewaySettings,
  type WebhookEvent,
} from '../../../src/gateway/index.js';
import {
  baseUrl,
  json,
  nextWebhookSecret,
  setUp,
  unknownCompany,
  webhookSecret,
  type ErrorBody,
} from '../set-up.js';
import { stopClock } from '../../support/clock.js';
import { readEvents } from '../event-reader.js';

const minute = 60_000;
const day = 24 * 60 * minute;

interface Sending {
  id?: string;
  /** Milliseconds the sender's clock is ahead of the gateway's. */
  ahead?: number;
  secret?: string;
  /** What arrives, where that is not what was signed. */
  arrives?: string;
  headers?: Record<string, string>;
}

/** A gateway that takes webhooks, and someone who sends them with the official library's signature. */
async function withWebhooks(given: Partial<GatewaySettings> = {}) {
  const events: WebhookEvent[] = [];
  const lender = await setUp({
    webhookSecrets: [webhookSecret],
    onWebhook: (event) => events.push(event),
    ...given,
  });
  await lender.simulator.tick();
  events.length = 0;
  let sent = 0;
  const send = (
    body: string,
    { id = `msg_${++sent}`, ahead = 0, secret = webhookSecret, arrives = body, headers = {} }: Sending = {},
  ) => {
    const at = new Date(lender.clock.now + ahead);
    return lender.call('/webhooks', {
      method: 'POST',
      body: arrives,
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body),
        ...headers,
      },
    });
  };
  return { ...lender, events, send };
}

const rateLimit = JSON.stringify({
  id: 'e0fcbd34-27e6-4f8e-9a4d-7f9b7ff0b8d7',
  eventType: 'client.rateLimit.reached',
  generatedDate: '2026-11-23T09:00:00Z',
  payload: { dailyQuota: 1000, quotaRemaining: 0, expiryDate: '2026-11-24T00:00:00Z' },
});

/** A host that is at work on a `client.rateLimit.reached` until the test says how that ends. */
function slowHost() {
  let begun = 0;
  const [work, hasBegun] = [deferred(), deferred()];
  const onWebhook = ({ eventType }: WebhookEvent) => {
    if (eventType !== 'client.rateLimit.reached') return undefined;
    begun++;
    hasBegun.resolve();
    return work.promise;
  };
  const fail = () => work.reject(new Error('The database is away.'));
  return { onWebhook, hasBegun: hasBegun.promise, begun: () => begun, succeed: work.resolve, fail };
}

function deferred() {
  let [resolve, reject]: [() => void, (why: Error) => void] = [() => undefined, () => undefined];
  const promise = new Promise<void>((done, failed) => {
    [resolve, reject] = [done, failed];
  });
  return { promise, resolve, reject };
}

/** Lets whatever was begun go on as far as it can without time passing. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('POST /webhooks', () => {
  it('accepts what the official library signed, and passes it to the host', async () => {
    const { send, events } = await withWebhooks();
    const response = await send(rateLimit);
    assert.equal(response.status, 204);
    assert.deepEqual(events, [JSON.parse(rateLimit)]);
  });

  it('accepts signatures of either of two secrets during a rotation', async () => {
    const { send } = await withWebhooks({ webhookSecrets: [nextWebhookSecret, webhookSecret] });
    assert.equal((await send(rateLimit, { secret: webhookSecret })).status, 204);
    assert.equal((await send(rateLimit, { secret: nextWebhookSecret })).status, 204);
    const both = `v1,AAAA v2,${'A'.repeat(44)} ${new Webhook(webhookSecret).sign('m', new Date(Date.UTC(2026, 10, 23, 9)), rateLimit)}`;
    const headers = { 'webhook-signature': both };
    assert.equal((await send(rateLimit, { id: 'm', headers })).status, 204);
  });

  it('accepts a timestamp up to five minutes in the past or future', async () => {
    const { send } = await withWebhooks();
    assert.equal((await send(rateLimit, { ahead: -5 * minute })).status, 204);
    assert.equal((await send(rateLimit, { ahead: 5 * minute })).status, 204);
  });

  it('accepts signatures that a proxy joined by commas, and more of them than there are secrets', async () => {
    const { clock, send } = await withWebhooks();
    const good = new Webhook(webhookSecret).sign('m', new Date(clock.now), rateLimit);
    const bad = `v1,${Buffer.alloc(32).toString('base64')}`;
    const joined = [
      `${bad}, ${good}`,
      `${bad},${good}`,
      `${good},${bad}`,
      [...Array<string>(20).fill(bad), good].join(' '),
    ];
    for (const signatures of joined) {
      const headers = { 'webhook-signature': signatures };
      assert.equal((await send(rateLimit, { id: 'm', headers })).status, 204, signatures);
    }
  });

  it('refuses a signature with a byte more or less, whatever it begins with', async () => {
    const { clock, send, events } = await withWebhooks();
    const [, good = ''] = new Webhook(webhookSecret).sign('m', new Date(clock.now), rateLimit).split(',');
    const bytes = Buffer.from(good, 'base64');
    for (const other of [Buffer.concat([bytes, Buffer.alloc(1)]), bytes.subarray(0, -1), Buffer.alloc(0)]) {
      const headers = { 'webhook-signature': `v1,${other.toString('base64')}` };
      assert.equal((await send(rateLimit, { id: 'm', headers })).status, 401);
    }
    assert.deepEqual(events, []);
  });

  it('refuses the right bytes as a signature of another version', async () => {
    const { clock, send, events } = await withWebhooks();
    const good = new Webhook(webhookSecret).sign('m', new Date(clock.now), rateLimit);
    for (const other of [good.replace('v1,', 'v2,'), good.replace('v1,', 'v1a,'), `x${good}`]) {
      const headers = { 'webhook-signature': other };
      assert.equal((await send(rateLimit, { id: 'm', headers })).status, 401);
    }
    assert.deepEqual(events, []);
  });

  it('refuses a timestamp further away than that', async () => {
    const { send, events } = await withWebhooks();
    assert.equal((await send(rateLimit, { ahead: -5 * minute - 1000 })).status, 401);
    assert.equal((await send(rateLimit, { ahead: 5 * minute + 1000 })).status, 401);
    assert.deepEqual(events, []);
  });

  it('refuses one that is too old', async () => {
    const { clock, gateway } = await withWebhooks();
    let pulled = 0;
    const body = new ReadableStream(
      {
        pull: (controller) => {
          pulled++;
          controller.enqueue(new Uint8Array(1024));
        },
      },
      { highWaterMark: 0 },
    );
    const headers = {
      'webhook-id': 'm',
      'webhook-timestamp': String(Math.floor(clock.now / 1000) - 3600),
      'webhook-signature': 'v1,AAAA',
    };
    const init = { method: 'POST', body, headers, duplex: 'half' as const };
    const response = await gateway.fetch(new Request('https://lender.example/codat/webhooks', init));
    assert.equal(response.status, 401);
    assert.equal(pulled, 0);
  });

  it('reports a body that was read or changed before as the server’s fault, and not the secret’s', async () => {
    const faults: unknown[] = [];
    const { clock, gateway } = await withWebhooks({
      onEvent: (event) => event.type === 'trouble' && faults.push(event),
    });
    const signed = {
      'webhook-id': 'm',
      'webhook-timestamp': String(Math.floor(clock.now / 1000)),
      'webhook-signature': new Webhook(webhookSecret).sign('m', new Date(clock.now), rateLimit),
    };
    const headers = { ...signed, 'Content-Length': String(rateLimit.length) };
    const url = 'https://lender.example/codat/webhooks';
    const read = new Request(url, { method: 'POST', headers, body: rateLimit });
    await read.text();
    const requests = [
      read,
      new Request(url, { method: 'POST', headers }),
      new Request(url, { method: 'POST', headers, body: '' }),
      new Request(url, { method: 'POST', headers, body: JSON.stringify(JSON.parse(rateLimit), null, 2) }),
    ];
    for (const request of requests) {
      const response = await gateway.fetch(request);
      assert.equal(response.status, 500);
      assert.match((await json<ErrorBody>(response)).error, /before body parsers/);
    }
    assert.deepEqual(faults, [
      { type: 'trouble', with: 'host', setting: 'mount', code: 'BODY_ALREADY_READ' },
    ]);
  });

  it('takes an empty body of no length, which anyone can send, for the client’s', async () => {
    const faults: unknown[] = [];
    const { clock, gateway } = await withWebhooks({
      onEvent: (event) => event.type === 'trouble' && faults.push(event),
    });
    const headers = {
      'webhook-id': 'm',
      'webhook-timestamp': String(Math.floor(clock.now / 1000)),
      'webhook-signature': 'v1,AAAA',
      'Transfer-Encoding': 'chunked',
    };
    const init = { method: 'POST', headers, body: '' };
    const response = await gateway.fetch(new Request('https://lender.example/codat/webhooks', init));
    assert.equal(response.status, 400);
    assert.match((await json<ErrorBody>(response)).error, /before body parsers/);
    assert.deepEqual(faults, []);
  });

  const legacy = JSON.stringify({
    AlertId: '1',
    RuleType: 'DataConnectionStatusChanged',
    CompanyId: unknownCompany,
    Data: { newStatus: 'Linked' },
  });
  const long = JSON.stringify({ long: 'x'.repeat(512 * 1024) });
  const refusals: [why: string, status: number, words: RegExp, body: string, sending: Sending][] = [
    ['has no id', 400, /webhook-id/, rateLimit, { headers: { 'webhook-id': '' } }],
    ['has an id that is no id', 400, /webhook-id/, rateLimit, { headers: { 'webhook-id': 'a b' } }],
    ['has no time', 400, /webhook-timestamp/, rateLimit, { headers: { 'webhook-timestamp': 'now' } }],
    ['has no signature', 400, /webhook-signature/, rateLimit, { headers: { 'webhook-signature': '' } }],
    ['is older than five minutes', 401, /five minutes/, rateLimit, { ahead: -5 * minute - 1000 }],
    ['is from the future', 401, /five minutes/, rateLimit, { ahead: 5 * minute + 1000 }],
    ['is signed by another', 401, /not signed/, rateLimit, { secret: nextWebhookSecret }],
    [
      'has another id than was signed',
      401,
      /not signed/,
      rateLimit,
      { headers: { 'webhook-id': 'another' } },
    ],
    ['was changed by a single space', 401, /not signed/, rateLimit, { arrives: `${rateLimit} ` }],
    [
      'has a signature of another kind',
      401,
      /not signed/,
      rateLimit,
      { headers: { 'webhook-signature': 'v1a,AA' } },
    ],
    [
      'has a signature that is not base64',
      401,
      /not signed/,
      rateLimit,
      { headers: { 'webhook-signature': 'v1,%' } },
    ],
    ['is too long', 413, /too long/, long, {}],
    ['says that it is too long', 413, /too long/, rateLimit, { headers: { 'Content-Length': '9999999' } }],
    ['is not JSON', 400, /not an event/, 'hello', {}],
    ['is of Codat’s old kind', 400, /before 2025/, legacy, {}],
    [
      'is of Codat’s old kind, unsigned',
      400,
      /before 2025/,
      legacy,
      { headers: { 'webhook-signature': '' } },
    ],
  ];
  for (const [why, status, words, body, sending] of refusals) {
    it(`refuses one that ${why}, and reports it`, async () => {
      const { send, events } = await withWebhooks();
      const response = await send(body, sending);
      assert.equal(response.status, status);
      assert.match((await json<ErrorBody>(response)).error, words);
      assert.deepEqual(events, []);
    });
  }

  it('refuses one without a body', async () => {
    const { call, clock } = await withWebhooks();
    const headers = {
      'webhook-id': 'm',
      'webhook-timestamp': String(clock.now / 1000),
      'webhook-signature': 'v1,AA',
    };
    assert.equal((await call('/webhooks', { method: 'POST', headers })).status, 400);
  });

  it('does not exist for a host without webhook secrets', async () => {
    const { call } = await setUp();
    assert.equal((await call('/webhooks', { method: 'POST', body: rateLimit })).status, 404);
  });

  it('handles the same one once in fourteen days, however often it comes', async () => {
    const { send, events, clock } = await withWebhooks();
    for (let time = 1; time <= 3; time++) assert.equal((await send(rateLimit, { id: 'same' })).status, 204);
    clock.now += 14 * day - 1;
    assert.equal((await send(rateLimit, { id: 'same' })).status, 204);
    assert.equal(events.length, 1);
    clock.now += 1;
    await send(rateLimit, { id: 'same' });
    assert.equal(events.length, 2);
  });

  it('handles the same one once when it comes twice at the same moment', async () => {
    const host = slowHost();
    const { send } = await withWebhooks({ onWebhook: host.onWebhook });
    const first = send(rateLimit, { id: 'same' });
    await host.hasBegun;
    assert.equal((await send(rateLimit, { id: 'same' })).status, 503);
    host.succeed();
    assert.equal((await first).status, 204);
    assert.equal((await send(rateLimit, { id: 'same' })).status, 204);
    assert.equal(host.begun(), 1);
  });

  it('fails when the host could not handle it, so that Codat sends it again, and tells the host why', async () => {
    const troubles: unknown[] = [];
    let broken = true;
    const handled: string[] = [];
    const { send } = await withWebhooks({
      onEvent: (event) => {
        if (event.type === 'trouble' && event.with === 'host') troubles.push([event.setting, event.error]);
      },
      onWebhook: ({ eventType }) => {
        if (broken && eventType === 'client.rateLimit.reached') throw new Error('The database is away.');
        handled.push(eventType);
      },
    });
    const refused = await send(rateLimit, { id: 'same' });
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('Retry-After'), '5');
    assert.doesNotMatch(await refused.text(), /database/);
    assert.deepEqual(troubles, [['onWebhook', 'Error']]);
    broken = false;
    assert.equal((await send(rateLimit, { id: 'same' })).status, 204);
    assert.equal(handled.filter((type) => type === 'client.rateLimit.reached').length, 1);
  });

  it('fails when no page could be notified, so that Codat sends it again, and reports that it failed', async () => {
    const reported: GatewayEvent[] = [];
    const troubles: string[] = [];
    const bus = memoryBus();
    const { company, send, events } = await withWebhooks({
      bus,
      onEvent: (event) => {
        if (event.type === 'webhook') reported.push(event);
        if (event.type === 'trouble') troubles.push(event.with);
      },
    });
    reported.length = 0;
    const publish = bus.publish.bind(bus);
    bus.publish = () => Promise.reject(new Error('The bus is away.'));
    const payload = { referenceCompany: { id: company } };
    const changed = JSON.stringify({ id: '1', eventType: 'connection.connected', payload });
    assert.equal((await send(changed, { id: 'same' })).status, 503);
    assert.deepEqual([events, troubles], [[], ['bus']]);
    bus.publish = publish;
    assert.equal((await send(changed, { id: 'same' })).status, 204);
    assert.equal((await send(changed, { id: 'same' })).status, 204);
    assert.equal((await send(changed, { id: 'late', ahead: -60 * minute })).status, 401);
    assert.deepEqual(
      reported.map((event) => event.type === 'webhook' && event.outcome),
      ['failed', 'handled', 'repeated', 'refused'],
    );
  });

  it('fails without waiting for a slow host, whose work goes on', async (test) => {
    const host = slowHost();
    const { send } = await withWebhooks({ onWebhook: host.onWebhook });
    const clock = stopClock(test);
    const answer = send(rateLimit, { id: 'same' });
    await host.hasBegun;
    let isAnswered = false;
    void answer.then(() => (isAnswered = true));
    clock.tick(9_999);
    await settle();
    assert.equal(isAnswered, false);
    clock.tick(2);
    assert.equal((await answer).status, 503);
    assert.equal((await send(rateLimit, { id: 'same' })).status, 503);
    host.succeed();
    await settle();
    assert.equal((await send(rateLimit, { id: 'same' })).status, 204);
    assert.equal(host.begun(), 1);
  });

  for (const outcome of ['succeed', 'fail'] as const)
    it(`has the server wait for a slow host, whose work may ${outcome} after the answer`, async (test) => {
      const host = slowHost();
      const { clock: time, gateway } = await withWebhooks({
        onWebhook: host.onWebhook,
        onEvent: () => undefined,
      });
      const clock = stopClock(test);
      const handed: Promise<unknown>[] = [];
      const headers = {
        'webhook-id': 'm',
        'webhook-timestamp': String(time.now / 1000),
        'webhook-signature': new Webhook(webhookSecret).sign('m', new Date(time.now), rateLimit),
      };
      const request = new Request(`${baseUrl}/webhooks`, { method: 'POST', headers, body: rateLimit });
      const answer = gateway.fetch(request, { waitUntil: (work: Promise<unknown>) => handed.push(work) });
      await host.hasBegun;
      clock.tick(10_001);
      assert.equal((await answer).status, 503);
      let isClosed = false;
      const closed = gateway.close({ timeoutMs: 60_000 }).finally(() => (isClosed = true));
      await settle();
      assert.equal(isClosed, false);
      host[outcome]();
      await Promise.all(handed);

      assert.deepEqual(await closed, { cut: [] });
    });

  it('is handled again after a slow host failed in the end', async (test) => {
    test.mock.method(console, 'error', () => undefined);
    const host = slowHost();
    const { send } = await withWebhooks({ onWebhook: host.onWebhook });
    const clock = stopClock(test);
    const answer = send(rateLimit, { id: 'same' });
    await host.hasBegun;
    clock.tick(10_001);
    assert.equal((await answer).status, 503);
    host.fail();
    await settle();
    await send(rateLimit, { id: 'same' });
    assert.equal(host.begun(), 2);
  });

  it('is handled again four minutes after a process died at it, and by one process then', async (test) => {
    test.mock.method(console, 'error', () => undefined);
    const attempts: ReturnType<typeof deferred>[] = [];
    let begins = deferred();
    const { clock, send } = await withWebhooks({
      onWebhook: ({ eventType }) => {
        if (eventType !== 'client.rateLimit.reached') return undefined;
        const attempt = deferred();
        attempts.push(attempt);
        begins.resolve();
        return attempt.promise;
      },
    });
    const first = send(rateLimit, { id: 'same' });
    await begins.promise;
    clock.now += 4 * minute - 1;
    assert.equal((await send(rateLimit, { id: 'same' })).status, 503);
    clock.now += 1;
    begins = deferred();
    const second = send(rateLimit, { id: 'same' });
    await begins.promise;
    // The first was only slow, and fails while the second is at work.
    attempts[0]?.reject(new Error('The database is away.'));
    assert.equal((await first).status, 503);
    assert.equal((await send(rateLimit, { id: 'same' })).status, 503);
    attempts[1]?.resolve();
    assert.equal((await second).status, 204);
    assert.equal(attempts.length, 2);
  });

  it('accepts unknown event types, and payloads of another shape', async () => {
    const { send, events } = await withWebhooks();
    const body = (eventType: string) => JSON.stringify({ id: '1', eventType, payload: { connection: 7 } });
    assert.equal((await send(body('moon.landed'))).status, 204);
    assert.equal((await send(body('connection.connected'))).status, 204);
    assert.deepEqual(
      events.map(({ eventType }) => eventType),
      ['moon.landed', 'connection.connected'],
    );
  });

  const partly: [what: string, eventType: string, fields: object][] = [
    ['connection is missing', 'connection.connected', {}],
    ['connection has no id', 'connection.failed', { connection: { id: 7 } }],
    ['data types are null', 'read.completed', { dataTypes: null }],
    ['data types lack the connection', 'read.completed.initial', { dataTypes: [{ connectionId: null }, 7] }],
  ];
  for (const [what, eventType, fields] of partly) {
    it(`has the company's pages read again where the ${what}`, async () => {
      const { company, openPage, send, simulator } = await withWebhooks();
      const own = await openPage();
      await own.list();
      const before = simulator.requests.length;
      const payload = { referenceCompany: { id: company.toUpperCase() }, ...fields };
      assert.equal((await send(JSON.stringify({ id: '1', eventType, payload }))).status, 204);
      await own.list();
      assert.equal(simulator.requests.length, before + 1);
    });
  }

  it('gives the host no link that someone could sign in by', async () => {
    const { events, openPage, simulator } = await withWebhooks();
    await (await openPage()).connect('gbol');
    await simulator.tick();
    assert.equal(events[0]?.eventType, 'connection.created');
    assert.doesNotMatch(JSON.stringify(events), /otp|linkUrl|redirect/);
  });

  it('gives the host no such link wherever the event has it', async () => {
    const { events, send } = await withWebhooks();
    const links = { linkUrl: 'https://link.test/a', redirect: 'https://link.test/b' };
    const payload = {
      ...links,
      company: { ...links, name: 'Marlow' },
      connections: [{ ...links, id: 'c1' }],
    };
    await send(JSON.stringify({ ...links, id: '1', eventType: 'connection.created', payload }));
    assert.deepEqual(events, [
      {
        id: '1',
        eventType: 'connection.created',
        payload: { company: { name: 'Marlow' }, connections: [{ id: 'c1' }] },
      },
    ]);
  });

  it('tells pages what changed: their connections, or the data of one', async (test) => {
    const { call, company, send, tokenFor } = await withWebhooks();
    const page = readEvents(await call('/events', { token: await tokenFor() }));
    test.after(() => page.cancel());
    const referenceCompany = { id: company };
    for (const [eventType, payload] of [
      ['connection.connected', { referenceCompany, connection: { id: 'one' } }],
      ['connection.connected', { referenceCompany, connection: { id: null } }],
      ['read.completed.initial', { referenceCompany, dataTypes: [{ connectionId: 'one' }] }],
      ['read.completed', { referenceCompany, dataTypes: [{ connectionId: null }] }],
      ['company.deleted', { id: company.toUpperCase() }],
    ] as const)
      await send(JSON.stringify({ id: '1', eventType, payload }));

    const notices: unknown[] = [];
    for (let count = 0; count < 5; count++) notices.push(await page.nextNotice());
    assert.deepEqual(notices, [
      { at: 'connections', connection: 'one' },
      { at: 'connections' },
      { at: 'data', connection: 'one' },
      { at: 'data' },
      { at: 'connections' },
    ]);
  });

  it('has nothing read again for events of a company that change nothing its pages show', async () => {
    const { company, openPage, send, simulator } = await withWebhooks();
    const own = await openPage();
    await own.list();
    const before = simulator.requests.length;
    const payload = { id: company, referenceCompany: { id: company } };
    for (const eventType of ['company.updated', 'read.started'])
      await send(JSON.stringify({ id: '1', eventType, payload }));
    await own.list();

    assert.equal(simulator.requests.length, before);
  });

  it('names no connection to pages where several were read', async (test) => {
    const { call, company, send, tokenFor } = await withWebhooks();
    const page = readEvents(await call('/events', { token: await tokenFor() }));
    test.after(() => page.cancel());
    for (const ids of [
      ['one', 'one'],
      ['one', 'another'],
    ]) {
      const dataTypes = ids.map((connectionId) => ({ connectionId }));
      const payload = { referenceCompany: { id: company }, dataTypes };
      await send(JSON.stringify({ id: '1', eventType: 'read.completed', payload }));
    }
    assert.deepEqual(
      [await page.nextNotice(), await page.nextNotice()],
      [{ at: 'data', connection: 'one' }, { at: 'data' }],
    );
  });

  it('has the pages of a company that was deleted read again', async () => {
    const { company, openPage, send, simulator } = await withWebhooks();
    const own = await openPage();
    await own.list();
    const before = simulator.requests.length;
    await send(JSON.stringify({ id: '1', eventType: 'company.deleted', payload: { id: company } }));
    await own.list();
    assert.equal(simulator.requests.length, before + 1);
  });

  it('invalidates cached responses of that company, and of no other', async () => {
    const { addCustomer, openPage, simulator } = await withWebhooks();
    const own = await openPage();
    const { id } = await own.connect('gbol');
    const { ask, company } = await addCustomer();
    await simulator.tick();

    const lists = (path: string) => simulator.requests.filter((each) => each.path === path).length;
    const theirs = `/companies/${company}/connections`;
    await ask(`/api${theirs}`);
    assert.equal((await own.list())[0]?.status, 'PendingAuth');
    assert.equal(lists(theirs), 1);
    simulator.authorize(id);
    await simulator.tick();
    assert.equal((await own.list())[0]?.status, 'Linked');
    await ask(`/api${theirs}`);
    assert.equal(lists(theirs), 1);
  });
});
