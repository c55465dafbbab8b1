import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodatError } from '../../src/api/errors.js';
import { exchange, type Fetch } from '../../src/api/exchange.js';
import type { Parser } from '../../src/contract/shape.js';
import { createSimulator } from '../../src/simulator/index.js';
import { FakeNetwork, html, offline, outcomeOf } from '../support/fake-network.js';
import { stopClock } from '../support/clock.js';

const address = 'https://codat.test/profile';

/** Codat's `name` of a profile. Throws when there is none. */
const nameOf: Parser<string> = (body) => {
  const { name } = body as { name?: unknown };
  if (typeof name !== 'string') throw new TypeError('no name');
  return name;
};

const ask = (fetch: Fetch, init: RequestInit = {}) => exchange(fetch, new Request(address, init), nameOf);

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

describe('an exchange', () => {
  const codat = createSimulator({ origin: 'https://codat.test' });
  const headers = { Authorization: `Basic ${btoa(codat.apiKey)}` };

  it('hands over the answer in the caller’s own words', async () => {
    assert.equal(await ask(codat.fetch, { headers }), 'Simulated lender');
  });

  it('keeps Codat’s reference with a refusal, and nothing else of what the body said', async () => {
    const mend = codat.faults.add({ trouble: { is: 'refused', status: 429 } });
    const error = await ask(codat.fetch, { headers }).catch((thrown: unknown) => thrown);
    mend();

    assert.ok(error instanceof CodatError);
    assert.equal(error.kind, 'busy');
    assert.match(error.correlationId ?? '', /^[0-9a-f]{32}$/);
    assert.equal(error.message, 'Status 429.');
  });

  it('is refused when nobody says who asks', async () => {
    assert.equal(await outcomeOf(ask(codat.fetch)), 'refused');
  });

  const troubles = [
    ['a page of HTML with 502', { is: 'html' }, 'unavailable'],
    ['a page of HTML with 200', { is: 'html', status: 200 }, 'unreadable'],
    ['JSON cut in half', { is: 'malformed' }, 'unreadable'],
    ['a connection that breaks', { is: 'reset' }, 'unreachable'],
  ] as const;
  for (const [what, trouble, kind] of troubles) {
    it(`ends as «${kind}» for ${what}`, async () => {
      codat.faults.add({ times: 1, trouble });

      assert.equal(await outcomeOf(ask(codat.fetch, { headers })), kind);
    });
  }

  for (const body of ['null', '[]', '"name"', '{"name":7}', '']) {
    it(`ends as «unreadable» when the body is ${body || 'empty'}, whatever the status promised`, async () => {
      assert.equal(await outcomeOf(ask(new FakeNetwork(() => new Response(body)).fetch)), 'unreadable');
    });
  }

  it('tells a refusal by its status even when the body can’t be read', async () => {
    assert.equal(await outcomeOf(ask(new FakeNetwork(() => html(404)).fetch)), 'missing');
  });

  it('is unreachable without a network', async () => {
    assert.equal(await outcomeOf(ask(new FakeNetwork(offline).fetch)), 'unreachable');
  });

  it('is unreachable when the network breaks in the middle of the answer', async () => {
    const fetch = new FakeNetwork(() => brokenOff(new TypeError('network error'))).fetch;

    assert.equal(await outcomeOf(ask(fetch)), 'unreachable');
  });

  it('gives up after thirty seconds, and not a moment before', async (test) => {
    const clock = stopClock(test);
    const never: Fetch = ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    const settled: unknown[] = [];
    const asking = outcomeOf(ask(never)).then((outcome) => settled.push(outcome));

    clock.tick(29_999);
    await Promise.resolve();
    assert.deepEqual(settled, []);
    clock.tick(1);
    await asking;
    assert.deepEqual(settled, ['slow']);
  });

  it('is no failure when the caller gives up: the caller’s own reason comes back', async () => {
    const reason = new DOMException('The person left.', 'AbortError');
    const stop = new AbortController();
    codat.faults.add({ times: 1, trouble: { is: 'slow', ms: 60_000 } });
    const asking = outcomeOf(ask(codat.fetch, { headers, signal: stop.signal }));
    stop.abort(reason);

    assert.equal(await asking, reason);
  });

  it('is no failure when the caller gives up in the middle of the answer', async () => {
    const reason = new DOMException('The person left.', 'AbortError');
    const stop = new AbortController();
    const fetch: Fetch = () => {
      stop.abort(reason);
      return Promise.resolve(brokenOff(reason));
    };

    assert.equal(await outcomeOf(ask(fetch, { signal: stop.signal })), reason);
  });
});
