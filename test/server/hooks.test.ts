import assert from 'node:assert/strict';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { LossyEventBatchSender } from '../../src/server/hooks/lossy-event-batch-sender.js';
import { webhookSecret } from '../gateway/set-up.js';
import { until } from '../support/until.js';
import { identities, secrets, setUpServer, type HookCall, type ServerSetUp } from './set-up.js';

const cookie = { Cookie: 'session=mine' };
const consents = [
  { version: '1', locale: 'en-GB', sections: [{ title: 'Purpose', body: 'To decide.' }], agree: 'I agree.' },
];

const allowAll = ({ type, data }: HookCall): Response =>
  type === 'permit'
    ? Response.json({ allowed: (data['questions'] as object[]).map(() => true) })
    : new Response(null, { status: 204 });

describe('hooks as calls', () => {
  let at: ServerSetUp;
  let page: { readonly company: string; readonly headers: Record<string, string> };
  const folder = mkdtempSync(join(tmpdir(), 'hooks-'));
  before(async () => {
    writeFileSync(join(folder, 'consents.json'), JSON.stringify(consents));
    at = await setUpServer({
      ...identities.ask,
      HOOKS_URL: 'http://app.internal:8000/hooks',
      HOOKS: 'permit onConsent onWebhook onEvent',
      HOOKS_SECRET: secrets.hooks,
      HOOKS_TIMEOUT_MS: '200',
      CONSENTS_FILE: join(folder, 'consents.json'),
      CODAT_WEBHOOK_SECRETS: webhookSecret,
    });
    at.app.hook = allowAll;
    at.app.sessions.set('session=mine', { reference: 'customer-1' });
    const { companyId, accessToken } = await at.tokenOf(cookie);
    page = { company: companyId, headers: { ...cookie, Authorization: `Bearer ${accessToken}` } };
    at.simulator.authorize(await begin());
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await at.server.stop();
  });
  beforeEach(() => {
    at.app.hooks.length = 0;
    at.app.hook = allowAll;
  });

  const called = (type: string) => at.app.hooks.filter((call) => call.type === type);
  const connections = (init?: Parameters<ServerSetUp['call']>[1]) =>
    at.call(`/api/companies/${page.company}/connections`, { headers: page.headers, ...init });
  const agree = () =>
    at.call('/consents', {
      method: 'POST',
      headers: page.headers,
      body: JSON.stringify({ version: '1', locale: 'en-GB', platformKey: 'gbol' }),
    });
  const begin = async (): Promise<string> => {
    const { receipt } = (await (await agree()).json()) as { receipt: string };
    const body = JSON.stringify({ platformKey: 'gbol', consent: receipt });
    return ((await (await connections({ method: 'POST', body })).json()) as { id: string }).id;
  };

  it('asks permit once for a whole list, signed, and shows what is allowed', async () => {
    at.app.hook = ({ data }) =>
      Response.json({
        allowed: (data['questions'] as { action: string }[]).map(({ action }) => action === 'delete'),
      });
    const list = (await (await connections()).json()) as { results: { can: string[] }[] };

    assert.deepEqual(
      list.results.map(({ can }) => can),
      [['delete']],
    );
    assert.equal(called('permit').length, 1);
    assert.equal(called('permit')[0]?.data['company'], page.company);
  });

  it('fails closed: without a whole answer in time nothing is offered or done, and connections are still seen', async () => {
    const list = async () =>
      (await (await connections()).json()) as { results: { id: string; can: string[] }[] };
    const id = (await list()).results[0]?.id ?? '';
    const change = () =>
      at.call(`/api/companies/${page.company}/connections/${id}`, {
        method: 'PATCH',
        headers: page.headers,
        body: JSON.stringify({ status: 'Unlinked' }),
      });
    const wrong: Record<string, () => Response | Promise<Response>> = {
      refusal: () => new Response(null, { status: 403 }),
      nothing: () => new Response(null, { status: 204 }),
      'too few': () => Response.json({ allowed: [] }),
      'another shape': () => Response.json({ allowed: 'all' }),
      redirect: () => new Response(null, { status: 302, headers: { Location: 'http://evil.example' } }),
      silence: () => new Promise(() => undefined),
    };
    for (const [name, give] of Object.entries(wrong)) {
      at.app.hook = give;
      const { results } = await list();
      assert.deepEqual([results.map((each) => each.id), results[0]?.can], [[id], []], name);
      assert.equal((await change()).status, 503, name);
    }
  });

  it('records a consent before the person can go on', async () => {
    assert.equal((await agree()).status, 201);
    assert.equal(called('onConsent')[0]?.data['companyId'], page.company);

    at.app.hook = () => new Response(null, { status: 500 });
    assert.equal((await agree()).status, 503);
  });

  it('lets Codat send a webhook again until the app has taken it', async () => {
    const id = await begin();
    await at.simulator.tick();
    at.app.hooks.length = 0;
    let isRefused = true;
    at.app.hook = ({ type }) => {
      const status = type === 'onWebhook' && isRefused ? 500 : 204;
      if (type === 'onWebhook') isRefused = false;
      return new Response(null, { status });
    };
    at.simulator.authorize(id);
    await at.simulator.tick();

    const events = called('onWebhook').map(({ data }) => data as { id: string; eventType: string });
    const connected = events.filter(({ eventType }) => eventType === 'connection.connected');
    assert.equal(new Set(events.map((event) => event.id)).size, events.length - 1, 'one was sent twice');
    assert.ok(connected.length > 0);
    assert.match(await at.metrics(), /hook_calls_total\{hook="onWebhook",outcome="failed"\} [1-9]/);
  });

  it('sends events, several in a call, without waiting for them', async () => {
    await at.call('/platforms');
    const events = () =>
      called('onEvent').flatMap(({ data }) => data['events'] as { type: string; route?: string }[]);

    await until(() => events().some(({ type, route }) => type === 'request' && route === '/platforms'));
  });
});

describe('the queue of events', () => {
  it('drops what finds no room or is refused, and counts it', async () => {
    const sent: number[] = [];
    let dropped = 0;
    const queue = new LossyEventBatchSender({
      send: (events) => (
        sent.push(events.length),
        sent.length === 1 ? Promise.reject(new Error('no')) : Promise.resolve()
      ),
      onDrop: (count) => (dropped += count),
    });
    const event = { type: 'token-minted', company: '11111111-2222-4333-8444-555555555555' } as const;
    for (let time = 0; time < 1_200; time++) queue.add(event);
    await queue.drain();

    assert.deepEqual(
      sent,
      Array.from({ length: 10 }, () => 100),
    );
    assert.equal(dropped, 300);
  });
});
