import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { openEventStream } from '../../src/api/event-stream.js';
import type { ReceivedNotice } from '../../src/api/schemas/change-notice.js';
import { stopClock } from '../support/clock.js';
import { fakeEventStreams, type ServerStream } from '../support/event-streams.js';

const token = {
  companyId: 'c1',
  value: 'the-token',
  apiBase: 'https://lender.test/codat/api',
  events: 'https://lender.test/codat/events',
  validUntil: Infinity,
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A stream that is being opened, its notices, and the gateway's end of it. */
function opening(test: TestContext, refuse?: (request: Request) => Response | undefined) {
  const { fetch, streams } = fakeEventStreams(refuse);
  const notices: ReceivedNotice[] = [];
  const end = new AbortController();
  const stream = openEventStream(fetch, token, (notice) => notices.push(notice), end.signal);
  // Tests that refuse it check the reason themselves.
  stream.catch(() => undefined);
  test.after(() => end.abort());
  return { notices, end, stream, streams };
}

async function opened(test: TestContext) {
  const { streams, stream, ...rest } = opening(test);
  await settled();
  const [server] = streams;
  assert.ok(server);
  server.send(': open\n\n');
  return { ...rest, server, stream: await stream };
}

/** Waits until the page has let go of it. */
async function cancelled(server: ServerStream): Promise<void> {
  while (server.open) await settled();
}

describe('a page that opens the event stream', () => {
  it('sends its token and bypasses the HTTP cache', async (test) => {
    const { server } = await opened(test);
    const { headers, url, cache } = server.request;

    assert.equal(url, token.events);
    assert.equal(headers.get('Authorization'), 'Bearer the-token');
    assert.equal(headers.get('Accept'), 'text/event-stream');
    assert.equal(cache, 'no-store');
  });

  it('relies on the stream once a byte has arrived, since a proxy may buffer it', async (test) => {
    const { stream, streams } = opening(test);
    await settled();
    const still = Symbol('still');
    assert.equal(await Promise.race([stream, settled().then(() => still)]), still);
    streams[0]?.send(':');

    await stream;
  });

  it('receives the kind of change and the connection’s id, and ignores other events', async (test) => {
    const { server, notices, stream } = await opened(test);
    server.send('event: look\ndata: {"at":"connections","connection":"x1"}\n\nevent: lo');
    server.send('ok\ndata: {"at":"data"}\n\nevent: sing\ndata: {"at":"data"}\n\n');
    server.send('event: look\ndata: {"at":"weather"}\n\n');
    await settled();

    assert.deepEqual(notices, [
      { at: 'connections', connection: 'x1' },
      { at: 'data', connection: undefined },
      { at: 'Unknown', connection: undefined },
    ]);
    assert.equal(stream.closed.aborted, false);
  });

  for (const [how, happen] of [
    ['ends', (server) => server.end()],
    ['breaks', (server) => server.breakOff()],
    ['says what is no JSON', (server) => server.send('event: look\ndata: {\n\n')],
    ['says what has no place in it', (server) => server.send('event: look\ndata: 7\n\n')],
    ['never comes to the end of a line', (server) => server.send('x'.repeat(5000))],
  ] satisfies [string, (server: ServerStream) => void][]) {
    it(`notices the end of the stream when it ${how}`, async (test) => {
      const { server, stream } = await opened(test);
      happen(server);
      await settled();
      await settled();

      assert.equal(stream.closed.aborted, true);
    });
  }

  it('treats silence of two missed heartbeats as the end, and closes the stream', async (test) => {
    const clock = stopClock(test);
    const { server, stream } = await opened(test);
    clock.tick(50_000);
    server.send(':\n\n');
    await settled();
    clock.tick(50_000);
    assert.equal(stream.closed.aborted, false);
    clock.tick(10_001);

    assert.equal(stream.closed.aborted, true);
    await cancelled(server);
  });

  it('closes the stream when it stops reading or is aborted', async (test) => {
    const first = await opened(test);
    first.stream.close();
    await cancelled(first.server);
    const second = await opened(test);
    second.end.abort();
    await cancelled(second.server);

    assert.equal(second.stream.closed.aborted, true);
  });

  for (const [why, answer, error] of [
    ['turned down', new Response(null, { status: 401 }), { kind: 'refused', status: 401 }],
    [
      'asked to wait',
      new Response(null, { status: 429, headers: { 'Retry-After': '30' } }),
      { kind: 'busy', retryAfter: 30 },
    ],
    [
      'answered with a page',
      new Response('<p>Sign in</p>', { headers: { 'Content-Type': 'text/html' } }),
      { kind: 'unreadable' },
    ],
    [
      'answered with nothing',
      new Response('', { headers: { 'Content-Type': 'text/event-stream' } }),
      { kind: 'unreadable' },
    ],
  ] as const) {
    it(`rejects with the reason when the stream is ${why}`, async (test) => {
      await assert.rejects(opening(test, () => answer).stream, error);
    });
  }

  it('rejects when the gateway is unreachable, or with the reason of an abort', async (test) => {
    const refuse = (): Response => {
      throw new TypeError('Failed to fetch');
    };
    await assert.rejects(opening(test, refuse).stream, { kind: 'unreachable' });
    const { stream, end } = opening(test);
    end.abort(new Error('The page is hidden.'));

    await assert.rejects(stream, { message: 'The page is hidden.' });
  });
});
