import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-node';
import { Tracing } from '../../../src/gateway/telemetry/tracing.js';
import { identities, secrets, sessionToken, setUpServer } from '../../server/set-up.js';
import { setUp, ticketIn } from '../set-up.js';

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
provider.register();
beforeEach(() => exporter.reset());
after(() => provider.shutdown());

const post = { method: 'POST' };
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

/** The spans that have ended, the oldest first. */
const spans = (): readonly ReadableSpan[] => exporter.getFinishedSpans();
const named = (name: string): ReadableSpan => {
  const found = spans().find((span) => span.name === name);
  assert.ok(
    found,
    `${name} is none of ${spans()
      .map((span) => span.name)
      .join(', ')}`,
  );
  return found;
};

describe('a gateway with OpenTelemetry', () => {
  it('makes a span of each request, by the names of the semantic conventions', async () => {
    const { call } = await setUp();
    exporter.reset();
    await call('/token', post);

    assert.equal(spans().length, 1);
    const span = named('POST /codat/token');
    assert.equal(span.kind, SpanKind.SERVER);
    assert.equal(span.instrumentationScope.name, 'codat-connect-elements');
    assert.equal(span.status.code, SpanStatusCode.UNSET);
    assert.deepEqual(span.attributes, {
      'http.request.method': 'POST',
      'http.route': '/codat/token',
      'http.response.status_code': 200,
      'server.address': 'lender.example',
      'server.port': 443,
      'url.scheme': 'https',
    });
  });

  it('makes one of each call of Codat, below that of the request', async () => {
    const { openPage, company } = await setUp();
    const own = await openPage();
    exporter.reset();
    await own.list();

    const [request, call] = [
      named('GET /codat/api/companies/:company/connections'),
      named('GET /companies/{companyId}/connections'),
    ];
    assert.equal(call.kind, SpanKind.CLIENT);
    assert.equal(call.parentSpanContext?.spanId, request.spanContext().spanId);
    assert.deepEqual(call.attributes, {
      'http.request.method': 'GET',
      'http.response.status_code': 200,
      'server.address': 'api.codat.example',
      'server.port': 443,
      'url.template': '/companies/{companyId}/connections',
    });
    assert.ok(!JSON.stringify(call.attributes).includes(company));
  });

  it('says what failed, and how often it was sent again', async (test) => {
    test.mock.method(console, 'error', () => undefined);
    const { openPage, simulator } = await setUp();
    const own = await openPage();
    exporter.reset();
    simulator.faults.add({
      method: 'GET',
      path: /\/connections$/,
      trouble: { is: 'refused', status: 500 },
      times: 9,
    });
    await own.list().catch(() => undefined);

    const calls = spans().filter(({ kind }) => kind === SpanKind.CLIENT);
    assert.deepEqual(
      calls.map(({ attributes }) => [attributes['http.request.resend_count'], attributes['error.type']]),
      [
        [undefined, '500'],
        [1, '500'],
        [2, '500'],
      ],
    );
    const request = named('GET /codat/api/companies/:company/connections');
    assert.deepEqual(
      [
        request.status.code,
        request.attributes['error.type'],
        request.attributes['http.response.status_code'],
      ],
      [SpanStatusCode.ERROR, '503', 503],
    );
  });

  it('says of a call without an answer which kind of failure it was, and nothing of its message', async (test) => {
    test.mock.method(console, 'error', () => undefined);
    const { openPage, codat } = await setUp();
    const own = await openPage();
    exporter.reset();
    codat.fetch = () =>
      Promise.reject(Object.assign(new TypeError('fetch failed for hush'), { code: 'ECONNREFUSED' }));
    await own.list().catch(() => undefined);

    const call = named('GET /companies/{companyId}/connections');
    assert.deepEqual(
      [call.status, call.events, call.attributes['error.type']],
      [{ code: SpanStatusCode.ERROR }, [], 'ECONNREFUSED'],
    );
  });

  it('goes on with the trace of the code around it, else with that of the request, and keeps no baggage', async () => {
    const { call } = await setUp();
    const headers = { traceparent, baggage: 'name=Marlow' };
    exporter.reset();
    await call('/token', { ...post, headers });
    assert.equal(named('POST /codat/token').spanContext().traceId, traceId);

    exporter.reset();
    const around = trace.getTracer('host').startSpan('around');
    await context.with(trace.setSpan(context.active(), around), () => call('/token', { ...post, headers }));
    assert.equal(named('POST /codat/token').spanContext().traceId, around.spanContext().traceId);
  });

  it('hands nobody the trace: Codat gets no header of it', async () => {
    const lender = await setUp();
    const asked: Headers[] = [];
    const { fetch } = lender.codat;
    lender.codat.fetch = (request) => {
      asked.push(request.headers);
      return fetch(request);
    };
    const own = await lender.openPage();
    await own.ask('/integrations', { headers: { traceparent, tracestate: 'a=b' } });
    await own.list();

    assert.ok(asked.length > 0);
    for (const headers of asked)
      for (const name of ['traceparent', 'tracestate', 'baggage']) assert.equal(headers.has(name), false);
  });

  it('has the trace in the event of the request, as well where the request had none', async () => {
    const traces: (string | undefined)[] = [];
    const { call } = await setUp({
      onEvent: (event) => event.type === 'request' && traces.push(event.trace),
    });
    exporter.reset();
    await call('/token', post);
    assert.deepEqual(traces, [named('POST /codat/token').spanContext().traceId]);
  });

  it('has nothing in its spans that is secret or someone’s, on a whole journey', async () => {
    const lender = await setUp();
    const own = await lender.openPage();
    const begun = await own.connect('gbol');
    const ticket = ticketIn(await lender.signIn(begun.linkUrl, 'allow'));
    await lender.call('/return/status', { token: ticket });
    await lender.call('/share/a-secret-of-a-link');
    await lender.call('/codat-knows-no-such-path?token=hush');
    await own.unlink(begun.id);

    const said = spans().map(({ name, attributes, events, status }) => ({
      name,
      attributes,
      events,
      status,
    }));
    assert.ok(said.length > 10);
    for (const secret of [
      lender.company,
      begun.id,
      begun.linkUrl,
      ticket,
      'a-secret-of',
      'hush',
      'otp',
      'Bearer',
    ])
      assert.ok(!JSON.stringify(said).includes(secret), secret);
    const names = new Set(said.flatMap(({ attributes }) => Object.keys(attributes)));
    assert.deepEqual([...names].sort(), [
      'http.request.method',
      'http.response.status_code',
      'http.route',
      'server.address',
      'server.port',
      'url.scheme',
      'url.template',
    ]);
  });
});

describe('a server with OpenTelemetry', () => {
  it('makes spans of the requests of pages and of its calls of Codat', async () => {
    const { server, call } = await setUpServer(identities.token);
    exporter.reset();
    const Cookie = `session=${await sessionToken({ sub: 'customer-1' })}`;
    assert.equal((await call('/token', { ...post, headers: { Cookie, traceparent } })).status, 200);

    const request = named('POST /codat/token');
    assert.equal(request.spanContext().traceId, traceId);
    assert.equal(named('POST /companies').parentSpanContext?.spanId, request.spanContext().spanId);
    assert.ok(!JSON.stringify(spans().map(({ attributes }) => attributes)).includes(secrets.tokens));
    await server.stop();
  });
});

describe('a gateway without OpenTelemetry', () => {
  it('does its work all the same', async () => {
    const tracing = new Tracing('https://lender.example/codat', () =>
      Promise.reject(new Error('Not installed.')),
    );
    const request = new Request('https://lender.example/codat/token');
    assert.equal(await tracing.inRequest(request, (span) => Promise.resolve(span ?? 'no span')), 'no span');
  });
});
