import assert from 'node:assert/strict';
import { Hono } from 'hono';
import { platforms } from '../../src/simulator/index.js';
import { baseUrl, setUp } from '../gateway/set-up.js';
import { until } from '../support/until.js';
import { quantile, spread } from './spread.js';

// What the gateway costs: its answers beside those of a bare Hono handler that has the same bytes and headers at
// hand. Both are called in this process and in turns, so that a busy machine slows both: one by one they take turns at
// every request, side by side in short bursts. Fails when the answers differ.

type Ask = () => Promise<Response>;

/**
 * What one round found: requests a second, and a second of processor time, with sixteen at once; and milliseconds of
 * those asked one by one.
 */
interface Figures {
  readonly perSecond: number;
  readonly perCpuSecond: number;
  readonly p50: number;
  readonly p99: number;
}

// Many short rounds: a pause of a busy machine then spoils few of them, and no median.
const rounds = 41;
const oneByOne = 200;
const sideBySide = 640;
const atOnce = 16;
/** What the list of platforms says once it has every picture. */
const completeCacheControl = 'public, max-age=600, stale-while-revalidate=86400';

const { company, gateway, openPage, signIn, simulator, tokenFor } = await setUp({}, platforms);
const own = await openPage();
for (const platform of ['gbol', 'pqsw']) await signIn((await own.connect(platform)).linkUrl, 'allow');
await own.connect('qhyg');
// Pictures that arrive later would change the list.
await until(
  async () =>
    (await gateway.fetch(new Request(`${baseUrl}/platforms`))).headers.get('Cache-Control') ===
    completeCacheControl,
);
const headers = {
  Authorization: `Bearer ${await tokenFor()}`,
  Cookie: 'session=of-the-lender',
  Origin: new URL(baseUrl).origin,
  'Sec-Fetch-Site': 'same-origin',
};

for (const path of ['/api/integrations', `/api/companies/${company}/connections`]) {
  const request = () => new Request(baseUrl + path, { headers });
  const ours: Ask = () => gateway.fetch(request());
  const { bytes } = await seen(await ours());
  const theirs = await bare(path, await ours(), request);
  const before = simulator.requests.length;

  await demandSame(ours, theirs);
  const found: { ours: Figures; theirs: Figures }[] = [];
  for (let round = 0; round <= rounds; round++) found.push(await measure(ours, theirs));
  await demandSame(ours, theirs);
  assert.equal(simulator.requests.length, before, 'Codat was asked meanwhile');

  // The first round warms both up.
  const [, ...counted] = found;
  const ratio = (of: keyof Figures) => counted.map(({ ours, theirs }) => ours[of] / theirs[of]);
  console.log(
    `\nGET ${path.replace(company, '{id}')}, ${bytes.length} bytes, ${rounds} rounds: least / median / most`,
  );
  console.table({
    gateway: row(counted.map(({ ours }) => ours)),
    'bare Hono': row(counted.map(({ theirs }) => theirs)),
    'gateway ÷ bare': {
      'requests/s': spread(ratio('perSecond'), 2),
      'requests/CPU s': spread(ratio('perCpuSecond'), 2),
      'p50 ms': spread(ratio('p50'), 1),
      'p99 ms': spread(ratio('p99'), 1),
    },
  });
}

/** Asks a handler that does nothing but answer this. */
async function bare(path: string, answer: Response, request: () => Request): Promise<Ask> {
  const { status, headers } = answer;
  const bytes = await answer.arrayBuffer();
  const app = new Hono();
  app.get(new URL(baseUrl).pathname + path, () => new Response(bytes, { status, headers }));
  return async () => app.fetch(request());
}

async function demandSame(ours: Ask, theirs: Ask): Promise<void> {
  const [one, other] = await Promise.all([ours().then(seen), theirs().then(seen)]);
  assert.equal(one.status, 200, one.bytes);
  assert.deepEqual(one, other, 'The gateway and the bare handler answer differently');
}

async function seen(answer: Response) {
  return { status: answer.status, headers: [...answer.headers], bytes: await answer.text() };
}

async function measure(ours: Ask, theirs: Ask): Promise<{ ours: Figures; theirs: Figures }> {
  const took = { ours: [] as number[], theirs: [] as number[] };
  for (let asked = 0; asked < oneByOne; asked++) {
    took.ours.push(await timeOf(ours));
    took.theirs.push(await timeOf(theirs));
  }
  const figures = async (ask: Ask, times: readonly number[]): Promise<Figures> => ({
    ...(await rateOf(ask)),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  });
  return { ours: await figures(ours, took.ours), theirs: await figures(theirs, took.theirs) };
}

async function timeOf(ask: Ask): Promise<number> {
  const began = performance.now();
  await (await ask()).arrayBuffer();
  return performance.now() - began;
}

async function rateOf(ask: Ask): Promise<Pick<Figures, 'perSecond' | 'perCpuSecond'>> {
  let remaining = sideBySide;
  const work = async () => {
    while (remaining-- > 0) await (await ask()).arrayBuffer();
  };
  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  await Promise.all(Array.from({ length: atOnce }, work));
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    perSecond: (1_000 * sideBySide) / (performance.now() - began),
    perCpuSecond: (1_000_000 * sideBySide) / (user + system),
  };
}

function row(figures: readonly Figures[]) {
  return {
    'requests/s': spread(
      figures.map(({ perSecond }) => perSecond),
      0,
    ),
    'requests/CPU s': spread(
      figures.map(({ perCpuSecond }) => perCpuSecond),
      0,
    ),
    'p50 ms': spread(
      figures.map(({ p50 }) => p50),
      3,
    ),
    'p99 ms': spread(
      figures.map(({ p99 }) => p99),
      3,
    ),
  };
}
