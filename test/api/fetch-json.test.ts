import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodatError } from '../../src/api/errors.js';
import { fetchJson, type Fetch } from '../../src/api/fetch-json.js';
import type { BodyParser } from '../../src/contract/shape.js';
import { createSimulator } from '../../src/simulator/index.js';
import { FakeNetwork, html, offline, outcomeOf } from '../support/fake-network.js';
import { stopClock } from '../support/clock.js';

const address = 'https://codat.test/profile';

/** Codat's `name` of a profile. Throws when there is none. */
const nameOf: BodyParser<string> = (body) => {
  const { name } = body as { name?: unknown };
  if (typeof name !== 'string') throw new TypeError('no name');
  return name;
};

const send = (fetch: Fetch, init: RequestInit = {}) => fetchJson(fetch, new Request(address, init), nameOf);

/** A body that arrives in part, and then breaks off. */
const brokenOff = (reason: unknown) =>
  new Response(
    new ReadableStream({
      start(body) {
        body.enqueue(new TextEncoder().encode('{"name":'));
        body.error(reason);
      },
    }),
  );

describe('an HTTP exchange', () => {
  const codat = createSimulator({ origin: 'https://codat.test' });
  const headers = { Authorization: `Basic ${btoa(codat.apiKey)}` };

  it('returns the response as the caller’s own type', async () => {
    assert.equal(await send(codat.fetch, { headers }), 'Simulated lender');
  });

  it('keeps Codat’s correlation id of a refusal, and nothing else of its body', async () => {
    const restore = codat.faults.add({ trouble: { is: 'refused', status: 429 } });
    const error = await send(codat.fetch, { headers }).catch((thrown: unknown) => thrown);
    restore();

    assert.ok(error instanceof CodatError);
    assert.equal(error.kind, 'busy');
    assert.match(error.correlationId ?? '', /^[0-9a-f]{32}$/);
    assert.equal(error.message, 'Status 429.');
  });

  it('is refused when no credentials are sent', async () => {
    assert.equal(await outcomeOf(send(codat.fetch)), 'refused');
  });

  const failures = [
    ['a page of HTML with 502', { is: 'html' }, 'unavailable'],
    ['a page of HTML with 200', { is: 'html', status: 200 }, 'unreadable'],
    ['JSON cut in half', { is: 'malformed' }, 'unreadable'],
    ['a connection that breaks', { is: 'reset' }, 'unreachable'],
  ] as const;
  for (const [what, trouble, kind] of failures) {
    it(`fails as «${kind}» for ${what}`, async () => {
      codat.faults.add({ times: 1, trouble });

      assert.equal(await outcomeOf(send(codat.fetch, { headers })), kind);
    });
  }

  for (const body of ['null', '[]', '"name"', '{"name":7}', '']) {
    it(`fails as «unreadable» when the body is ${body || 'empty'}, whatever the status`, async () => {
      assert.equal(await outcomeOf(send(new FakeNetwork(() => new Response(body)).fetch)), 'unreadable');
    });
  }

  it('classifies a refusal by its status even when its body is unreadable', async () => {
    assert.equal(await outcomeOf(send(new FakeNetwork(() => html(404)).fetch)), 'missing');
  });

  it('fails as unreachable without a network', async () => {
    assert.equal(await outcomeOf(send(new FakeNetwork(offline).fetch)), 'unreachable');
  });

  it('fails as unreachable when the network breaks in the middle of the response', async () => {
    const fetch = new FakeNetwork(() => brokenOff(new TypeError('network error'))).fetch;

    assert.equal(await outcomeOf(send(fetch)), 'unreachable');
  });

  it('times out after thirty seconds, and not before', async (test) => {
    const clock = stopClock(test);
    const never: Fetch = ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    const settled: unknown[] = [];
    const asking = outcomeOf(send(never)).then((outcome) => settled.push(outcome));

    clock.tick(29_999);
    await Promise.resolve();
    assert.deepEqual(settled, []);
    clock.tick(1);
    await asking;
    assert.deepEqual(settled, ['slow']);
  });

  it('rejects with the caller’s own reason when the caller aborts', async () => {
    const reason = new DOMException('The person left.', 'AbortError');
    const stop = new AbortController();
    codat.faults.add({ times: 1, trouble: { is: 'slow', ms: 60_000 } });
    const asking = outcomeOf(send(codat.fetch, { headers, signal: stop.signal }));
    stop.abort(reason);

    assert.equal(await asking, reason);
  });

  it('rejects with that reason also when the caller aborts in the middle of the response', async () => {
    const reason = new DOMException('The person left.', 'AbortError');
    const stop = new AbortController();
    const fetch: Fetch = () => {
      stop.abort(reason);
      return Promise.resolve(brokenOff(reason));
    };

    assert.equal(await outcomeOf(send(fetch, { signal: stop.signal })), reason);
  });
});
