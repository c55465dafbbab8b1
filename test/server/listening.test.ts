import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { type } from '../cli/command-line.js';
import { baseUrl, signingKey, webhookSecret } from '../gateway/set-up.js';
import { until } from '../support/until.js';
import { identities, send, setUpServer, type ServerSetUp } from './set-up.js';

const cookie = { Cookie: 'session=mine' };

/** A page of a person who is signed in. */
async function openPage(at: ServerSetUp) {
  at.app.sessions.set('session=mine', { reference: 'customer-1' });
  const { companyId, accessToken } = await at.tokenOf(cookie);
  return {
    headers: { ...cookie, Authorization: `Bearer ${accessToken}` },
    connections: `/api/companies/${companyId}/connections`,
  };
}

describe('the server', () => {
  it('answers under the path of its URL alone, also behind a proxy that takes a part of it off', async () => {
    const at = await setUpServer({ ...identities.ask, STRIPPED_PATH: '/codat' });
    assert.equal((await send(`${at.server.url}/health`)).status, 200);
    assert.equal((await send(`${at.server.url}/codat/health`)).status, 404);
    // What a proxy may send as well (https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2).
    for (const [target, status] of [
      ['http://lender.example/health', 200],
      ['https://lender.example/health?x=/', 200],
      ['http://lender.example/codat/health', 404],
      ['http://lender.example', 404],
    ] as const) {
      const answer = await raw(at.server.url, `GET ${target} HTTP/1.0\r\n\r\n`);
      assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `), target);
    }
    await at.server.stop();

    const whole = await setUpServer(identities.ask);
    assert.equal((await whole.call('/health')).status, 200);
    assert.equal((await send(`${whole.server.url}/health`)).status, 404);
    await whole.server.stop();
  });

  it('listens on IPv6, and answers HTTP/1.0 without a host', async () => {
    const at = await setUpServer({ ...identities.ask, HOST: '::1' });
    assert.match(at.server.url, /^http:\/\/\[::1\]:\d+$/);
    assert.match(await raw(at.server.url, 'GET /codat/health HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 200 /);
    await at.server.stop();
  });

  it('refuses a request that names two hosts', async () => {
    const at = await setUpServer(identities.ask);
    const hosts = ['lender.example', 'evil.example'].map((host) => `Host: ${host}\r\n`).join('');
    for (const url of [at.server.url, at.server.internalUrl])
      assert.match(await raw(url, `GET /codat/health HTTP/1.1\r\n${hosts}\r\n`), /^HTTP\/1\.1 400 /);
    await at.server.stop();
  });

  it('counts no stream of a page that left before its answer', async () => {
    const at = await setUpServer({ ...identities.ask, CODAT_WEBHOOK_SECRETS: webhookSecret });
    const page = await openPage(at);
    const { answer } = at.app;
    let proceed = (): void => undefined;
    const held = new Promise<void>((resolve) => (proceed = resolve));
    at.app.answer = async (request) => held.then(() => answer(request));
    const asked = at.app.questions.length;
    const { hostname, port } = new URL(at.server.url);
    const socket = connect(Number(port), hostname);
    const headers = Object.entries({ Host: 'lender.example', ...page.headers }).map((pair) =>
      pair.join(': '),
    );
    socket.write(['GET /codat/events HTTP/1.1', ...headers, '', ''].join('\r\n'));
    await until(() => at.app.questions.length > asked);
    socket.destroy();
    await once(socket, 'close');
    // The server has noticed that the page left once it answers a later request.
    await at.call('/health');
    proceed();
    await until(() => at.log.some((line) => line.includes('"route":"/events"')));
    assert.match(await at.metrics(), /^codat_gateway_open_streams 0$/m);

    const stream = at.call('/events', { headers: page.headers });
    await until(async () => /^codat_gateway_open_streams 1$/m.test(await at.metrics()));
    await at.server.stop();
    await stream;
  });

  it('keeps idle connections longer than load balancers do, until it stops', async () => {
    const at = await setUpServer({ ...identities.ask, KEEP_ALIVE_SECONDS: '75' });
    const answer = await raw(
      at.server.url,
      'GET /codat/health HTTP/1.1\r\nHost: lender.example\r\n\r\n',
      /\}$/,
    );

    assert.match(answer, /^Keep-Alive: timeout=75\r$/m);
    await at.server.stop();
  });

  it('says in one line that a port is taken, and by which setting to change it', async () => {
    const at = await setUpServer(identities.ask);
    const { port } = new URL(at.server.url);
    await assert.rejects(setUpServer({ ...identities.ask, PORT: port }), { code: 'EADDRINUSE' });
    const gateway = { CODAT_API_KEY: 'key', BASE_URL: baseUrl, SIGNING_KEYS: signingKey, HOST: '127.0.0.1' };
    for (const [name, other] of [
      ['PORT', 'INTERNAL_PORT'],
      ['INTERNAL_PORT', 'PORT'],
    ] as const) {
      const env = { ...gateway, ...identities.ask, [name]: port, [other]: '0' };
      const { code, errors } = await type(['serve'], { env });
      assert.equal(code, 2);
      assert.equal(errors.split('\n').at(-1), `Port ${port} is taken: choose another with ${name}.`);
    }
    await at.server.stop();
  });
});

describe('stopping', () => {
  it('is ready no more while everything still works, then ends what pages listen to, with a reason', async () => {
    const at = await setUpServer({
      ...identities.ask,
      DRAIN_SECONDS: '1',
      CODAT_WEBHOOK_SECRETS: webhookSecret,
    });
    const page = await openPage(at);
    const stream = at.call('/events', { headers: page.headers });
    await until(async () => /^codat_gateway_open_streams 1$/m.test(await at.metrics()));
    const stopped = at.server.stop();

    assert.equal((await at.inside('/readyz')).status, 503);
    assert.equal((await at.inside('/livez')).status, 200);
    const answer = await at.call(page.connections, { headers: page.headers });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('Connection'), 'close');
    assert.match(await (await stream).text(), /: this server is being stopped: listen again\n\n$/);
    assert.deepEqual(await stopped, []);
    await assert.rejects(at.call('/health'), { code: 'ECONNREFUSED' });
  });

  it('finishes what is under way at Codat, and names what takes too long', async () => {
    for (const [seconds, cut] of [
      ['20', []],
      ['1', ['POST /api/companies/:company/connections']],
    ] as const) {
      const at = await setUpServer({ ...identities.ask, SHUTDOWN_SECONDS: seconds });
      const page = await openPage(at);
      await at.call('/platforms');
      let proceed = (): void => undefined;
      at.codat.hold = new Promise((resolve) => (proceed = resolve));
      const begun = at.call(page.connections, {
        method: 'POST',
        headers: page.headers,
        body: JSON.stringify({ platformKey: 'gbol' }),
      });
      await until(() => at.codat.held > 0);
      const stopped = at.server.stop();
      if (cut.length === 0) {
        proceed();
        assert.equal((await begun).status, 200);
      }
      assert.deepEqual(await stopped, cut);
      if (cut.length > 0) {
        await assert.rejects(begun, { code: 'ECONNRESET' });
        proceed();
      }
    }
  });
});

/** Sends bytes and gives the answer, up to its end or to what it ends in. */
async function raw(url: string, text: string, end?: RegExp): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname.replace(/^\[|\]$/g, ''));
  socket.write(text);
  let answer = '';
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString();
    if (end?.test(answer)) socket.destroy();
  });
  await once(socket, 'close');
  return answer;
}
