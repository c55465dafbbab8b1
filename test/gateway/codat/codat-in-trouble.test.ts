import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GatewayEvent } from '../../../src/gateway/index.js';
import { json, setUp, type ErrorBody } from '../set-up.js';

const list = /^\/companies\/[^/]+\/connections$/;

describe('when Codat has problems', () => {
  it('reads are retried, so that a transient fault goes unnoticed', async () => {
    const { openPage, countRequests, simulator } = await setUp();
    const own = await openPage();
    simulator.faults.add({ path: list, times: 1, trouble: { is: 'refused', status: 503 } });
    simulator.faults.add({ path: list, times: 1, trouble: { is: 'reset' } });
    assert.deepEqual(await own.list(), []);
    assert.equal(countRequests('GET', list), 2);
  });

  it('waits for Codat’s Retry-After if it is short', async () => {
    const { openPage, simulator } = await setUp();
    const own = await openPage();
    const began = performance.now();
    simulator.faults.add({ path: list, times: 1, trouble: { is: 'refused', status: 429, retryAfter: 1 } });
    assert.deepEqual(await own.list(), []);
    assert.ok(performance.now() - began >= 1000);
  });

  it('passes on the Retry-After if it is long', async () => {
    const { openPage, company, countRequests, simulator } = await setUp();
    const own = await openPage();
    simulator.faults.add({ path: list, trouble: { is: 'refused', status: 429, retryAfter: 3600 } });
    const response = await own.ask(`/companies/${company}/connections`);
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('Retry-After'), '3600');
    assert.equal((await json<ErrorBody>(response)).canBeRetried, 'True');
    assert.equal(countRequests('GET', list), 1);
  });

  it('parses a Retry-After that is a date', async () => {
    const { clock, codat, openPage, company } = await setUp();
    const own = await openPage();
    const at = new Date(clock.now + 3_600_000).toUTCString();
    codat.fetch = () => Promise.resolve(new Response(null, { status: 503, headers: { 'Retry-After': at } }));
    const response = await own.ask(`/companies/${company}/connections`);
    const seconds = Number(response.headers.get('Retry-After'));
    assert.ok(response.status === 503 && seconds === 3_600, String(seconds));
  });

  it('passes Codat’s correlation id on to the page and to the host', async () => {
    const events: GatewayEvent[] = [];
    const { codat, openPage, company, simulator } = await setUp({ onEvent: (event) => events.push(event) });
    const own = await openPage();
    const called: (string | undefined)[] = [];
    codat.fetch = async (request) => {
      const response = await simulator.fetch(request);
      called.push((await json<ErrorBody>(response.clone())).correlationId);
      return response;
    };
    simulator.faults.add({ path: list, trouble: { is: 'refused', status: 404 } });
    const answered = await json<ErrorBody>(await own.ask(`/companies/${company}/connections`));
    const received = events.flatMap((event) =>
      'correlationId' in event && event.correlationId !== undefined ? [event.correlationId] : [],
    );
    assert.match(called.join(), /^[0-9a-f]{32}$/);
    // By the call to Codat and by the request it was for.
    assert.deepEqual([answered.correlationId, ...received], [...called, ...called, ...called]);
  });

  it('follows no redirect, which would send the API key to another address', async () => {
    const { codat, openPage, company } = await setUp();
    const own = await openPage();
    const modes = new Set<RequestRedirect>();
    codat.fetch = ({ redirect }) => {
      modes.add(redirect);
      return Promise.resolve(Response.redirect('https://elsewhere.test/companies', 302));
    };
    const response = await own.ask(`/companies/${company}/connections`);
    assert.equal(response.status, 502);
    assert.deepEqual([...modes], ['manual']);
  });

  it('changes are never retried', async () => {
    const { openPage, company, countRequests, simulator } = await setUp();
    const own = await openPage();
    simulator.faults.add({ method: 'POST', trouble: { is: 'refused', status: 500 } });
    const body = JSON.stringify({ platformKey: 'gbol' });
    const response = await own.ask(`/companies/${company}/connections`, { method: 'POST', body });
    assert.equal(response.status, 503);
    assert.equal(countRequests('POST', list), 1);
  });

  const failures = [
    [{ is: 'refused', status: 500 }, 503],
    [{ is: 'refused', status: 401 }, 502],
    [{ is: 'refused', status: 402 }, 502],
    [{ is: 'refused', status: 403 }, 502],
    [{ is: 'refused', status: 404 }, 404],
    [{ is: 'refused', status: 418 }, 502],
    [{ is: 'html' }, 503],
    [{ is: 'html', status: 200 }, 502],
    [{ is: 'html', status: 302 }, 502],
    [{ is: 'malformed' }, 502],
    [{ is: 'reset' }, 503],
  ] as const;
  for (const [trouble, status] of failures) {
    it(`maps ${JSON.stringify(trouble)} to ${status}, in the gateway’s own words`, async (t) => {
      const log = t.mock.method(console, 'error', () => undefined);
      const { openPage, company, simulator } = await setUp();
      const own = await openPage();
      simulator.faults.add({ path: list, trouble });
      const response = await own.ask(`/companies/${company}/connections`);
      assert.equal(response.status, status);
      assert.equal(response.headers.get('Cache-Control'), 'no-store');
      assert.equal(response.headers.has('Retry-After'), status === 503);
      const { error, correlationId, ...rest } = await json<ErrorBody>(response);
      assert.deepEqual(rest, {
        statusCode: status,
        service: 'connect-elements',
        canBeRetried: status === 503 ? 'True' : 'False',
        detailedErrorCode: 0,
      });
      assert.doesNotMatch(error, /could not be completed|Unauthorized|<|gateway/i);
      assert.equal(/can’t be reached.*Try again/.test(error), status === 503);
      assert.equal(correlationId !== undefined, trouble.is === 'refused');
      const isKey = trouble.is === 'refused' && [401, 402, 403].includes(trouble.status);
      assert.equal(log.mock.callCount(), isKey ? 1 : 0);
    });
  }

  it('a failed read is not cached: the next one calls Codat', async () => {
    const { openPage, company, simulator } = await setUp();
    const own = await openPage();
    const end = simulator.faults.add({ path: list, trouble: { is: 'refused', status: 403 } });
    assert.equal((await own.ask(`/companies/${company}/connections`)).status, 502);
    end();
    assert.deepEqual(await own.list(), []);
  });
});

describe('reads of one company', () => {
  it('share one call to Codat when they are alike and within ten seconds', async () => {
    const { openPage, countRequests, clock } = await setUp();
    const [here, elsewhere] = [await openPage(), await openPage()];
    await Promise.all([here.list(), here.list(), elsewhere.list()]);
    clock.now += 9_999;
    await here.list();
    assert.equal(countRequests('GET', list), 1);
    clock.now += 1;
    await here.list();
    assert.equal(countRequests('GET', list), 2);
  });

  it('are not shared with another company, nor between two queries', async () => {
    const { openPage, countRequests, company, gateway, visitor } = await setUp();
    const own = await openPage();
    await own.list();
    await own.ask(`/companies/${company}/connections?pageSize=1`);
    assert.equal(countRequests('GET', list), 2);
    const other = await gateway.ensureCompany({ reference: 'customer-2' });
    visitor.company = other;
    assert.equal((await (await openPage()).ask(`/companies/${other}/connections`)).status, 200);
    assert.equal(countRequests('GET', list), 3);
  });

  it('have a new link each, valid for one connection of one company', async () => {
    const { openPage, clock } = await setUp();
    const own = await openPage();
    await own.connect('gbol');
    const [first] = await own.list();
    clock.now += 5_000;
    const [second] = await own.list();
    assert.equal(first?.id, second?.id);
    assert.notEqual(first?.linkUrl, second?.linkUrl);
  });

  it('are invalidated when something is created, unlinked or deleted, and when someone returns', async () => {
    const { openPage, signIn } = await setUp({ permit: () => true });
    const own = await openPage();
    const statuses = async () => (await own.list()).map(({ status }) => status);
    assert.deepEqual(await statuses(), []);
    const { id, linkUrl } = await own.connect('gbol');
    assert.deepEqual(await statuses(), ['PendingAuth']);
    await signIn(linkUrl, 'allow');
    assert.deepEqual(await statuses(), ['Linked']);
    await own.unlink(id);
    assert.deepEqual(await statuses(), ['Unlinked']);
    await own.remove(id);
    assert.deepEqual(await statuses(), []);
  });

  it('are not shared with later requests if something changed while the call was in progress', async () => {
    const { openPage, simulator, signIn } = await setUp();
    const own = await openPage();
    const { id, linkUrl } = await own.connect('gbol');
    await signIn(linkUrl, 'allow');
    simulator.faults.add({ method: 'PATCH', trouble: { is: 'slow', ms: 50 } });
    const [, during] = await Promise.all([own.unlink(id), own.list()]);
    assert.equal(during[0]?.status, 'Linked');
    assert.equal((await own.list())[0]?.status, 'Unlinked');
  });

  it('are repeated for a fresh request, which never gets an older response', async () => {
    const { codat, openPage, company, simulator } = await setUp();
    const own = await openPage();
    const { id } = await own.connect('gbol');
    const freshRead = async () => {
      const answer = await own.ask(`/companies/${company}/connections/${id}`, {
        headers: { 'Cache-Control': 'no-cache' },
      });
      return (await json<{ status: string }>(answer)).status;
    };
    assert.equal(await freshRead(), 'PendingAuth');
    // No webhook says so, or not yet.
    simulator.authorize(id);
    assert.equal(await freshRead(), 'Linked');

    // A response on its way is older than this request.
    let after: Promise<string> | undefined;
    codat.fetch = async (request) => {
      const answer = await simulator.fetch(request);
      if (!after) {
        simulator.deauthorize(id);
        after = freshRead();
      }
      return answer;
    };
    assert.equal(await freshRead(), 'Linked');
    assert.equal(await after, 'Deauthorized');
  });

  it('are all invalidated by one fresh request', async () => {
    const { openPage, company, simulator } = await setUp();
    const own = await openPage();
    const { id } = await own.connect('gbol');
    assert.equal((await own.list())[0]?.status, 'PendingAuth');
    simulator.authorize(id);
    await own.ask(`/companies/${company}/connections/${id}`, { headers: { 'Cache-Control': 'no-cache' } });
    assert.equal((await own.list())[0]?.status, 'Linked');
  });

  it('are repeated four times a second at most, and fresh requests in between share the next', async () => {
    const { openPage, countRequests, clock, company } = await setUp();
    const own = await openPage();
    const headers = { 'Cache-Control': 'no-cache' };
    const freshRead = () => own.ask(`/companies/${company}/connections`, { headers });
    await own.list();
    clock.now += 250;
    await freshRead();
    assert.equal(countRequests('GET', list), 2);
    const began = performance.now();
    await Promise.all([freshRead(), freshRead(), freshRead()]);
    assert.ok(performance.now() - began > 240);
    assert.equal(countRequests('GET', list), 3);
  });
});
