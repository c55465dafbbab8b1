import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { TokenSource } from '../../src/api/token-source.js';
import { EventClient } from '../../src/session/live/event-client.js';
import { stopClock } from '../support/clock.js';
import { eventSources, type EventSource } from '../support/event-source.js';

const minute = 60_000;

/** A page that listens on a clock that stands still. `streaming` has every turn events took. */
async function listen(
  test: TestContext,
  { events = './events', refuse }: { events?: string | undefined; refuse?: () => Response | undefined } = {},
) {
  const clock = stopClock(test);
  const { fetch, sources } = eventSources(refuse);
  let asked = 0;
  const tokens = new TokenSource(
    () =>
      Promise.resolve({
        companyId: 'c1',
        accessToken: `token-${++asked}`,
        expiresIn: 900,
        ...(events && { events }),
      }),
    () => 'https://lender.test/codat/token',
    () => undefined,
  );
  const streaming: boolean[] = [];
  const end = new AbortController();
  const listening = new EventClient({
    tokens,
    fetch,
    onNotice: () => undefined,
    onStreaming: (now) => streaming.push(now),
  }).listen(end.signal);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
  };
  const pass = async (milliseconds: number): Promise<void> => {
    clock.pass(milliseconds);
    await settle();
  };
  const open = async (source: EventSource | undefined): Promise<void> => {
    source?.send(': open\n\n');
    await settle();
  };
  test.after(async () => {
    end.abort(new Error('The test is over.'));
    await assert.rejects(listening, { message: 'The test is over.' });
  });
  await settle();
  return { sources, streaming, pass, open, tokens: () => asked };
}

const bearers = (sources: readonly EventSource[]): (string | null)[] =>
  sources.map(({ request }) => request.headers.get('Authorization'));

describe('a page that listens to events', () => {
  it('relies on them from the first bytes until a stream is lost, and again from the next one', async (test) => {
    const { sources, streaming, pass, open } = await listen(test);
    assert.deepEqual(streaming, []);
    await open(sources[0]);
    assert.deepEqual(streaming, [true]);
    sources[0]?.lose();
    await pass(0);
    assert.deepEqual(streaming, [true, false]);

    await pass(2400);
    await open(sources[1]);
    assert.deepEqual(streaming, [true, false, true]);
  });

  it('opens the next one seldom where streams soon end, and soon where they last', async (test) => {
    const { sources, pass, open } = await listen(test);
    for (const [streams, wait] of [
      [1, 2000],
      [2, 4000],
      [3, 8000],
    ] as const) {
      assert.equal(sources.length, streams);
      await open(sources.at(-1));
      sources.at(-1)?.end();
      await pass(0);
      await pass(wait - 1);
      assert.equal(sources.length, streams, 'not yet');
      await pass(wait * 0.2 + 1);
    }
    assert.equal(sources.length, 4);
    await open(sources[3]);
    for (let passed = 0; passed < 5 * minute; passed += 25_000) {
      await pass(25_000);
      await open(sources[3]);
    }
    sources[3]?.end();
    await pass(0);
    await pass(2400);
    assert.equal(sources.length, 5);
  });

  it('renews a refused token, once', async (test) => {
    let turnedDown = 0;
    const refuse = (): Response | undefined =>
      turnedDown++ < 1 ? new Response(null, { status: 401 }) : undefined;
    const { sources, tokens } = await listen(test, { refuse });

    assert.equal(tokens(), 2);
    assert.deepEqual(bearers(sources), ['Bearer token-2']);
  });

  it('rests as long as it is asked to', async (test) => {
    let asked = 0;
    const refuse = (): Response | undefined =>
      asked++ < 1 ? new Response(null, { status: 429, headers: { 'Retry-After': '300' } }) : undefined;
    const { sources, pass } = await listen(test, { refuse });
    await pass(5 * minute - 1);
    assert.equal(asked, 1);
    await pass(1);

    assert.equal(sources.length, 1);
  });

  it('opens no stream where the token has no address of events, and one where the next token has it', async (test) => {
    const { sources, tokens, pass, streaming } = await listen(test, { events: '' });
    await pass(13 * minute);
    assert.equal(tokens(), 1);
    await pass(minute);

    assert.equal(tokens(), 2);
    assert.deepEqual([sources, streaming], [[], []]);
  });
});
