import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { AccessTokenCache } from '../../src/api/access-token-cache.js';
import { EventClient } from '../../src/session/live/event-client.js';
import { stopClock } from '../support/clock.js';
import { fakeEventStreams, type ServerStream } from '../support/event-streams.js';

const minute = 60_000;

/** An event client on a stopped clock. `streaming` has every change of whether events can be relied on. */
async function listen(
  test: TestContext,
  { events = './events', refuse }: { events?: string | undefined; refuse?: () => Response | undefined } = {},
) {
  const clock = stopClock(test);
  const { fetch, streams } = fakeEventStreams(refuse);
  let requested = 0;
  const tokens = new AccessTokenCache(
    () =>
      Promise.resolve({
        companyId: 'c1',
        accessToken: `token-${++requested}`,
        expiresIn: 900,
        ...(events && { events }),
      }),
    () => 'https://lender.test/codat/token',
    () => undefined,
  );
  const streaming: boolean[] = [];
  const client = new EventClient({
    tokens,
    fetch,
    onNotice: () => undefined,
    onStreaming: (now) => streaming.push(now),
  });
  let end = new AbortController();
  let listening = client.listen(end.signal);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
  };
  const pass = async (milliseconds: number): Promise<void> => {
    clock.tick(milliseconds);
    await settle();
  };
  const open = async (stream: ServerStream | undefined): Promise<void> => {
    stream?.send(': open\n\n');
    await settle();
  };
  const stop = async (): Promise<void> => {
    end.abort(new Error('The tab is hidden.'));
    await assert.rejects(listening, { message: 'The tab is hidden.' });
  };
  const listenAgain = async (): Promise<void> => {
    await stop();
    end = new AbortController();
    listening = client.listen(end.signal);
    await settle();
  };
  test.after(stop);
  await settle();
  return { streams, streaming, pass, open, listenAgain, tokens: () => requested };
}

const bearers = (streams: readonly ServerStream[]): (string | null)[] =>
  streams.map(({ request }) => request.headers.get('Authorization'));

describe('a client of the event stream', () => {
  it('relies on events from the first bytes of a stream until it breaks, and again from the next one', async (test) => {
    const { streams, streaming, pass, open } = await listen(test);
    assert.deepEqual(streaming, []);
    await open(streams[0]);
    assert.deepEqual(streaming, [true]);
    streams[0]?.breakOff();
    await pass(0);
    assert.deepEqual(streaming, [true, false]);

    await pass(2400);
    await open(streams[1]);
    assert.deepEqual(streaming, [true, false, true]);
  });

  it('reconnects slowly where streams end soon, and quickly where they last', async (test) => {
    const { streams, pass, open } = await listen(test);
    for (const [count, wait] of [
      [1, 2000],
      [2, 4000],
      [3, 8000],
    ] as const) {
      assert.equal(streams.length, count);
      await open(streams.at(-1));
      streams.at(-1)?.end();
      await pass(0);
      await pass(wait - 1);
      assert.equal(streams.length, count, 'not yet');
      await pass(wait * 0.2 + 1);
    }
    /** A stream that is open for so many milliseconds. */
    const last = async (lasts: number): Promise<void> => {
      const stream = streams.at(-1);
      await open(stream);
      for (let passed = 0; passed < lasts; passed += 25_000) {
        await pass(25_000);
        await open(stream);
      }
      stream?.end();
      await pass(0);
    };
    assert.equal(streams.length, 4);
    await last(4.5 * minute);
    await pass(15_999);
    assert.equal(streams.length, 4, 'not yet');
    await pass(3_201);
    assert.equal(streams.length, 5);
    await last(5 * minute);
    await pass(2400);
    assert.equal(streams.length, 6);
  });

  it('reconnects quickly after a first failure in a tab that was hidden often before', async (test) => {
    let isAway = false;
    const refuse = (): Response | undefined => (isAway ? new Response(null, { status: 503 }) : undefined);
    const { streams, pass, listenAgain } = await listen(test, { refuse });
    for (let time = 0; time < 6; time++) await listenAgain();
    const before = streams.length;
    isAway = true;
    await listenAgain();
    isAway = false;
    await pass(2400);

    assert.equal(streams.length, before + 1);
  });

  it('tries at least every six minutes, however long the gateway is away, and with the same token', async (test) => {
    let requested = 0;
    const refuse = (): Response => (requested++, new Response(null, { status: 503 }));
    const { pass, tokens } = await listen(test, { refuse });
    await pass(1999);
    assert.deepEqual([requested, tokens()], [1, 1]);
    for (let passed = 0; passed < 60 * minute; passed += 10_000) await pass(10_000);
    const before = requested;
    for (let passed = 0; passed < 60 * minute; passed += 10_000) await pass(10_000);

    assert.ok(requested - before >= 9 && requested - before <= 12, String(requested - before));
  });

  it('keeps the stream of a token that ends until the next is open, and relies on events all the time', async (test) => {
    const { streams, streaming, pass, open } = await listen(test);
    await open(streams[0]);
    while (streams.length < 2) {
      await pass(25_000);
      await open(streams[0]);
    }
    assert.deepEqual([streams[0]?.open, bearers(streams)], [true, ['Bearer token-1', 'Bearer token-2']]);
    await open(streams[1]);
    assert.deepEqual([streams[0]?.open, streams[1]?.open, streaming], [false, true, [true]]);
    streams[1]?.breakOff();
    await pass(0);
    await pass(2400);

    assert.deepEqual([streams.length, streaming], [3, [true, false]]);
  });

  it('requests a new token once after a 401', async (test) => {
    let turnedDown = 0;
    const refuse = (): Response | undefined =>
      turnedDown++ < 1 ? new Response(null, { status: 401 }) : undefined;
    const { streams, tokens } = await listen(test, { refuse });

    assert.equal(tokens(), 2);
    assert.deepEqual(bearers(streams), ['Bearer token-2']);
  });

  it('waits for the Retry-After', async (test) => {
    let requested = 0;
    const refuse = (): Response | undefined =>
      requested++ < 1 ? new Response(null, { status: 429, headers: { 'Retry-After': '300' } }) : undefined;
    const { streams, pass } = await listen(test, { refuse });
    await pass(5 * minute - 1);
    assert.equal(requested, 1);
    await pass(1);

    assert.equal(streams.length, 1);
  });

  it('opens no stream if the token has no events address, and one if the next token has it', async (test) => {
    const { streams, tokens, pass, streaming } = await listen(test, { events: '' });
    await pass(13 * minute);
    assert.equal(tokens(), 1);
    await pass(minute);

    assert.equal(tokens(), 2);
    assert.deepEqual([streams, streaming], [[], []]);
  });
});
