import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { inspect } from 'node:util';
import { memoryStore, type Store } from '../../../src/gateway/index.js';
import { apiKey, json, setUp, signingKey, unknownCompany, ticketIn } from '../set-up.js';

/** Everything anyone but the person’s own browser gets to see: answers, the log, the store. */
function witness(t: TestContext) {
  const seen: string[] = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    t.mock.method(console, method, (...args: unknown[]) => seen.push(args.map(String).join(' ')));
  }
  const memory = memoryStore();
  const store: Store = {
    ...memory,
    set: (key, value, ttlMs) => (seen.push(key, value), memory.set(key, value, ttlMs)),
    add: (key, value, ttlMs) => (seen.push(key, value), memory.add(key, value, ttlMs)),
  };
  const check = async (response: Response): Promise<Response> => {
    seen.push(await response.clone().text());
    for (const [name, value] of response.headers) {
      // The one place a one-time link may stand, for the person who signs in.
      if (name !== 'location') seen.push(`${name}: ${value}`);
    }
    return response;
  };
  return { seen, store, checkResponse: check };
}

describe('Codat’s one-time links and the API key', () => {
  it('appear in no response, no log and no store, whatever happens', async (t) => {
    const { seen, store, checkResponse } = witness(t);
    const { call, company, openPage, signIn, simulator, clock, tokenFor } = await setUp({
      store,
      permit: () => true,
    });
    const own = await openPage();
    const connections = `/companies/${company}/connections`;
    const send = async (path: string, method = 'GET', body?: object) => {
      clock.now += 11_000;
      return checkResponse(await own.ask(path, { method, ...(body && { body: JSON.stringify(body) }) }));
    };

    const { id, linkUrl } = await own.connect('gbol');
    const everything = async () => {
      await checkResponse(await call('/token', { method: 'POST' }));
      await checkResponse(await call('/platforms'));
      await checkResponse(await call('/nothing'));
      await send('/integrations');
      await send('/integrations?query=x');
      await send('/integrations/gbol/branding');
      await send(connections);
      await send(`${connections}?query=nonsense`);
      await send(`${connections}/${id}`);
      await send(`${connections}/${unknownCompany}`);
      await send(connections, 'POST', { platformKey: 'gbol' });
      await send(connections, 'POST', { platformKey: 'zzzz' });
      await send(`/companies/${company}/dataStatus`);
      await send(`/companies/${company}/data/history`);
      await send(`/companies/${company}/accessToken`);
      await checkResponse(await call(linkUrl));
      await checkResponse(await call(`${linkUrl}?returnTo=https://evil.example`));
    };
    await everything();
    // The secret of a share link is for its creator alone, so that response is not among those checked.
    const token = await tokenFor();
    const body = JSON.stringify({ platformKey: 'gbol' });
    const { url } = await json<{ url: string }>(await call('/shares', { method: 'POST', token, body }));
    await checkResponse(await call(url, { method: 'POST' }));
    await checkResponse(await call('/shares', { token }));
    const back = await checkResponse(await signIn((await own.read(id)).linkUrl, 'allow'));
    await checkResponse(await call('/return/status', { token: ticketIn(back) }));
    await send(`${connections}/${id}`, 'PATCH', { status: 'Unlinked' });
    await send(`${connections}/${id}`, 'PATCH', { status: 'Unlinked' });
    for (const trouble of [
      { is: 'refused', status: 401 },
      { is: 'refused', status: 429, retryAfter: 60 },
      { is: 'html', status: 200 },
    ] as const) {
      const end = simulator.faults.add({ trouble });
      await everything();
      await send(`${connections}/${id}`, 'DELETE');
      end();
    }

    const links = simulator.snapshot().links;
    const all = seen.join('\n');
    assert.ok(links.length > 5 && all.includes(id));
    for (const { otp } of links) assert.ok(!all.includes(otp));
    const shared = url.split('/').at(-1) ?? '';
    for (const secret of [apiKey, btoa(apiKey), signingKey, '/start', 'otp=', shared]) {
      assert.ok(!all.includes(secret), secret);
    }
  });

  it('are in no error that ensureCompany rejects with', async () => {
    const { gateway, simulator } = await setUp();
    for (const trouble of [{ is: 'refused', status: 401 }, { is: 'lost' }] as const) {
      const end = simulator.faults.add({ method: 'POST', trouble });
      await assert.rejects(gateway.ensureCompany({ reference: `customer-${trouble.is}` }), (thrown) => {
        assert.doesNotMatch(inspect(thrown, { depth: 9, showHidden: true }), new RegExp(btoa(apiKey)));
        return true;
      });
      end();
    }
  });
});
