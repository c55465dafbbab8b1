import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { serveSimulator } from '../../demo/server/serve-simulator.js';
import { freePort } from '../gateway/adapters/processes.js';
import { baseUrl, signingKey } from '../gateway/set-up.js';
import { identities, secrets, send, sessionToken, type Env, type Headers } from './set-up.js';
import { startServe, type Server } from './site.js';

describe('the server as a process, attacked', () => {
  let codat: Awaited<ReturnType<typeof serveSimulator>>;
  let askUrl = '';
  const app = createServer((incoming, outgoing) => {
    const isMine = /(?:^|; )session=mine(?:;|$)/.test(incoming.headers.cookie ?? '');
    outgoing.writeHead(isMine ? 200 : 401).end(isMine ? '{"reference":"customer-1"}' : '');
  });
  before(async () => {
    codat = await serveSimulator({ port: await freePort() });
    app.listen(0, '127.0.0.1');
    await once(app, 'listening');
    // A server on a port, rather than a pipe, has an address of this kind.
    askUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}/`;
  });
  after(async () => {
    app.closeAllConnections();
    app.close();
    await codat.close();
  });

  const start = (env: Env): Promise<Server> =>
    startServe({
      CODAT_API_KEY: codat.simulator.apiKey,
      CODAT_URL: codat.simulator.origin,
      BASE_URL: baseUrl,
      SIGNING_KEYS: signingKey,
      INTERNAL_KEY: secrets.internal,
      DRAIN_SECONDS: '0',
      ...env,
    });
  /** Asks for a token with each, and ends the server: whatever it wrote has no secret. */
  const attack = async (env: Env, good: Headers, wrong: Record<string, Headers>): Promise<void> => {
    const server = await start(env);
    const ask = async (headers: Headers): Promise<number> =>
      (await send(`${server.origin}/codat/token`, { method: 'POST', headers })).status;
    try {
      assert.equal(await ask(good), 200, server.output);
      for (const [name, headers] of Object.entries(wrong)) assert.equal(await ask(headers), 401, name);
    } finally {
      assert.equal(await server.terminate(), 0, server.output);
    }
    for (const secret of [...Object.values(secrets), signingKey, codat.simulator.apiKey])
      assert.ok(!server.output.includes(secret), 'A secret was logged.');
    assert.ok(!server.output.includes('customer-1'), 'Who it was for was logged.');
  };

  it('by cookies, where the app is asked', () =>
    attack(
      { ...identities.ask, IDENTITY_URL: askUrl, IDENTITY_TIMEOUT_MS: '3000' },
      { Cookie: 'session=mine' },
      {
        nothing: {},
        'another’s': { Cookie: 'session=theirs' },
        guessed: { Cookie: 'session=' },
        'in another header': { 'X-Cookie': 'session=mine', Authorization: 'session=mine' },
        'with the headers of a proxy': { 'X-Customer': 'customer-1', 'X-Proxy-Secret': secrets.proxy },
      },
    ));

  it('by tokens', async () => {
    const claims = { sub: 'customer-1' };
    const good = await sessionToken(claims);
    const past = Math.floor(Date.now() / 1000) - 60;
    const cookie = async (token: string | Promise<string>): Promise<Headers> => ({
      Cookie: `session=${await token}`,
    });
    await attack(identities.token, await cookie(good), {
      forged: await cookie(sessionToken(claims, { secret: 'another-secret-of-thirty-two-bytes-or-so' })),
      expired: await cookie(sessionToken({ ...claims, exp: past })),
      'for another audience': await cookie(sessionToken({ ...claims, aud: 'shop' })),
      'of another issuer': await cookie(sessionToken({ ...claims, iss: 'https://evil.example' })),
      unsigned: await cookie(`${btoa('{"alg":"none"}').replace(/=+$/, '')}.${good.split('.')[1] ?? ''}.`),
      'by another algorithm': await cookie(sessionToken(claims, { algorithm: 'HS512' })),
      doubled: { Cookie: `session=${await sessionToken({ sub: 'customer-2' })}; session=${good}` },
      'in a header': { Authorization: `Bearer ${good}` },
    });
  });

  it('by headers of a proxy', () => {
    const good = { 'X-Customer': 'customer-1', 'X-Proxy-Secret': secrets.proxy };
    return attack(identities.proxy, good, {
      'without the secret': { 'X-Customer': 'customer-1' },
      'with another secret': { ...good, 'X-Proxy-Secret': secrets.tokens },
      smuggled: { ...good, 'X-Customer': ['customer-2', 'customer-1'] },
      'a doubled secret': { ...good, 'X-Proxy-Secret': [secrets.proxy, secrets.proxy] },
      'with underscores': { X_Customer: 'customer-1', 'X-Proxy-Secret': secrets.proxy },
      'as cookies': { Cookie: `x-customer=customer-1; x-proxy-secret=${secrets.proxy}` },
    });
  });
});
