import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { serveSimulator } from '../../../demo/server/serve-simulator.js';
import { Webhook } from 'standardwebhooks';
import type { Simulator } from '../../../src/simulator/index.js';
import type { Adapter, Site } from './adapters.js';
import { requestOver, json, openStreamOver, type RawResponse, type RawRequest } from './raw-http.js';
import { freePort } from './processes.js';
import { signingKey, webhookSecret, type ErrorBody, type WireConnection } from '../set-up.js';
import { type } from '../../cli/command-line.js';
import { readFindings } from '../../cli/conform/lender.js';
import { until } from '../../support/until.js';

const publicOrigin = 'https://www.lender.example';

/** What a proxy in front adds, and what someone may try to have believed. */
const proxied = {
  Host: 'internal:8080',
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Proto': 'http',
  'X-Forwarded-Prefix': '/evil',
};

/** What holds whatever the host’s server is made of. */
export function conformance({
  name,
  mount,
  itsOwn = {},
  processes = 1,
  demandsHost = false,
  skip = false,
  start,
}: Adapter): void {
  describe(`the gateway in ${name}`, { concurrency: false, skip }, () => {
    const baseUrl = publicOrigin + mount;
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => void unhandled.push(reason);
    let codat: { simulator: Simulator; close: () => Promise<void> };
    let site: Site;
    let mine: string;
    let theirs: string;

    before(async () => {
      process.on('unhandledRejection', note);
      const redirectUrl = `${baseUrl}/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`;
      codat = await serveSimulator({ port: await freePort(), redirectUrl });
      const { origin, apiKey } = codat.simulator;
      site = await start({ apiKey, baseUrl, signingKey, webhookSecret, codatUrl: origin });
      [mine, theirs] = [await newCompany('Mine'), await newCompany('Theirs')];
    });
    after(async () => {
      await site.close();
      await codat.close();
      process.off('unhandledRejection', note);
      assert.deepEqual(unhandled, []);
    });

    const newCompany = async (companyName: string): Promise<string> => {
      const { simulator } = codat;
      const response = await simulator.fetch(`${simulator.origin}/companies`, {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa(simulator.apiKey)}` },
        body: JSON.stringify({ name: companyName }),
      });
      return ((await response.json()) as { id: string }).id;
    };
    /** Sends a request as a browser does that reaches the lender through a proxy. */
    const send = (path: string, { headers = {}, ...question }: RawRequest = {}): Promise<RawResponse> =>
      requestOver(site.origin + mount + path, { ...question, headers: { ...proxied, ...headers } });
    const signedIn = (company = mine) => ({ Cookie: `theme=dark; session=${company}` });
    const token = async (company = mine): Promise<string> => {
      const answered = await send('/token', { method: 'POST', headers: signedIn(company) });
      assert.equal(answered.status, 200, answered.text);
      return (await json<{ accessToken: string }>(answered)).accessToken;
    };
    /** Sends a request with a token as a page does. */
    const asPage = async (path: string, { headers = {}, ...question }: RawRequest = {}) =>
      send(path, {
        ...question,
        headers: { ...signedIn(), Authorization: `Bearer ${await token()}`, ...headers },
      });
    const begin = async (): Promise<WireConnection> => {
      const body = JSON.stringify({ platformKey: 'gbol' });
      const headers = { 'Content-Type': 'application/json' };
      const answered = await asPage(`/api/companies/${mine}/connections`, { method: 'POST', headers, body });
      assert.equal(answered.status, 200, answered.text);
      return json<WireConnection>(answered);
    };
    /** Where a public URL of the gateway’s is under the mount. */
    const under = (url: string): string => {
      assert.ok(url.startsWith(`${baseUrl}/`), url);
      return url.slice(baseUrl.length);
    };

    it('gives a token to whoever the framework has signed in, and to nobody else', async () => {
      const answered = await send('/token', { method: 'POST', headers: signedIn() });
      assert.equal((await json<{ companyId: string }>(answered)).companyId, mine);
      assert.equal(answered.headers['cache-control'], 'no-store');
      assert.equal(answered.headers['x-content-type-options'], 'nosniff');
      assert.equal((await send('/token', { method: 'POST' })).status, 401);
    });

    it('gives none to pages of other sites', async () => {
      for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
        const answered = await send('/token', { method: 'POST', headers: { ...signedIn(), ...headers } });
        assert.equal(answered.status, 403);
      }
      const own = { ...signedIn(), Origin: publicOrigin, 'Sec-Fetch-Site': 'same-origin' };
      assert.equal((await send('/token', { method: 'POST', headers: own })).status, 200);
    });

    it('serves the token’s company while that company is signed in', async () => {
      const list = `/api/companies/${mine}/connections`;
      assert.equal((await asPage(list)).status, 200);
      assert.equal((await send(list)).status, 401);
      assert.equal((await asPage(list, { headers: signedIn(theirs) })).status, 401);
      assert.equal((await asPage(list, { headers: { Cookie: 'theme=dark' } })).status, 401);
      assert.equal((await asPage(`/api/companies/${theirs}/connections`)).status, 404);
    });

    it('creates a connection, redirects the person to Codat, takes them back and reports the outcome', async () => {
      const { id, linkUrl } = await begin();
      const sent = await send(under(linkUrl), { headers: signedIn() });
      assert.equal(sent.status, 303);
      assert.equal(sent.headers['referrer-policy'], 'no-referrer');
      const link = new URL(sent.headers['location'] ?? '');
      assert.equal(link.origin, codat.simulator.origin);
      codat.simulator.authorize(id);

      const query = new URLSearchParams({
        connectionId: id,
        statusCode: '200',
        state: link.searchParams.get('state') ?? '',
      });
      const back = await send(`/return?${query.toString()}`);
      assert.equal(back.status, 303);
      const [page, ticket = ''] = (back.headers['location'] ?? '').split('#codat=');
      assert.equal(page, `${publicOrigin}/connected`);
      const reported = await send('/return/status', { headers: { Authorization: `Bearer ${ticket}` } });
      assert.equal((await json<{ status: string }>(reported)).status, 'Linked');
    });

    it('opens no link for a prefetch or a HEAD request', async () => {
      const { linkUrl } = await begin();
      for (const question of [{ method: 'HEAD' }, { headers: { 'Sec-Purpose': 'prefetch' } }]) {
        const answered = await send(under(linkUrl), question);
        assert.deepEqual([answered.status, answered.headers['location']], [204, undefined]);
      }
    });

    it('uses its public URL alone, whatever Host or a proxy says', async () => {
      const { status, text } = await send('/platforms');
      assert.equal(status, 200);
      assert.ok(text.includes(`"${baseUrl}/assets/`));
      assert.doesNotMatch(text, /evil|internal|127\.0\.0\.1|localhost/);
    });

    it('serves the platforms with caching, and the images byte for byte', async () => {
      let list: RawResponse | undefined;
      // Its pictures may still be on their way.
      await until(async () => {
        list = await send('/platforms');
        return list.headers['cache-control']?.includes('max-age=600') ?? false;
      });
      assert.ok(list);
      const { headers, text } = list;
      const again = await send('/platforms', { headers: { 'If-None-Match': headers['etag'] ?? '' } });
      assert.deepEqual([again.status, again.text], [304, '']);
      const [, asset = ''] = /"([^"]+\/assets\/[^"]+)"/.exec(text) ?? [];
      const image = await send(under(asset));
      const hash = createHash('sha256').update(image.bytes).digest('hex');
      assert.ok(asset.includes(hash));
      assert.match(image.headers['cache-control'] ?? '', /immutable/);
    });

    it('handles HEAD, OPTIONS, other methods and other paths', async () => {
      const head = await send('/platforms', { method: 'HEAD' });
      assert.deepEqual([head.status, head.text], [200, '']);
      assert.ok(head.headers['etag']);
      const options = await send('/platforms', { method: 'OPTIONS' });
      assert.deepEqual([options.status, options.headers['allow']], [204, 'GET, HEAD, OPTIONS']);
      const other = await send('/platforms', { method: 'DELETE' });
      assert.deepEqual([other.status, other.headers['allow']], [405, 'GET, HEAD, OPTIONS']);
      const nothing = await send('/nothing');
      assert.equal(nothing.status, 404);
      assert.equal((await json<ErrorBody>(nothing)).service, 'connect-elements');
    });

    it('opens no path of Codat’s, however it is written', async () => {
      const list = `/api/companies/${mine}/connections`;
      const requested = codat.simulator.requests.length;
      const tricks = [
        '%2f..%2f..',
        '/..%2f..%2fcompanies',
        '/%252e%252e',
        '%00',
        ';x=y',
        '/%E0%A4%A',
        '%5c..',
      ];
      for (const path of tricks) {
        const { status } = await asPage(list + path);
        assert.ok(
          path in itsOwn ? status === itsOwn[path] : [400, 404].includes(status),
          `${path}: ${status}`,
        );
      }
      assert.equal(codat.simulator.requests.length, requested);
    });

    it('rejects a body that is too long, with or without Content-Length', async () => {
      const list = `/api/companies/${mine}/connections`;
      const large = JSON.stringify({ platformKey: 'x'.repeat(100_000) });
      const message = { 'Content-Length': String(large.length), 'Content-Type': 'application/json' };
      assert.equal((await asPage(list, { method: 'POST', headers: message, body: large })).status, 413);
      const pieces = Array.from({ length: 100 }, () => Buffer.alloc(1000, ' '));
      assert.equal((await asPage(list, { method: 'POST', body: pieces })).status, 413);
      const wrong = await asPage(list, {
        method: 'POST',
        headers: { 'Content-Type': 'text/xml' },
        body: '<x/>',
      });
      assert.equal(wrong.status, 400);
      assert.equal((await send('/health')).status, 200);
    });

    it('keeps working when a client disconnects in the middle of a body, or of a response', async () => {
      const bearer = await token();
      const { hostname, port } = new URL(site.origin);
      const beginning = [
        `POST ${mount}/api/companies/${mine}/connections HTTP/1.1`,
        `Host: ${hostname}:${port}`,
        `Authorization: Bearer ${bearer}`,
        `Cookie: session=${mine}`,
        'Content-Length: 4000',
        '',
        '{"platformKey":',
      ].join('\r\n');
      for (const text of [beginning, `GET ${mount}/platforms HTTP/1.1\r\nHost: x\r\n\r\n`]) {
        const socket = connect(Number(port), hostname);
        await once(socket, 'connect');
        await new Promise((resolve) => socket.write(text, resolve));
        socket.destroy();
        await once(socket, 'close');
        assert.equal((await send('/health')).status, 200);
      }
    });

    if (!demandsHost) {
      it('answers a health check in HTTP/1.0, which has no Host', async () => {
        const { hostname, port } = new URL(site.origin);
        const socket = connect(Number(port), hostname);
        socket.write(`GET ${mount}/health HTTP/1.0\r\n\r\n`);
        const [head] = (await once(socket, 'data')) as [Buffer];
        socket.destroy();
        assert.match(String(head), /^HTTP\/1\.[01] 200 /);
      });
    }

    it('answers many at once with shared calls to Codat', async () => {
      const bearer = await token();
      const headers = { ...signedIn(), Authorization: `Bearer ${bearer}` };
      const list = `/api/companies/${mine}/data/history`;
      const requested = codat.simulator.requests.length;
      const answers = await Promise.all(Array.from({ length: 12 }, () => send(list, { headers })));
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
      const calls = codat.simulator.requests.length - requested;
      assert.ok(calls >= 1 && calls <= processes, String(calls));
    });

    it('answers waiting clients although the first has disconnected', async () => {
      const bearer = await token();
      const path = `/api/companies/${mine}/data/history?pageSize=7`;
      const requested = codat.simulator.requests.length;
      codat.simulator.faults.add({ path: /history/, times: 1, trouble: { is: 'slow', ms: 500 } });
      const { hostname, port } = new URL(site.origin);
      const first = connect(Number(port), hostname);
      await once(first, 'connect');
      const headers = { ...signedIn(), Authorization: `Bearer ${bearer}`, Host: 'x' };
      const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}`);
      first.write([`GET ${mount}${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      const others = [send(path, { headers }), send(path, { headers })];
      // By then the first is being seen to.
      await send('/health');
      first.destroy();
      for (const { status } of await Promise.all(others)) assert.equal(status, 200);
      assert.ok(codat.simulator.requests.length > requested);
    });

    it('accepts webhooks byte for byte, and notifies the pages that have a stream open', async () => {
      const { id } = await begin();
      const page = await openStreamOver(`${site.origin}${mount}/events`, {
        ...proxied,
        ...signedIn(),
        Authorization: `Bearer ${await token()}`,
      });
      assert.equal(page.headers['content-type'], 'text/event-stream; charset=utf-8');
      assert.equal(await page.next(), ': open');

      // Spaces that a parser would lose, and letters of several bytes.
      const event = `{ "id":"1", "eventType" : "connection.connected", "note":"Žluťoučký 🐎",
        "payload":{"referenceCompany":{"id":"${mine}"},"connection":{"id":"${id}"}} }\n`;
      const at = new Date();
      const headers = {
        'Content-Type': 'application/json',
        'webhook-id': `msg_${id}`,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(webhookSecret).sign(`msg_${id}`, at, event),
      };
      const changed = await send('/webhooks', { method: 'POST', headers, body: `${event} ` });
      assert.equal(changed.status, 401);
      const taken = await send('/webhooks', { method: 'POST', headers, body: event });
      assert.equal(taken.status, 204, taken.text);
      assert.equal(await page.next(), `event: look\ndata: {"at":"connections","connection":"${id}"}`);

      await page.close();
      assert.equal((await send('/health')).status, 200);
    });

    it('passes the run that anyone can make', async () => {
      // What it reads is kept for some seconds, so it has companies of its own.
      const [one, other] = [await newCompany('One'), await newCompany('Other')];
      const people = ['--cookie', `session=${one}`, '--other-cookie', `session=${other}`];
      const outcome = await type(['conform', '--json', baseUrl, ...people, '--connect', 'gbol'], {
        env: { CODAT_API_KEY: codat.simulator.apiKey },
        fetch: async (request) => {
          const body = request.body ? await request.text() : undefined;
          const { method, headers, redirect, signal } = request;
          const url = request.url.replace(publicOrigin, site.origin);
          return fetch(url, { method, headers, redirect, signal, ...(body !== undefined && { body }) });
        },
      });
      const { wrong } = readFindings(outcome);
      assert.deepEqual(wrong, []);
    });

    // Last, since Codat gets no more calls until the Retry-After has passed.
    it('passes on the Retry-After', async () => {
      const end = codat.simulator.faults.add({
        path: /dataStatus/,
        trouble: { is: 'refused', status: 429, retryAfter: 600 },
      });
      // Codat's quota begins anew at midnight UTC, which ends any Retry-After.
      const askedAt = Date.now();
      const untilMidnight = 86_400 - ((askedAt / 1000) % 86_400);
      const answered = await asPage(`/api/companies/${mine}/dataStatus`);
      end();
      assert.equal(answered.status, 429);
      const missing = Math.min(600, Math.ceil(untilMidnight)) - Number(answered.headers['retry-after']);
      assert.ok(
        missing >= 0 && missing <= Math.ceil((Date.now() - askedAt) / 1000),
        `${missing} s are missing`,
      );
      assert.ok((await json<ErrorBody>(answered)).correlationId);
    });
  });
}
