import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Fetch } from '../../src/api/fetch-json.js';
import { AccessTokenCache } from '../../src/api/access-token-cache.js';
import { ApiTransport, type RequestOptions } from '../../src/api/api-transport.js';
import { FakeNetwork, offline, outcomeOf } from '../support/fake-network.js';
import { stopClock } from '../support/clock.js';

/** A page whose host returns numbered tokens, for these companies one after the other. */
function setUp(fetch: Fetch, companies: readonly string[] = ['marlow'], expiresIn = 900) {
  let requested = 0;
  const getToken = () => {
    const companyId = companies[Math.min(requested, companies.length - 1)] ?? '';
    return Promise.resolve({ companyId, accessToken: `token-${++requested}`, expiresIn });
  };
  const tokens = new AccessTokenCache(
    getToken,
    () => 'https://lender.test/codat/token',
    () => undefined,
  );
  const transport = new ApiTransport(tokens, fetch);
  return (call?: RequestOptions) => outcomeOf(transport.send('connections', (body) => body, call));
}

const good = () => Response.json('good');
const status = (code: number) => () => new Response(null, { status: code });
const bearers = ({ requests }: FakeNetwork) => requests.map(({ headers }) => headers.get('Authorization'));

/** Works with pauses that pass as soon as they begin, a tenth of a second at a time. */
async function withoutPauses(test: TestContext, work: () => Promise<unknown>): Promise<unknown> {
  const clock = stopClock(test);
  let done = false;
  const working = work().finally(() => (done = true));
  while (!done) {
    clock.tick(100);
    await new Promise(setImmediate);
  }
  return working;
}

describe('the transport', () => {
  it('sends requests about the token’s company, with the token', async () => {
    const answers = new FakeNetwork(good);
    assert.equal(await setUp(answers.fetch)(), 'good');

    assert.equal(answers.requests[0]?.url, 'https://lender.test/codat/api/companies/marlow/connections');
    assert.deepEqual(bearers(answers), ['Bearer token-1']);
  });

  it('bypasses the gateway’s cache only where the caller wants it', async () => {
    const answers = new FakeNetwork(good);
    const send = setUp(answers.fetch);
    await send();
    await send({ fresh: true });

    const wanted = answers.requests.map(({ headers }) => headers.get('Cache-Control'));
    assert.deepEqual(wanted, [null, 'no-cache']);
  });

  it('gets a new token after a 401, and sends the request again with it', async () => {
    const answers = new FakeNetwork(status(401), good);

    assert.equal(await setUp(answers.fetch)(), 'good');
    assert.deepEqual(bearers(answers), ['Bearer token-1', 'Bearer token-2']);
  });

  it('repeats a change after a 401 as well, with its body', async () => {
    const answers = new FakeNetwork(status(401), good);
    await setUp(answers.fetch)({ method: 'POST', body: { platformKey: 'gbol' } });

    assert.deepEqual(await answers.requests[1]?.json(), { platformKey: 'gbol' });
    assert.equal(answers.requests[1]?.headers.get('Content-Type'), 'application/json');
  });

  it('fails when the new token gets a 401 as well', async () => {
    const answers = new FakeNetwork(status(401));

    assert.equal(await setUp(answers.fetch)(), 'refused');
    assert.equal(answers.requests.length, 2);
  });

  it('fails instead of repeating a request when the new token is for another company', async () => {
    const answers = new FakeNetwork(status(401), good);
    const send = setUp(answers.fetch, ['marlow', 'rye']);

    assert.equal(await send({ method: 'POST', body: { platformKey: 'gbol' } }), 'refused');
    assert.equal(answers.requests.length, 1);
  });

  it('sends nothing when the token has expired and the new one is for another company', async (t) => {
    const clock = stopClock(t);
    const answers = new FakeNetwork(good);
    const send = setUp(answers.fetch, ['marlow', 'rye']);
    await send();
    clock.tick(900_000);

    assert.equal(await send({ method: 'POST', body: { platformKey: 'gbol' } }), 'refused');
    assert.equal(
      await send({ method: 'POST', body: { platformKey: 'gbol' } }),
      'good',
      'begun for the other',
    );
    assert.equal(answers.requests.length, 2);
  });

  for (const [trouble, answer] of [
    ['too many requests', status(429)],
    ['a server in trouble', status(503)],
    ['no network', offline],
  ] as const) {
    it(`repeats a read once after ${trouble}, a second later`, async (test) => {
      const at: number[] = [];
      const answers = new FakeNetwork(answer, good);
      const send = setUp((request) => {
        at.push(Date.now());
        return answers.fetch(request);
      });

      assert.equal(await withoutPauses(test, () => send()), 'good');
      assert.deepEqual(
        at.map((moment) => moment - (at[0] ?? 0)),
        [0, 1000],
      );
    });
  }

  it('waits for the Retry-After before it repeats a read', async (test) => {
    const at: number[] = [];
    const answers = new FakeNetwork(
      () => new Response(null, { status: 503, headers: { 'Retry-After': '5' } }),
      good,
    );
    const send = setUp((request) => {
      at.push(Date.now());
      return answers.fetch(request);
    });

    assert.equal(await withoutPauses(test, () => send()), 'good');
    assert.deepEqual(
      at.map((moment) => moment - (at[0] ?? 0)),
      [0, 5000],
    );
  });

  it('does not repeat a read if the Retry-After is long', async () => {
    const answers = new FakeNetwork(
      () => new Response(null, { status: 429, headers: { 'Retry-After': '30' } }),
    );

    assert.equal(await setUp(answers.fetch)(), 'busy');
    assert.equal(answers.requests.length, 1);
  });

  it('reads at most twice', async (test) => {
    const answers = new FakeNetwork(status(503));
    const send = setUp(answers.fetch);

    assert.equal(await withoutPauses(test, () => send()), 'unavailable');
    assert.equal(answers.requests.length, 2);
  });

  it('does not repeat a read that can’t succeed', async () => {
    for (const code of [400, 402, 403, 404]) {
      const answers = new FakeNetwork(status(code));
      await setUp(answers.fetch)();
      assert.equal(answers.requests.length, 1);
    }
  });

  for (const method of ['POST', 'PATCH', 'DELETE'] as const) {
    it(`never repeats a ${method} that failed: it may have taken effect`, async () => {
      const answers = new FakeNetwork(status(503));

      assert.equal(await setUp(answers.fetch)({ method }), 'unavailable');
      assert.equal(answers.requests.length, 1);
    });
  }

  for (const [when, giveUp] of [
    ['before the pause', (stop: () => void) => stop()],
    ['in the pause', (stop: () => void) => setImmediate(stop)],
  ] as const) {
    it(`sends nothing more once the caller aborts ${when}`, async (test) => {
      stopClock(test);
      const reason = new DOMException('The person left.', 'AbortError');
      const stop = new AbortController();
      const answers = new FakeNetwork(() => {
        giveUp(() => stop.abort(reason));
        return new Response(null, { status: 503 });
      });

      assert.equal(await setUp(answers.fetch)({ signal: stop.signal }), reason);
      assert.equal(answers.requests.length, 1);
    });
  }
});
