import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { createGateway, memoryStore, type GatewaySettings } from '../../src/gateway/index.js';
import { createSimulator, type SimulatorSettings } from '../../src/simulator/index.js';
import { signingKey, unknownCompany } from '../gateway/set-up.js';
import { type } from './command-line.js';

interface Finding {
  check: string;
  is: string;
  says: string;
  cure?: string;
  page?: string;
}

type Handler = (request: Request) => Response | Promise<Response>;

const running: (() => void)[] = [];
after(() => {
  for (const close of running) close();
});

/** A server on this machine: its address, and a way to change its responses. */
async function server() {
  const at: { url: string; answer: Handler } = { url: '', answer: () => new Response(null, { status: 500 }) };
  const listening = createAdaptorServer({ fetch: (request) => at.answer(request) });
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  running.push(() => listening.close());
  // A server on a port has an address of this kind.
  at.url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  return at;
}

const allEvents = [
  'connection.connected',
  'connection.failed',
  'connection.disconnected',
  'connection.reconnected',
  'connection.deleted',
  'read.completed',
  'read.completed.initial',
];
const secret = `whsec_${btoa('a secret of twenty-four b')}`;
const consumer = (baseUrl: string, change: object = {}) => ({
  webhookConsumers: [
    {
      url: `${baseUrl}/webhooks`,
      secret,
      eventTypes: allEvents,
      deliver: () => Promise.resolve(new Response()),
      ...change,
    },
  ],
});

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
const pageWith =
  (head = '', headers: Record<string, string> = { 'Content-Security-Policy': policy }) =>
  () =>
    new Response(`<!doctype html>${head}<platform-picker></platform-picker>`, {
      headers: { 'Content-Type': 'text/html', ...headers },
    });
const withPolicy = (value: string) => pageWith('', { 'Content-Security-Policy': value });

interface SetUp {
  /** What is set at Codat, once it is known where the gateway is. */
  codat?: (baseUrl: string) => SimulatorSettings;
  gateway?: Partial<GatewaySettings>;
  page?: Handler;
  /** Replaces the responses of the lender's whole server. */
  before?: (request: Request) => Response | undefined;
  args?: string[];
  env?: Record<string, string>;
  now?: () => number;
}

/** What the doctor finds of a lender who has everything as it should be, but for what a test says. */
async function examine({
  codat,
  gateway: given,
  page = pageWith(),
  before,
  args = [],
  env,
  now,
}: SetUp = {}) {
  const [atCodat, lender] = [await server(), await server()];
  const baseUrl = `${lender.url}/codat`;
  const simulator = createSimulator({
    redirectUrl: `${baseUrl}/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
    ...consumer(baseUrl),
    ...codat?.(baseUrl),
  });
  atCodat.answer = (request) => simulator.fetch(request);
  const gateway = createGateway({
    apiKey: 'simulator',
    baseUrl,
    signingKeys: [signingKey],
    company: () => null,
    codatUrl: atCodat.url,
    webhookSecrets: [secret],
    ...given,
  });
  lender.answer = (request) =>
    before?.(request) ?? (request.url.endsWith('/apply') ? page(request) : gateway.fetch(request));

  const line = ['doctor', '--json', '--base-url', baseUrl, '--page', `${lender.url}/apply`];
  const outcome = await type([...line, '--codat-url', atCodat.url, ...args], {
    env: { CODAT_API_KEY: 'simulator', CODAT_WEBHOOK_SECRET: secret, ...env },
    fetch: (request) => fetch(request),
    ...(now && { now }),
  });
  const { findings } = JSON.parse(outcome.output) as { findings: Finding[] };
  return { ...outcome, findings, wrong: findings.filter(({ is }) => is !== 'ok') };
}

const redirect = (query: string) => (baseUrl: string) => ({ redirectUrl: `${baseUrl}/return?${query}` });
const instead = (path: string, answer: () => Response) => (request: Request) =>
  new URL(request.url).pathname === path ? answer() : undefined;
const locked = () =>
  new Response(null, { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="staging"' } });
const quiet = { onEvent: () => undefined };

/** A misconfiguration; the one check that finds it, its severity, and the text that is printed. */
const cases: [what: string, setUp: SetUp, check: string, is: string, says: RegExp][] = [
  ['a wrong key', { env: { CODAT_API_KEY: 'hush' } }, 'API key', 'fault', /does not take the key/],
  [
    'a clock that is ahead',
    { now: () => Date.now() + 200_000 },
    'clock',
    'fault',
    /(199|20\d) seconds ahead/,
  ],
  ['a clock that is behind', { now: () => Date.now() - 90_000 }, 'clock', 'fault', /(8|9)\d seconds behind/],
  ['no redirect', { codat: () => ({ redirectUrl: '' }) }, 'redirect', 'fault', /No redirect is set/],
  [
    'a redirect to another server',
    { codat: () => ({ redirectUrl: 'https://staging.lender.example/codat/return?state={state}' }) },
    'redirect',
    'fault',
    /sent to https:\/\/staging\.lender\.example\/codat\/return, and not to/,
  ],
  [
    'a redirect that loses the state',
    { codat: redirect('connectionId={connectionId}&statusCode={statusCode}') },
    'redirect',
    'fault',
    /does not pass on state\./,
  ],
  [
    'a redirect with a name Codat does not know',
    { codat: redirect('connectionId={ConnectionId}&statusCode={statusCode}&state={state}') },
    'redirect',
    'fault',
    /does not pass on connectionId\./,
  ],
  ['no webhook consumer', { codat: () => ({ webhookConsumers: [] }) }, 'webhooks', 'advice', /no webhooks/],
  [
    'a consumer for another address',
    { codat: (base) => consumer(base, { url: 'https://lender.example/hooks' }) },
    'webhooks',
    'advice',
    /no webhooks/,
  ],
  [
    'a consumer that hears too little',
    { codat: (base) => consumer(base, { eventTypes: allEvents.slice(0, 6) }) },
    'webhooks',
    'fault',
    /does not hear of read\.completed\.initial\./,
  ],
  [
    'a secret that is cut short',
    { env: { CODAT_WEBHOOK_SECRET: 'whsec_aHVzaA==' } },
    'webhook secret',
    'fault',
    /cut short/,
  ],
  ['another kind of secret', { args: ['--webhook-secret', 'hush'] }, 'webhook secret', 'fault', /whsec_/],
  [
    'a gateway with another secret',
    { gateway: { ...quiet, webhookSecrets: [`whsec_${btoa('another secret of bytes')}`] } },
    'webhook secret at the gateway',
    'fault',
    /does not know what is signed/,
  ],
  [
    'a gateway whose clock is wrong',
    { gateway: { ...quiet, now: () => Date.now() - 360_000 } },
    'webhook secret at the gateway',
    'fault',
    /more than five minutes apart/,
  ],
  [
    'a gateway that takes no webhooks',
    { before: instead('/codat/webhooks', () => new Response('Not found', { status: 404 })) },
    'webhook secret at the gateway',
    'fault',
    /takes no webhooks/,
  ],
  [
    'a gateway that is mounted elsewhere',
    { before: instead('/codat/health', () => new Response('Not found', { status: 404 })) },
    'gateway',
    'fault',
    /Something else than the gateway answers .* \(404\)/,
  ],
  [
    'a sign-in that stands before the gateway',
    {
      before: ({ url }) =>
        url.includes('/codat/') ? Response.redirect('https://lender.example/') : undefined,
    },
    'gateway',
    'fault',
    /Something else .* \(302\)/,
  ],
  [
    'a gateway with another key',
    { gateway: { ...quiet, apiKey: 'another' } },
    'platforms',
    'fault',
    /no list of platforms/,
  ],
  ['no platform', { codat: () => ({ platforms: [] }) }, 'platforms', 'fault', /No platform is enabled/],
  [
    'a gateway that trusts strangers',
    { gateway: { company: () => unknownCompany } },
    'token',
    'fault',
    /got a token/,
  ],
  [
    'a host that throws at strangers',
    {
      gateway: {
        ...quiet,
        company: () => {
          throw new Error('no session');
        },
      },
    },
    'token',
    'fault',
    /is answered 503 at \/token/,
  ],
  [
    'a policy that keeps the page from the gateway',
    { page: withPolicy("default-src 'none'; img-src 'self'; connect-src https://api.lender.example") },
    'policy: connect-src',
    'fault',
    /may not ask the gateway/,
  ],
  [
    'a policy that hides the images',
    { page: withPolicy("default-src 'self'; img-src data:") },
    'policy: img-src',
    'fault',
    /may not show/,
  ],
  [
    'a policy that stops the page’s own script',
    {
      page: pageWith('<script type="module" src="/codat-elements/app.js"></script>', {
        'Content-Security-Policy': policy.replace("script-src 'self'", 'script-src https://cdn.example'),
      }),
      before: instead('/codat-elements/app.js', () => new Response('')),
    },
    'policy: script-src',
    'fault',
    /may not run \/codat-elements\/app\.js/,
  ],
  [
    'a policy in the page itself',
    { page: pageWith(`<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`, {}) },
    'policy: connect-src',
    'fault',
    /may not ask the gateway/,
  ],
  [
    'trusted types that leave ours out',
    { page: withPolicy(`${policy}; require-trusted-types-for 'script'; trusted-types ours`) },
    'policy: trusted-types',
    'fault',
    /trusted types/,
  ],
  [
    'trusted types that let ours be made but once',
    { page: withPolicy(`${policy}; require-trusted-types-for 'script'; trusted-types lit-html`) },
    'policy: trusted-types',
    'fault',
    /'allow-duplicates'/,
  ],
  [
    'a sandbox',
    { page: withPolicy(`${policy}; sandbox allow-scripts allow-same-origin`) },
    'policy: sandbox',
    'fault',
    /sandbox/,
  ],
  [
    'trusted types that leave out webpack’s own',
    {
      page: pageWith('<script src="/app.js"></script>', {
        'Content-Security-Policy': `${policy}; trusted-types lit-html 'allow-duplicates'`,
      }),
      before: instead('/app.js', () => new Response('n.tt=()=>trustedTypes.createPolicy("shop#webpack",{})')),
    },
    'policy: trusted-types',
    'fault',
    /leaves out: shop#webpack\./,
  ],
  [
    'a service worker that answers for the gateway’s pages',
    {
      page: pageWith('<script>navigator.serviceWorker.register("/sw.js")</script>'),
      before: instead(
        '/sw.js',
        () => new Response('r(new NavigationRoute(createHandlerBoundToURL("/index.html")))'),
      ),
    },
    'service worker',
    'advice',
    /^The page has a service worker/,
  ],
  [
    'a router that takes fragments for paths',
    {
      page: pageWith('<script src="/app.js"></script>'),
      before: instead('/app.js', () => new Response('const router = createWebHashHistory();')),
    },
    'hash router',
    'advice',
    /#codat=/,
  ],
  [
    'a password before the gateway',
    { before: instead('/codat/return', () => locked()) },
    'password',
    'fault',
    /Basic auth/,
  ],
  [
    'a password before all of it',
    { before: instead('/codat/health', () => locked()) },
    'password',
    'fault',
    /Basic auth/,
  ],
  [
    'a page behind a password',
    { page: () => locked() },
    'page',
    'fault',
    /answered 401\. Take Basic auth off/,
  ],
  ['no such page', { page: () => new Response(null, { status: 404 }) }, 'page', 'fault', /answered 404/],
  [
    'a page that loads Codat’s SDK',
    { page: pageWith('<script type="module">import "https://link-sdk.codat.io"</script>') },
    'scripts of Codat’s',
    'advice',
    /^The page loads an SDK of Codat’s/,
  ],
  [
    'a page that names Codat’s SDK with escaped slashes',
    { page: pageWith('<script type="application/json">{"sdk":"https:\\/\\/link-sdk.codat.io"}</script>') },
    'scripts of Codat’s',
    'advice',
    /^The page loads an SDK of Codat’s/,
  ],
  [
    'a script that uses the retired token endpoint',
    {
      page: pageWith('<script src="/old.js"></script>'),
      before: instead('/old.js', () => new Response('get("/companies/1/connectionManagement/accessToken")')),
    },
    'old token endpoint',
    'fault',
    /retired on 12 October 2026/,
  ],
  [
    'a test host',
    { page: pageWith('<a href="https://link-uat.codat.io/company/1">Connect</a>') },
    'test hosts of Codat’s',
    'fault',
    /test host/,
  ],
];

describe('doctor', () => {
  it('reports no problem for a correct setup, and lists what it checked', async () => {
    const { code, findings } = await examine();
    assert.deepEqual(
      findings.map(({ check, is }) => `${check} ${is}`),
      [
        'API key ok',
        'clock ok',
        'redirect ok',
        'webhooks ok',
        'webhook secret ok',
        'gateway ok',
        'platforms ok',
        'token ok',
        'webhook secret at the gateway ok',
        'policy ok',
      ],
    );
    assert.equal(code, 0);
  });

  for (const [what, setUp, check, is, says] of cases) {
    it(`names the cause of ${what}, and how to fix it`, async () => {
      const { code, output, errors, wrong } = await examine(setUp);
      assert.deepEqual(
        wrong.map((finding) => `${finding.check} ${finding.is}`),
        [`${check} ${is}`],
      );
      const [finding] = wrong;
      assert.match(`${finding?.says} ${finding?.cure}`, says);
      assert.ok((finding?.cure ?? '').length > 15);
      assert.match(finding?.page ?? '', /^https:\/\//);
      assert.equal(code, is === 'fault' ? 1 : 0);
      assert.doesNotMatch(output + errors, /hush|simulator|aHVzaA|whsec_[A-Za-z0-9]/);
    });
  }

  it('accepts a policy that allows scripts by a nonce, a hash or strict-dynamic', async () => {
    const head = '<script nonce="r4nd0m" src="/app.js"></script>';
    for (const source of ["'nonce-r4nd0m'", "'sha256-abc='", "'strict-dynamic'"]) {
      const headers = {
        'Content-Security-Policy': policy.replace("script-src 'self'", `script-src ${source}`),
      };
      const { wrong } = await examine({
        page: pageWith(head, headers),
        before: instead('/app.js', () => new Response('')),
      });
      assert.deepEqual(wrong, []);
    }
  });

  /** The checks of a page’s policy that were made with no server but the page’s. */
  const examinePolicy = async (policy: string, page: string, baseUrl: string): Promise<string[]> => {
    const { output } = await type(['doctor', '--json', '--base-url', baseUrl, '--page', page], {
      fetch: ({ url }) =>
        url === page ? Promise.resolve(withPolicy(policy)()) : Promise.reject(new TypeError('fetch failed')),
    });
    const { findings } = JSON.parse(output) as { findings: Finding[] };
    return findings.map(({ check }) => check).filter((check) => check.startsWith('policy'));
  };

  const sources: [source: string, isAccepted: boolean][] = [
    ['*', true],
    ['https:', true],
    ['http:', true],
    ['data:', false],
    ['https://*', true],
    ['http://*:*', true],
    ['api.lender.example', true],
    ['HTTPS://*.Lender.example', true],
    ['http://api.lender.example', true],
    ['ftp://api.lender.example', false],
    ['api.lender.example:443', true],
    ['api.lender.example:*', true],
    ['api.lender.example:8443', false],
    ['*.api.lender.example', false],
    ['https://api.lender.example/codat/', true],
    ['https://api.lender.example/codat', false],
    ['https://api.lender.example/codat/token/', false],
    ["'self'", false],
  ];
  for (const [source, isAccepted] of sources) {
    it(`${isAccepted ? 'accepts' : 'rejects'} ${source} for a gateway at api.lender.example, as browsers do`, async () => {
      const page = 'https://www.lender.example/apply';
      const checks = await examinePolicy(`connect-src ${source}`, page, 'https://api.lender.example/codat');
      assert.deepEqual(checks, [isAccepted ? 'policy' : 'policy: connect-src']);
    });
  }

  it('accepts ’self’ for the gateway over https at the host of a page over http, as browsers do', async () => {
    const page = 'http://www.lender.example/apply';
    assert.deepEqual(await examinePolicy(policy, page, 'https://www.lender.example/codat'), ['policy']);
  });

  it('names the store when the gateway answers and its store does not', async () => {
    const store = { ...memoryStore(), get: () => Promise.reject(new Error('away')) };
    const { code, wrong } = await examine({ gateway: { ...quiet, store } });
    assert.match(wrong[0]?.says ?? '', /its store does not/);
    assert.equal(code, 1);
  });

  it('accepts a placeholder in the redirect URL', async () => {
    const query = 'connectionId={connectionId}&statusCode={statusCode}&state={state}';
    const { wrong } = await examine({
      codat: (baseUrl) => ({ redirectUrl: `${baseUrl.replace('127', '{env}')}/return?${query}` }),
    });
    assert.deepEqual(wrong, []);
  });

  it('reports what can’t be reached, and continues with the other checks', async () => {
    const { code, findings } = await examine({ args: ['--codat-url', 'http://127.0.0.1:9'] });
    assert.match(findings.find(({ check }) => check === 'API key')?.says ?? '', /^Codat can’t be reached/);
    assert.ok(findings.some(({ check, is }) => check === 'token' && is === 'ok'));
    assert.equal(code, 1);
    const alone = await examine({ args: ['--base-url', 'http://127.0.0.1:9/codat'] });
    assert.match(alone.findings.find(({ check }) => check === 'gateway')?.says ?? '', /^Nothing answers at/);
  });

  it('reports no service worker that leaves the gateway’s requests alone', async () => {
    for (const worker of [
      'new NavigationRoute(page, { denylist: [/^\\/api/] })',
      "if (request.mode === 'navigate' && !/^\\/codat\\//.test(path)) respond();",
    ]) {
      const { wrong } = await examine({
        page: pageWith('<script>navigator.serviceWorker?.register("/sw.js")</script>'),
        before: instead('/sw.js', () => new Response(worker)),
      });
      assert.deepEqual(wrong, []);
    }
  });

  it('finds misconfigurations in a folder of settings', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
    await writeFile(
      join(folder, 'vite.config.ts'),
      "VitePWA({ workbox: { navigateFallback: '/index.html' } })",
    );
    await writeFile(join(folder, 'webpack.config.js'), 'output: { trustedTypes: true }');
    await writeFile(join(folder, 'router.tsx'), 'export const router = createHashRouter(routes);');
    const { wrong } = await examine({ args: ['--code', folder] });
    assert.deepEqual(wrong.map(({ check }) => check).sort(), [
      'hash router',
      'service worker',
      'trusted types of webpack',
    ]);
    await rm(folder, { recursive: true });
  });

  it('finds retired features in a folder of source and settings', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
    await mkdir(join(folder, 'node_modules'));
    await writeFile(join(folder, 'token.ts'), 'get(`/companies/${id}/connectionManagement/accessToken`)');
    await writeFile(join(folder, 'node_modules', 'old.js'), 'https://link-uat.codat.io');
    const { wrong } = await examine({ args: ['--code', folder] });
    assert.deepEqual(
      wrong.map(({ check, says }) => [check, says.split(' ')[0]]),
      [['old token endpoint', 'token.ts']],
    );
    await rm(folder, { recursive: true });
  });

  it('prints sentences for people, with a link each', async () => {
    const { code, output } = await type(['doctor', '--base-url', 'http://lender.example/codat']);
    assert.equal(code, 1);
    assert.match(
      output,
      /^FAULT {3}API key: Codat can’t be reached from here\.\n {8}Let this machine.*\n {8}https:/m,
    );
    assert.match(output, /^FAULT {3}https: People reach the gateway over plain http/m);
    assert.match(output, /^skipped webhook secret: No secret was given/m);
  });

  it('exits with 2 and a usage message when its arguments are wrong', async () => {
    const here = ['--base-url', 'https://lender.example/codat'];
    for (const args of [
      [],
      ['--base-url', 'codat'],
      ['--base-url', 'https://lender.example/codat?a=b'],
      [...here, '--codat-url', 'https://api.codat.example/?a=b'],
      [...here, '--page', '/apply'],
      [...here, '--codat-url', 'http://api.codat.example'],
      [...here, '--code', '/no/such/folder'],
    ]) {
      const { code, errors } = await type(['doctor', ...args]);
      assert.equal(code, 2, args.join(' '));
      assert.ok(errors.length > 10);
    }
    assert.equal((await type(['doctor', ...here], { env: {} })).code, 2);
  });
});
