import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createJsonLog, type GatewayEvent } from '../../../src/gateway/index.js';
import { apiKey, json, recordingStore, setUp, signingKey, unknownCompany, ticketIn } from '../set-up.js';

const consent = {
  version: '2',
  locale: 'en',
  sections: [{ title: 'Purpose', body: 'To decide on the loan of hush.' }],
  agree: 'I agree to hush.',
};

/** A lender that keeps every event. */
async function listening(settings: Parameters<typeof setUp>[0] = {}) {
  const events: GatewayEvent[] = [];
  const lender = await setUp({ onEvent: (event) => events.push(event), ...settings });
  const received = <Type extends GatewayEvent['type']>(type: Type) =>
    events.filter((event): event is Extract<GatewayEvent, { type: Type }> => event.type === type);
  return { ...lender, events, heard: received };
}

/** The host's error log, line by line. */
function errorLog(t: TestContext): string[] {
  const lines: string[] = [];
  t.mock.method(console, 'error', (...args: unknown[]) => lines.push(args.map(String).join(' ')));
  return lines;
}

describe('onEvent', () => {
  it('receives every request, by its route and never its path', async () => {
    const { call, company, heard, openPage } = await listening();
    const own = await openPage();
    await own.read(unknownCompany);
    await call('/nothing?token=hush');
    await call('/token', { method: 'PUT' });
    const trace = '0af7651916cd43dd8448eb211c80319c';
    await call('/health', { headers: { traceparent: `00-${trace}-b7ad6b7169203331-01` } });

    assert.deepEqual(
      heard('request').map(({ ms, correlationId, ...rest }) => {
        assert.ok(Number.isInteger(ms) && ms >= 0);
        assert.equal(correlationId !== undefined, rest.status === 404 && rest.route !== undefined);
        return rest;
      }),
      [
        { type: 'request', route: '/token', method: 'POST', status: 200, company },
        {
          type: 'request',
          route: '/api/companies/:company/connections/:connection',
          method: 'GET',
          status: 404,
          company,
        },
        { type: 'request', method: 'GET', status: 404 },
        { type: 'request', route: '/token', method: 'other', status: 405 },
        { type: 'request', route: '/health', method: 'GET', status: 200, trace },
      ],
    );
  });

  it('receives every call to Codat: its outcome, its attempts, and the remaining quota', async () => {
    const { company, events, heard, openPage, simulator } = await listening();
    const own = await openPage();
    events.length = 0;
    simulator.faults.add({ times: 1, trouble: { is: 'refused', status: 503, retryAfter: 0 } });
    await own.list();
    simulator.faults.add({ method: 'POST', trouble: { is: 'reset' } });
    await own.connect('gbol');

    const [read, ...others] = heard('codat-call').map(({ ms, ...rest }) => (assert.ok(ms >= 0), rest));
    assert.deepEqual(read, {
      type: 'codat-call',
      endpoint: 'companies/{companyId}/connections',
      reason: 'refresh',
      company,
      method: 'GET',
      status: 200,
      attempts: 2,
      remaining: 997,
    });
    const { status, attempts, method } = others.at(-1) ?? {};
    assert.deepEqual([method, status, attempts], ['POST', undefined, 1]);
  });

  it('receives calls that were not sent', async () => {
    const { clock, company, heard, openPage } = await listening({ companyCalls: { hour: 20, day: 20 } });
    const own = await openPage();
    for (let time = 0; time < 20; time++) {
      clock.now += 10_000;
      await own.list();
    }
    assert.deepEqual(heard('call-spared').at(-1), {
      type: 'call-spared',
      endpoint: 'companies/{companyId}/connections',
      reason: 'refresh',
      company,
      limit: 'company',
    });
  });

  it('receives what people do, from the token to the deletion', async () => {
    const { events } = await journey();
    const steps = events
      .filter(({ type }) => !['request', 'codat-call', 'call-spared', 'trouble'].includes(type))
      .map(({ type }) => type);
    assert.deepEqual(steps, [
      'token-minted',
      'consent-given',
      'connection-begun',
      'sign-in-opened',
      'returned',
      'connection-unlinked',
      'share-made',
      'connection-begun',
      'sign-in-opened',
      'share-used',
      'share-withdrawn',
      'connection-deleted',
      'returned',
    ]);
    const failures = events.flatMap((event) => (event.type === 'trouble' ? [event.with] : []));
    assert.deepEqual([...new Set(failures)], ['api-key', 'host', 'store']);
  });

  it('receives no secret, whatever happens', async () => {
    const { events, secrets } = await journey();
    const all = events.map((event) => JSON.stringify(event)).join('\n');
    assert.ok(events.length > 60);
    for (const secret of secrets) assert.ok(secret.length > 3 && !all.includes(secret), secret);
    assert.doesNotMatch(all, /eyJ|otp|https?:|\?|hush|Bracken|Xero|customer-1/);
  });

  it('receives no error message, even one that looks like a code', async () => {
    const frame = '\n    at hush (/srv/hush.js:1:1)';
    const plain = new Error(`hush${frame}`);
    const reworded = new Error(`hush${frame}`);
    reworded.message = 'Bad row';
    const renamed = Object.assign(new Error('Bad row'), { name: `hush${frame}`, code: 'hush' });
    const rewritten = Object.assign(new Error('Bad row'), {
      stack: 'Error: Bad row\n    at load (file:///srv/page.js?key=hush:hush:1:1)',
    });
    const nothing = Object.assign(new Error(`hush${frame}`), { message: '' });
    for (const thrown of [plain, reworded, renamed, rewritten, nothing, `hush${frame}`, { stack: frame }]) {
      const { call, heard } = await listening({
        company: () => {
          throw thrown as Error;
        },
      });
      await call('/token', { method: 'POST' });
      const [trouble] = heard('trouble');
      assert.equal(trouble?.with, 'host');
      assert.doesNotMatch(JSON.stringify(trouble), /hush/);
    }
  });

  it('receives a repeated problem again after the clock was set back', async () => {
    const { store, trouble } = recordingStore();
    const { call, clock, heard } = await listening({ store });
    trouble.away = true;
    await call('/platforms');
    assert.equal(heard('trouble').length, 1);
    clock.now -= 3_600_000;
    await call('/platforms');
    clock.now += 60_000;
    await call('/platforms');
    assert.equal(heard('trouble').length, 2);
  });

  it('receives where the host’s own code failed', async () => {
    const { call, heard } = await listening({ company: () => JSON.parse('{') as string });
    await call('/token', { method: 'POST' });
    const [trouble] = heard('trouble');
    assert.ok(trouble && 'at' in trouble && trouble.error === 'SyntaxError');
    assert.match(trouble.at?.join('\n') ?? '', /on-event\.long\.test\.ts:\d+:\d+/);
  });

  it('does not affect the gateway’s responses', async (t) => {
    const lines = errorLog(t);
    for (const onEvent of [
      () => {
        throw new Error('hush');
      },
      () => Promise.reject(new Error('hush')),
    ]) {
      const { call } = await setUp({ onEvent });
      assert.equal((await call('/token', { method: 'POST' })).status, 200);
    }
    assert.match(lines.join('\n'), /"setting":"onEvent","error":"Error"/);
    assert.doesNotMatch(lines.join('\n'), /hush/);
  });
});

/** A journey with everything in it that can go well or wrong. */
async function journey() {
  const { store, trouble } = recordingStore();
  const failing = new Error('hush: cannot read row of Bracken Bakery\n    at hush (hush.js)');
  const host = { fails: false };
  const lender = await listening({
    store,
    consents: [consent],
    onConsent: () => undefined,
    permit: () => {
      if (host.fails) throw failing;
      return true;
    },
  });
  const { call, company, events, finishSignIn, openPage, signIn, simulator, tokenFor } = lender;
  const own = await openPage();
  events.length = 0;
  const token = await tokenFor();
  const send = (method: string, path: string, body: object) =>
    call(path, { method, token, body: JSON.stringify(body) });
  const connections = `/api/companies/${company}/connections`;

  const agreed = { version: '2', locale: 'en', platformKey: 'gbol' };
  const { receipt } = await json<{ receipt: string }>(await send('POST', '/consents', agreed));
  const made = await send('POST', connections, { platformKey: 'gbol', consent: receipt });
  const { id, linkUrl } = await json<{ id: string; linkUrl: string }>(made);
  const back = await signIn(`${linkUrl}?returnTo=/`, 'allow');
  const ticket = ticketIn(back);
  await call('/return/status', { token: ticket });
  await own.unlink(id);

  const shared = await send('POST', '/shares', { platformKey: 'gbol', consent: receipt });
  const share = await json<{ id: string; url: string }>(shared);
  const sent = await call(share.url, { method: 'POST' });
  const start = sent.headers.get('Location') ?? '';
  await call(`/shares/${share.id}`, { method: 'DELETE', token });
  await own.remove(id);

  for (const fault of [
    { is: 'refused', status: 401 },
    { is: 'refused', status: 500 },
    { is: 'malformed' },
    { is: 'reset' },
  ] as const) {
    const end = simulator.faults.add({ trouble: fault });
    await own.ask(`/companies/${company}/dataStatus`);
    await call(linkUrl);
    await call(share.url, { method: 'POST' });
    end();
  }
  host.fails = true;
  await own.ask(`/companies/${company}/connections`);
  await call(`${connections}?query=name~hush&token=hush`, { token });
  trouble.away = true;
  await send('POST', connections, { platformKey: 'gbol', consent: receipt });
  await call(share.url);
  trouble.away = false;
  await finishSignIn(start, 'cancel');

  const secrets = [
    apiKey,
    btoa(apiKey),
    signingKey,
    token,
    receipt,
    ticket,
    ...[linkUrl, share.url, start].map((url) => url.split('/').at(-1) ?? ''),
    ...simulator.snapshot().links.map(({ otp }) => otp),
  ];
  return { ...lender, secrets };
}

describe('the host’s log', () => {
  it('has the problems that the host must fix, once a minute, and nothing else, without onEvent', async (t) => {
    const lines = errorLog(t);
    const { store, trouble } = recordingStore();
    const { call, clock, openPage, simulator } = await setUp({ store });
    const own = await openPage();
    await own.connect('gbol');
    assert.deepEqual(lines, []);

    trouble.away = true;
    await call('/platforms');
    await call('/platforms');
    assert.equal(lines.length, 1);
    assert.match(String(lines[0]), /^Connect Elements gateway: The store can’t be used\. .*"error":"Error"/);
    assert.doesNotMatch(String(lines[0]), /hush/);
    clock.now += 60_000;
    await call('/platforms');
    assert.equal(lines.length, 2);

    trouble.away = false;
    simulator.faults.add({ trouble: { is: 'refused', status: 401 } });
    await own.connect('gbol');
    assert.match(String(lines[2]), /Codat refuses the API key\. .*"status":401/);
  });

  it('is a line of JSON per event with createJsonLog, with a log level', async () => {
    const lines: string[] = [];
    const { call, openPage, simulator } = await setUp({ onEvent: createJsonLog((line) => lines.push(line)) });
    const own = await openPage();
    simulator.faults.add({ trouble: { is: 'refused', status: 403 } });
    await own.connect('gbol');
    await call('/nothing');

    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const { time } of entries) assert.match(String(time), /^\d{4}-\d\d-\d\dT.*Z$/);
    const levels = new Set(
      entries.map(({ type, status, level }) => `${String(type)} ${String(status)} ${String(level)}`),
    );
    for (const line of [
      'request 200 info',
      'request 404 info',
      'request 502 error',
      'codat-call 403 info',
      'trouble 403 error',
    ]) {
      assert.ok(levels.has(line), `${line} in ${[...levels].join(', ')}`);
    }
  });
});
