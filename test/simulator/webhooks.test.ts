import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { syncDurationMs } from '../../src/simulator/index.js';
import { Lender, type Answer } from './lender.js';

const secret = 'whsec_plJ3nmyCDGBKInavdOK15jsl0123456789abcdef';
const url = 'https://lender.example/codat/webhooks';

/** The fields of a webhook that the tests check. */
interface Told {
  eventType: string;
  generatedDate: string;
  payload: Answer & {
    referenceCompany: { id: string };
    connection: Answer;
    dataTypes: { connectionId: string; dataType: string; status: string }[];
  };
}

/** A lender that receives webhooks, and responds with `status`. */
function listener(eventTypes?: string[]) {
  const reported: Told[] = [];
  const requests: Request[] = [];
  const answering = { status: 204 };
  const deliver = async (request: Request) => {
    requests.push(request.clone());
    reported.push((await request.json()) as Told);
    return new Response(null, { status: answering.status });
  };
  const lender = new Lender({
    webhookConsumers: [{ url, secret, deliver, ...(eventTypes && { eventTypes }) }],
  });
  /** The webhooks since the last call. Codat promises no order between webhooks sent together. */
  const types = async () => {
    await lender.codat.tick();
    const received = reported.splice(0).map(({ eventType }) => eventType);
    return received.sort();
  };
  return { answering, lender, requests, reported, types };
}

describe('the simulator’s webhooks', () => {
  it('are sent for everything that happens to a connection, from its creation to its deletion', async () => {
    const { lender, types } = listener();
    const { path, connection } = await lender.connect();
    assert.deepEqual(await types(), ['company.created', 'connection.created']);
    lender.codat.addError(connection.id, '403');
    lender.codat.authorize(connection.id);
    assert.deepEqual(await types(), ['connection.connected', 'connection.failed']);
    lender.codat.deauthorize(connection.id);
    lender.codat.authorize(connection.id);
    await lender.send('PATCH', path, { status: 'Unlinked' });
    await lender.send('DELETE', path);
    assert.deepEqual(await types(), [
      'connection.deleted',
      'connection.disconnected',
      'connection.disconnected',
      'connection.reconnected',
    ]);
  });

  it('have the same payload as Codat’s', async () => {
    const { lender, reported, requests } = listener(['connection.connected']);
    const { company, connection } = await lender.link();
    await lender.codat.tick();
    const { payload, generatedDate } = reported[0] ?? assert.fail('nothing was told');
    assert.equal(generatedDate, '2026-03-04T09:00:00.000Z');
    assert.equal(payload.referenceCompany.id, company.id);
    assert.equal(payload.connection.id, connection.id);
    assert.equal(payload.connection.status, 'Linked');
    assert.match(payload.connection.linkUrl, /\?otp=/);
    assert.equal(requests[0]?.url, url);
  });

  it('are sent when everything was synced: for the first time since someone signed in, and again', async () => {
    const { lender, reported, types } = listener(['read.completed', 'read.completed.initial']);
    const { connection, home } = await lender.link();
    lender.pass(syncDurationMs / 1000 - 1);
    assert.deepEqual(await types(), []);
    lender.pass(1);
    await lender.codat.tick();
    const first = reported[0] ?? assert.fail('nothing was told');
    assert.ok(first.payload.dataTypes.every(({ status }) => status === 'Complete'));
    assert.equal(first.payload.dataTypes[0]?.connectionId, connection.id);
    assert.deepEqual(await types(), ['read.completed.initial']);
    await lender.send('POST', `${home}/data/all`);
    lender.pass(syncDurationMs / 1000);
    assert.deepEqual(await types(), ['read.completed']);
    lender.pass(syncDurationMs / 1000);
    assert.deepEqual(await types(), []);
  });

  it('are signed in a way that the official library accepts', async () => {
    const { lender, requests } = listener();
    await lender.ask('POST', '/companies', { name: 'Bracken Bakery' });
    await lender.codat.tick();
    const [request] = requests;
    const { id, timestamp, signature, body } = {
      id: request?.headers.get('webhook-id') ?? '',
      timestamp: request?.headers.get('webhook-timestamp') ?? '',
      signature: request?.headers.get('webhook-signature') ?? '',
      body: (await request?.text()) ?? '',
    };
    // The library's `verify` uses the real clock.
    assert.equal(new Webhook(secret).sign(id, new Date(Number(timestamp) * 1000), body), signature);
  });

  it('are retried, on Codat’s schedule, until they are delivered', async () => {
    const { answering, lender, types } = listener(['company.created']);
    answering.status = 500;
    await lender.ask('POST', '/companies', { name: 'Bracken Bakery' });
    assert.equal((await types()).length, 2, 'at once, and once more');
    lender.pass(4);
    assert.equal((await types()).length, 0);
    lender.pass(1);
    assert.equal((await types()).length, 1);
    answering.status = 204;
    lender.pass(300);
    assert.equal((await types()).length, 1);
    lender.pass(86_400);
    assert.equal((await types()).length, 0);
  });

  it('have consumers that the lender can list', async () => {
    const { lender } = listener(['company.created']);
    const { results } = await lender.ask('GET', '/webhooks');
    assert.deepEqual(results, [
      { id: '00000000-0000-4000-8000-000000000000', url, eventTypes: ['company.created'], disabled: false },
    ]);
  });

  it('have a consumer of all events whose event types are listed by name', async () => {
    const { lender, types } = listener();
    const { results } = await lender.ask('GET', '/webhooks');
    const { home, path, connection } = await lender.link();
    lender.codat.deauthorize(connection.id);
    lender.codat.addError(connection.id, '403');
    lender.codat.authorize(connection.id);
    lender.pass(syncDurationMs / 1000);
    await lender.codat.tick();
    await lender.send('POST', `${home}/data/all`);
    lender.pass(syncDurationMs / 1000);
    await lender.codat.tick();
    await lender.send('DELETE', path);
    await lender.send('DELETE', home);
    const sent = [...new Set(await types())].sort();

    assert.equal(sent.length, 10);
    assert.deepEqual(results[0]?.eventTypes.sort(), sent);
  });

  it('have consumers that the lender can create and delete, each with its own event types', async () => {
    const received: [to: string, eventType: string][] = [];
    const deliver = async (request: Request) => {
      received.push([new URL(request.url).pathname, ((await request.json()) as Told).eventType]);
      return new Response();
    };
    const lender = new Lender({ newConsumers: { secret, deliver } });
    const make = (path: string, more: object = {}) =>
      lender.ask('POST', '/webhooks', {
        url: `https://lender.example${path}`,
        eventTypes: ['company.created', 'company.deleted'],
        ...more,
      });
    const all = await make('/all');
    await make('/few', { eventTypes: ['company.deleted'] });
    await make('/off', { disabled: true });
    await make('/uk', { companyTags: ['region:uk', 'region:ie'] });

    await lender.ask('POST', '/companies', { name: 'Bracken Bakery', tags: { region: 'fr' } });
    const { id } = await lender.ask('POST', '/companies', { name: 'Fern Florist', tags: { region: 'uk' } });
    await lender.codat.tick();
    assert.deepEqual(received.splice(0).sort(), [
      ['/all', 'company.created'],
      ['/all', 'company.created'],
      ['/uk', 'company.created'],
    ]);
    assert.equal((await lender.send('DELETE', `/webhooks/${all.id}`)).status, 204);
    assert.equal((await lender.send('DELETE', `/webhooks/${all.id}`)).status, 404);
    await lender.send('DELETE', `/companies/${id}`);
    await lender.codat.tick();
    assert.deepEqual(received.sort(), [
      ['/few', 'company.deleted'],
      ['/uk', 'company.deleted'],
    ]);
  });

  it('have consumers that survive a restart, fifty at most, and reject invalid ones', async () => {
    const lender = new Lender();
    const eventTypes = ['company.created'];
    for (let made = 1; made <= 50; made++) {
      assert.equal((await lender.send('POST', '/webhooks', { url, eventTypes })).status, 201);
    }
    assert.equal((await lender.send('POST', '/webhooks', { url, eventTypes })).status, 400);
    const again = new Lender({ state: lender.codat.snapshot() });
    assert.equal((await again.ask('GET', '/webhooks')).results.length, 50);

    const elsewhere = new Lender();
    for (const body of [
      {},
      { url: 'lender', eventTypes },
      { url: 'ftp://lender.example', eventTypes },
      { url },
      { url, eventTypes: [] },
      { url, eventTypes: 'all' },
      { url, eventTypes: [7] },
      { url, eventTypes, disabled: 'no' },
      { url, eventTypes, companyTags: Array.from({ length: 11 }, () => 'region:uk') },
      { url, eventTypes, companyTags: ['x'.repeat(129)] },
      [],
    ]) {
      assert.equal((await elsewhere.send('POST', '/webhooks', body)).status, 400, JSON.stringify(body));
    }
    assert.deepEqual((await elsewhere.ask('GET', '/webhooks')).results, []);
  });

  it('are refused at once with a secret that can sign nothing, also those of consumers created later', () => {
    const deliver = () => Promise.resolve(new Response());
    for (const unusable of ['', 'whsec_', 'not base64']) {
      const failure = /secret/;
      assert.throws(() => new Lender({ webhookConsumers: [{ url, secret: unusable, deliver }] }), failure);
      assert.throws(() => new Lender({ newConsumers: { secret: unusable, deliver } }), failure);
    }
  });
});
