import assert from 'node:assert/strict';
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage, type RequestOptions } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { serveSimulator } from '../../demo/server/serve-simulator.js';
import { freePort } from '../gateway/adapters/processes.js';
import { RedisServer } from '../gateway/redis/redis-server.js';
import { signingKey, webhookSecret } from '../gateway/set-up.js';
import { identities, secrets, sessionToken } from '../server/set-up.js';
import { startServe } from '../server/site.js';
import { quantile, spread } from './spread.js';

// What open streams of changes cost: two processes of `serve` share a Redis, and one of them holds ever more streams, each
// of a company of its own. A bare Hono handler holds as many before, and answers reads with the same bytes meanwhile, in
// turns, so that a busy machine slows both. Needs redis-server, and `ulimit -n` of more than 11,000.

const steps = [0, 1_000, 10_000];
const rounds = 11;
const requestsPerRound = 640;
const atOnce = 16;
const webhooksPerStep = 20;
/** The most that a process allows a company. */
const pagesPerProcess = 20;
/** Two heartbeats, so that what a new stream leaves behind has been collected. */
const settlingMs = 55_000;

type Headers = Readonly<Record<string, string>>;

/** What is asked, and the process that answers. */
interface Subject {
  readonly origin: string;
  readonly pid: number;
}

interface Figures {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p99: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
const baseUrl = `http://localhost:${await freePort()}/codat`;
const redis = await RedisServer.start();
const codat = await serveSimulator({
  port: await freePort(),
  redirectUrl: `${baseUrl}/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
});
const settings = {
  ...identities.token,
  IDENTITY_NAMES: 'company',
  CODAT_API_KEY: codat.simulator.apiKey,
  CODAT_URL: codat.simulator.origin,
  CODAT_WEBHOOK_SECRETS: webhookSecret,
  BASE_URL: baseUrl,
  SIGNING_KEYS: signingKey,
  RETURN_TO: '/connected',
  LENDER: 'Larkspur',
  INTERNAL_KEY: secrets.internal,
  DRAIN_SECONDS: '0',
  LOG: 'troubles',
  REDIS_URL: redis.url,
};
const gateway = await startServe(settings);
const neighbour = await startServe(settings);
const company = await companyWithThreeConnections();
const own = await headersOf(company);
const paths = ['/codat/api/integrations', `/codat/api/companies/${company}/connections`];
const bare = await startBare(await Promise.all(paths.map((path) => textOf(gateway, path))));

const pages = await Promise.all(
  [gateway, neighbour].flatMap((at) =>
    Array.from({ length: pagesPerProcess }, async () => openStream(at, own)),
  ),
);
const costs: object[] = [];
const notices: object[] = [];
const reads: object[] = [];
// What a process keeps once it has worked is no cost of streams.
for (const path of paths) await compare(path);
for (const streams of steps) {
  const theirs = await holding(streams, bare, () => Promise.resolve(megabytes(bare)));
  await holding(streams, gateway, async (openMs) => {
    costs.push({
      streams,
      'memory, MB': megabytes(gateway),
      'bare, MB': theirs.found,
      'ms to open one': openMs,
      'bare, ms': theirs.openMs,
      'event loop lag, ms': await lagMs(),
    });
    notices.push({ streams, 'ms to the last of 40 pages': spread(await timesToLastPage(), 1) });
    for (const path of paths)
      reads.push({ streams, path: path.replace(company, '{id}'), ...(await compare(path)) });
  });
}
console.log('\nStreams of changes, one of each company');
console.table(costs);
console.log(`\nFrom a webhook to the last of a company's pages at two processes, least / median / most`);
console.table(notices);
console.log(`\nReads by ${atOnce} at once, ${rounds} rounds: least / median / most`);
console.table(reads);
process.exit();

async function companyWithThreeConnections(): Promise<string> {
  const { simulator } = codat;
  const post = async (path: string, body: object) => {
    const answer = await simulator.fetch(simulator.origin + path, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(simulator.apiKey)}` },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { id: string };
  };
  const { id } = await post('/companies', { name: 'Marlow Bakery' });
  for (const platformKey of ['gbol', 'fztf', 'exgd'])
    simulator.authorize((await post(`/companies/${id}/connections`, { platformKey })).id);
  return id;
}

/** What the page of a company sends. */
async function headersOf(id: string): Promise<Headers> {
  const hour = 3_600;
  const cookie = await sessionToken({ sub: id, exp: Math.floor(Date.now() / 1000) + hour });
  const Cookie = `${identities.token.IDENTITY_COOKIE}=${cookie}`;
  const { accessToken } = JSON.parse(await textOf(gateway, '/codat/token', { Cookie }, 'POST')) as {
    accessToken: string;
  };
  return { Cookie, Authorization: `Bearer ${accessToken}` };
}

async function textOf({ origin }: Pick<Subject, 'origin'>, path: string, headers = own, method = 'GET') {
  const answer = await ask(origin + path, { method, headers, agent });
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  assert.equal(answer.statusCode, 200, text);
  return text;
}

async function ask(url: string, options: RequestOptions, body?: string): Promise<IncomingMessage> {
  const [answer] = (await once(request(url, options).end(body), 'response')) as [IncomingMessage];
  return answer;
}

async function startBare(bodies: readonly string[]): Promise<Subject> {
  const child = fork(fileURLToPath(new URL('bare-server.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  child.send(Object.fromEntries(paths.map((path, at) => [path, bodies[at]])));
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid ?? 0 };
}

/** A page's stream of changes, once it has said that it is open. */
async function openStream({ origin }: Pick<Subject, 'origin'>, headers: Headers): Promise<IncomingMessage> {
  const stream = await ask(`${origin}/codat/events`, { headers, agent: false });
  assert.equal(stream.statusCode, 200);
  stream.on('end', () => assert.fail('A stream ended.'));
  await once(stream, 'data');
  return stream;
}

/** Does the work while so many streams are open, and have been for two heartbeats; and says how long one took to open. */
async function holding<Found>(
  count: number,
  at: Subject,
  work: (openMs: string) => Promise<Found>,
): Promise<{ openMs: string; found: Found }> {
  const all = await Promise.all(
    Array.from({ length: count }, async () => (at === bare ? {} : headersOf(crypto.randomUUID()))),
  );
  const open: IncomingMessage[] = [];
  const began = performance.now();
  await inTurns(all, async (headers) => open.push(await openStream(at, headers)));
  const openMs = count ? ((performance.now() - began) / count).toFixed(2) : '';
  // The lag is of the time since the last reading: opening so many at once is not what is asked here.
  await lagMs();
  await wait(settlingMs);
  const found = await work(openMs);
  for (const stream of open) stream.removeAllListeners('end').destroy();
  return { openMs, found };
}

/** Does the work for each item, for some at once. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const remaining = items.values();
  const one = async () => {
    for (const item of remaining) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

function megabytes({ pid }: Subject): number {
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024);
}

async function lagMs(): Promise<number> {
  const metrics = await (
    await fetch(`${gateway.internalOrigin}/metrics`, {
      headers: { Authorization: `Bearer ${secrets.internal}` },
    })
  ).text();
  return 1_000 * Number(/^codat_gateway_event_loop_lag_seconds (\S+)$/m.exec(metrics)?.[1]);
}

/** Milliseconds from a webhook to the last page of its company that hears of it, once a webhook. */
async function timesToLastPage(): Promise<number[]> {
  const times: number[] = [];
  for (let sent = 0; sent < webhooksPerStep; sent++) {
    const heard = Promise.all(pages.map(nextNotice));
    const began = performance.now();
    await sendWebhook();
    await heard;
    times.push(performance.now() - began);
  }
  return times;
}

async function nextNotice(page: IncomingMessage): Promise<void> {
  for (;;) {
    const [chunk] = (await once(page, 'data')) as [Buffer];
    if (chunk.includes('event: look')) return;
  }
}

async function sendWebhook(): Promise<void> {
  const id = crypto.randomUUID();
  const at = new Date();
  const body = JSON.stringify({
    id,
    eventType: 'connection.connected',
    generatedDate: at.toISOString(),
    payload: { referenceCompany: { id: company }, connection: { id: crypto.randomUUID() } },
  });
  const answer = await fetch(`${neighbour.origin}/codat/webhooks`, {
    method: 'POST',
    body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(webhookSecret).sign(id, at, body),
    },
  });
  assert.equal(answer.ok, true);
}

/** Asks both for the same, in turns. */
async function compare(path: string) {
  const found: { ours: Figures; theirs: Figures }[] = [];
  for (let round = 0; round <= rounds; round++)
    found.push({ ours: await measure(gateway, path), theirs: await measure(bare, path) });
  // The first round warms both up.
  const [, ...counted] = found;
  const figure = (of: keyof Figures, digits: number) => ({
    ours: spread(
      counted.map(({ ours }) => ours[of]),
      digits,
    ),
    ratio: spread(
      counted.map(({ ours, theirs }) => ours[of] / theirs[of]),
      2,
    ),
  });
  const [perSecond, p99] = [figure('perSecond', 0), figure('p99', 1)];
  return {
    'requests/s': perSecond.ours,
    '÷ bare': perSecond.ratio,
    'p99, ms': p99.ours,
    'p99 ÷ bare': p99.ratio,
  };
}

async function measure(at: Pick<Subject, 'origin'>, path: string): Promise<Figures> {
  const times: number[] = [];
  const began = performance.now();
  await inTurns(Array.from({ length: requestsPerRound }), async () => {
    const asked = performance.now();
    await textOf(at, path);
    times.push(performance.now() - asked);
  });
  return { perSecond: (1_000 * requestsPerRound) / (performance.now() - began), p99: quantile(times, 0.99) };
}
