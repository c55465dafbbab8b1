import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { baseUrl } from '../../gateway/set-up.js';
import { type } from '../command-line.js';
import { lenderWithTwo, mine, people, readFindings, theirs } from './lender.js';

/** A server on this machine, for as long as `use` takes. */
async function listening<Result>(
  answer: RequestListener,
  use: (origin: string) => Promise<Result>,
): Promise<Result> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on a port, rather than a pipe, has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return use(`http://127.0.0.1:${port}`).finally(() => {
    server.closeAllConnections();
    server.close();
  });
}

const escape = '\u001b';

const onNetwork = { fetch: (request: Request) => fetch(request), env: {} };

describe('the command conform', () => {
  it('prints a line for each check, with the cure and a page below what is wrong, and a summary', async () => {
    const { gateway } = await lenderWithTwo();
    const server = (request: Request) =>
      request.url.endsWith('/health')
        ? Response.json({}, { headers: { 'Cache-Control': 'no-store' } })
        : gateway.fetch(request);
    const { code, output, errors } = await type(['conform', baseUrl, ...people], {
      env: {},
      fetch: async (request) => server(request),
    });
    assert.equal(code, 1);
    assert.match(output, /^ok {6}token: A person who is signed in gets a token/m);
    assert.match(
      output,
      /^FAULT {3}health: GET \/health has another shape: status is missing; .*\n {8}Answer .*\n {8}https:/m,
    );
    assert.match(output, /^skipped connecting: With --connect KEY/m);
    assert.match(
      output,
      /^https:\/\/lender\.example\/codat: \d+ right, 1 wrong, 0 unsafe, 1 advice, 3 not checked\.$/m,
    );
    assert.match(errors, /^1\/9 token endpoint\n2\/9 two people\n/);
    assert.doesNotMatch(output, /session=/);
    await gateway.close();
  });

  it('colours labels on a terminal alone, and not with NO_COLOR', async () => {
    const world = { fetch: () => Promise.reject(new TypeError('fetch failed')) };
    const run = (more: object) => type(['conform', baseUrl], { ...world, ...more });
    const bars: string[] = [];
    const terminal = { isTerminal: true, drawProgress: (text: string) => void bars.push(text) };
    const coloured = await run({ ...terminal, env: {} });
    assert.ok(coloured.output.includes(`${escape}[32mok     ${escape}[0m https`));
    assert.equal(coloured.errors, '');
    assert.deepEqual(bars, ['[                    ] token endpoint', '']);
    assert.ok(!(await run({ ...terminal, env: { NO_COLOR: '1' } })).output.includes(escape));
    assert.ok(!(await run({ env: {} })).output.includes(escape));
  });

  it('prints nothing of a server that would control a terminal', async () => {
    const answer = { companyId: 'a', accessToken: 'b', expiresIn: 900 };
    const server = (request: Request) =>
      Response.json(request.url.endsWith('dataStatus') ? { [`${escape}[2J`]: 1 } : answer);
    const { output } = await type(['conform', baseUrl, ...people.slice(0, 2)], {
      env: {},
      fetch: (request) => Promise.resolve(server(request)),
    });
    assert.match(output, / \[2J is no object/);
    assert.ok(!output.includes(escape));
  });

  it('takes people from the environment, where no one else on the machine reads them', async () => {
    const { gateway } = await lenderWithTwo();
    const outcome = await type(['conform', '--json', baseUrl], {
      env: { CONFORM_COOKIE: mine, CONFORM_OTHER_COOKIE: theirs },
      fetch: (request) => gateway.fetch(request),
    });
    assert.equal(outcome.code, 0);
    assert.ok(readFindings(outcome).findings.some(({ check, is }) => check === 'two people' && is === 'ok'));
    await gateway.close();
  });

  it('takes people who are known by headers', async () => {
    const companies = new Map<string, string>();
    const { gateway, company } = await lenderWithTwo({
      company: ({ headers }) => companies.get(headers.get('X-User') ?? '') ?? null,
    });
    companies.set('1', company).set('2', await gateway.ensureCompany({ reference: 'customer-2' }));
    const line = ['conform', '--json', baseUrl, '--header', 'X-User: 1', '--other-header', 'X-User: 2'];
    const outcome = await type(line, { fetch: (request) => gateway.fetch(request) });
    assert.deepEqual(readFindings(outcome).wrong, []);
    await gateway.close();
  });

  it('has help with an example', async () => {
    for (const line of [['conform', '--help'], ['conform', '-h'], ['--help']]) {
      const { code, output } = await type(line);
      assert.equal(code, 0);
      assert.match(output, /npx codat-connect-elements conform https:\/\//);
      assert.match(output, /1 when something is missing or wrong, 2 when/);
    }
  });

  it('exits with 2 and a usage message when its arguments are wrong', async () => {
    for (const args of [
      [],
      ['codat'],
      [baseUrl, baseUrl],
      ['ftp://lender.example'],
      [baseUrl, '--token-endpoint', 'token'],
      [baseUrl, '--other-cookie', 'a=b'],
      [baseUrl, '--header', 'secret-value'],
      [baseUrl, '--cookie', 'a=b\nc'],
      [baseUrl, '--connect', 'gbol'],
      [baseUrl, '--timeout', 'long'],
      [baseUrl, '--page-origin', 'https://app.lender.example/page'],
      [baseUrl, '--page-origin', 'capacitor://localhost/page'],
      [`${baseUrl}?a=secret-value`],
      [`${baseUrl}?`],
      ['https://:secret-value@lender.example/codat'],
      [baseUrl, '--unknown'],
    ]) {
      const { code, errors } = await type(['conform', ...args], { env: {} });
      assert.equal(code, 2, args.join(' '));
      assert.ok(errors.length > 10, args.join(' '));
      assert.doesNotMatch(errors, /secret-value/);
    }
  });

  it('works over the network, where it names two weak cookies and a page without a type', async () => {
    const answer: RequestListener = (request, response) => {
      response.setHeader('Set-Cookie', ['a=1; Secure; HttpOnly', 'b=2; HttpOnly', 'c=3']);
      response.setHeader('Cache-Control', 'no-store');
      response.statusCode = request.headers.cookie === undefined ? 401 : 200;
      response.end('<html>');
    };
    const outcome = await listening(answer, (origin) =>
      type(['conform', '--json', '--token-endpoint', `${origin}/token`, '--cookie', 'a=b'], onNetwork),
    );
    const { wrong } = readFindings(outcome);
    assert.deepEqual(
      wrong.map(({ check, says }) => `${check}: ${says}`),
      [
        'token: The token is a page of HTML.',
        'cookies: A cookie of POST /token, GET /token, OPTIONS /token lacks Secure, HttpOnly.',
      ],
    );
  });

  it('ends in time at a server that accepts and never answers, or never ends its answer', async () => {
    const silent = await listening(
      () => undefined,
      (origin) => type(['conform', '--json', '--timeout', '1', origin], onNetwork),
    );
    assert.match(readFindings(silent).wrong[0]?.says ?? '', /Nothing answers at .* within 1 seconds/);
    const endless: RequestListener = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"companyId":');
    };
    const stuck = await listening(endless, (origin) =>
      type(['conform', '--json', '--timeout', '1', origin], onNetwork),
    );
    assert.equal(stuck.code, 1);
  });

  it('sends nothing more after two minutes', async () => {
    let time = Date.now();
    let sent = 0;
    const server = () => {
      sent++;
      time += 50_000;
      return Promise.resolve(new Response('', { status: 500 }));
    };
    const outcome = await type(['conform', '--json', baseUrl, ...people], {
      env: {},
      now: () => time,
      fetch: server,
    });
    assert.ok(sent < 15, String(sent));
    assert.equal(readFindings(outcome).findings.at(-1)?.check, 'time');
  });
});
