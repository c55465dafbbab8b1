import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createSimulator, platforms, type SimulatedPlatform } from '../../src/simulator/index.js';
import { json, setUp } from '../gateway/set-up.js';
import { passHalfMinuteOnceAsked, stopClock } from '../support/clock.js';
import { type } from './command-line.js';

interface Image {
  image: { src: string };
}
interface Listed {
  key: string;
  logoUrl?: string;
  branding?: { logo?: Record<string, Image>; button?: Record<string, Image> };
}

const some = platforms.filter(({ key }) => ['gbol', 'qhyg', 'pqsw', 'pbtz', 'rvam'].includes(key));
const branding = /\/branding$/;

describe('snapshot', () => {
  let folders: string;
  let count = 0;
  before(async () => (folders = await mkdtemp(join(tmpdir(), 'snapshot-'))));
  after(() => rm(folders, { recursive: true }));

  /** A folder that is not there yet, Codat, and the command on both. */
  const setUpFolder = (offered: readonly SimulatedPlatform[] = some) => {
    const out = join(folders, String(count++));
    const simulator = createSimulator({ platforms: offered });
    const codat = { fetch: (request: Request) => simulator.fetch(request) };
    const take = (...args: string[]) =>
      type(['snapshot', '--out', out, '--codat-url', simulator.origin, ...args], {
        fetch: (request) => codat.fetch(request),
      });
    const list = async () =>
      (JSON.parse(await readFile(join(out, 'platforms.json'), 'utf8')) as { results: Listed[] }).results;
    const requested = (path: RegExp) =>
      simulator.requests.filter((request) => path.test(request.path)).length;
    return { requested, codat, list, out, simulator, take };
  };

  it('saves every enabled platform with its images, named by the hash of their bytes', async () => {
    const { list, out, take } = setUpFolder();
    const { code, output, errors } = await take();
    assert.equal(code, 0);
    assert.match(errors, /^1\/4 .+\n2\/4 .+\n3\/4 .+\n4\/4 .+$/);
    assert.match(output, /^4 of 4 platforms are complete in /m);

    const results = await list();
    assert.deepEqual(results.map(({ key }) => key).sort(), ['gbol', 'pbtz', 'pqsw', 'qhyg']);
    const online = results.find(({ key }) => key === 'qhyg');
    assert.match(online?.branding?.button?.['hover']?.image.src ?? '', /^assets\/[0-9a-f]{64}\.svg$/);
    const files = await readdir(join(out, 'assets'));
    for (const { logoUrl } of results) assert.ok(!logoUrl || files.includes(logoUrl.replace('assets/', '')));
    assert.ok(files.every((file) => /^[0-9a-f]{64}\.svg$/.test(file)));
  });

  it('draws a bar on a terminal, and prints what was done for programs', async () => {
    const { out, simulator } = setUpFolder();
    const drawn: string[] = [];
    const { code, output, errors } = await type(
      ['snapshot', '--out', out, '--codat-url', simulator.origin, '--calls', '3', '--json'],
      { fetch: (request) => simulator.fetch(request), drawProgress: (text) => void drawn.push(text) },
    );

    assert.deepEqual([code, errors], [1, '']);
    const { missing, ...report } = JSON.parse(output) as { missing: Record<string, string> };
    assert.deepEqual(report, { out, platforms: 4, complete: 2, notes: [] });
    assert.deepEqual(Object.values(missing), Array(2).fill('not reached with --calls 3'));
    assert.match(drawn.join('\n'), /^\[ {20}\] .+\n\[#{10} {10}\] .+\n$/);
  });

  it('is served by the gateway, which then requests no platforms and no images from Codat', async () => {
    const { out, take } = setUpFolder();
    await take();
    const lender = await setUp({
      snapshot: (name) => readFile(join(out, name)).catch(() => undefined),
    });
    const before = lender.simulator.requests.length;
    const { results } = await json<{ results: Listed[] }>(await lender.call('/platforms'));
    assert.equal(results.length, 4);
    const xero = results.find(({ key }) => key === 'gbol');
    const src = xero?.branding?.logo?.['full']?.image.src ?? '';
    assert.match(src, /^https:\/\/lender\.example\/codat\/assets\//);
    const image = await lender.call(src);
    assert.deepEqual([image.status, image.headers.get('Content-Type')], [200, 'image/svg+xml']);
    const own = await lender.openPage();
    assert.equal((await own.ask('/integrations/gbol/branding')).status, 200);
    assert.equal(lender.simulator.requests.length, before);
    assert.equal((await own.connect('gbol')).status, 'PendingAuth');
    assert.equal((await lender.call(`/assets/${'0'.repeat(64)}.svg`)).status, 404);
  });

  it('is reported to the host if its file is missing, and read again later', async (t) => {
    const log = t.mock.method(console, 'error', () => undefined);
    const { out, take } = setUpFolder();
    const { call } = await setUp({ snapshot: (name) => readFile(join(out, name)).catch(() => undefined) });
    assert.equal((await call('/platforms')).status, 503);
    assert.match(String(log.mock.calls[0]?.arguments[1]), /"setting":"snapshot"/);
    await take();
    assert.equal((await call('/platforms')).status, 200);
  });

  it('is given up after ten seconds when it can’t be read to its end, and read again later', async (t) => {
    t.mock.method(console, 'error', () => undefined);
    const { out, take } = setUpFolder();
    await take();
    let hangs = true;
    let isAsked = false;
    const { call } = await setUp({
      snapshot: (name) => {
        isAsked = true;
        return hangs ? new Promise(() => undefined) : readFile(join(out, name));
      },
    });
    const clock = stopClock(t);
    const answer = call('/platforms');
    await passHalfMinuteOnceAsked(clock, () => isAsked);
    assert.equal((await answer).status, 503);
    hangs = false;
    assert.equal((await call('/platforms')).status, 200);
  });

  it('has image URLs on the static host that will serve them', async () => {
    const { list, take } = setUpFolder();
    await take('--url', 'https://cdn.lender.example/codat/');
    const [first] = await list();
    assert.match(first?.logoUrl ?? '', /^https:\/\/cdn\.lender\.example\/codat\/assets\/[0-9a-f]{64}\.svg$/);
  });

  it('stays within Codat’s rate limits, and continues with the next run', async () => {
    const { requested, list, take } = setUpFolder();
    const first = await take('--calls', '3');
    assert.equal(first.code, 1);
    assert.match(first.output, /^2 of 4/m);
    assert.match(first.errors, /: not reached with --calls 3\n.*: not reached with --calls 3\nRun it again/);
    assert.equal(requested(/^\/integrations/), 3);
    assert.equal((await list()).length, 4);

    const second = await take();
    assert.equal(second.code, 0);
    assert.equal(requested(branding), 4);
    const third = await take();
    assert.equal(third.code, 0);
    assert.equal(requested(branding), 4);
    await take('--fresh');
    assert.equal(requested(branding), 8);
  });

  it('counts every page of Codat’s list, and every retry', async () => {
    const { codat, requested, simulator, take } = setUpFolder();
    codat.fetch = (request) => {
      const url = new URL(request.url);
      url.searchParams.set('pageSize', '2');
      return simulator.fetch(new Request(url, request));
    };
    simulator.faults.add({ path: branding, times: 1, trouble: { is: 'refused', status: 503 } });
    const { output } = await take('--calls', '4');
    assert.match(output, /^1 of 4/m);
    assert.equal(requested(/^\/integrations/), 4);
  });

  it('stops when Codat refuses, keeps what it has, and says for each platform what is missing', async () => {
    const { list, simulator, take } = setUpFolder();
    const end = simulator.faults.add({
      path: '/integrations/gbol/branding',
      trouble: { is: 'refused', status: 401 },
    });
    const { code, errors } = await take();
    assert.equal(code, 1);
    assert.match(errors, /^gbol: The lender’s own access to Codat needs attention\./m);
    assert.equal((await list()).length, 4);
    end();
    assert.equal((await take()).code, 0);
  });

  it('leaves a tenth of the daily quota to people who connect', async () => {
    const { simulator, take } = setUpFolder();
    const headers = { Authorization: `Basic ${btoa(simulator.apiKey)}` };
    for (let call = 0; call < 898; call++) await simulator.fetch(`${simulator.origin}/profile`, { headers });
    const { code, errors } = await take();
    assert.equal(code, 1);
    assert.match(errors, /Codat’s calls for today are used up, or nearly/);
  });

  it('reports where Codat has no image, and retries one that failed to load', async () => {
    const { list, simulator, take } = setUpFolder();
    const end = simulator.faults.add({
      path: '/public/platforms/gbol.svg',
      trouble: { is: 'refused', status: 503 },
    });
    const { code, output, errors } = await take();
    assert.equal(code, 1);
    assert.match(output, /^pbtz: Codat has no image at \/public\/platforms\/pbtz\.svg$/m);
    assert.match(errors, /^gbol: Codat could not send \/public\/platforms\/gbol\.svg$/m);
    assert.equal((await list()).find(({ key }) => key === 'gbol')?.logoUrl, undefined);
    end();
    assert.equal((await take()).code, 0);
  });

  it('replaces what an earlier run left damaged', async () => {
    const { requested, out, take } = setUpFolder();
    await take();
    const [file = ''] = await readdir(join(out, 'assets'));
    await rm(join(out, 'assets', file));
    assert.equal((await take()).code, 0);
    assert.ok((await readdir(join(out, 'assets'))).includes(file));
    assert.ok(requested(branding) > 4);
    await writeFile(join(out, 'platforms.json'), '{"results":[');
    assert.equal((await take()).code, 0);
  });

  it('exits with 2 and a message when it can’t run', async () => {
    const { out, take } = setUpFolder();
    const without = await type(['snapshot', '--out', out], { env: {} });
    assert.equal(without.code, 2);
    assert.match(without.errors, /Set CODAT_API_KEY/);
    // As the example is written, and as someone copies the header.
    for (const CODAT_API_KEY of ['…', 'Basic aHVzaA==']) {
      for (const command of [
        ['snapshot', '--out', out],
        ['doctor', '--base-url', 'https://lender.example'],
        ['doctor', '--live'],
      ]) {
        const { code, output, errors } = await type(command, { env: { CODAT_API_KEY } });
        assert.deepEqual([code, output], [2, '']);
        assert.match(errors, /^CODAT_API_KEY must be the key alone/);
      }
    }
    for (const args of [
      ['--calls', 'many'],
      ['--url', 'codat'],
      ['--nonsense'],
      ['--codat-url', 'http://codat.example'],
    ]) {
      const { code, errors } = await take(...args);
      assert.equal(code, 2, args.join(' '));
      assert.ok(errors.length > 10);
    }
    assert.equal((await type(['snapshot'])).code, 2);
    assert.equal((await type(['nonsense'])).code, 2);
    assert.equal((await type(['--help'])).code, 0);
    const wrongKey = await type(['snapshot', '--out', out, '--codat-url', 'http://localhost:4174'], {
      env: { CODAT_API_KEY: 'hush-hush' },
      fetch: () => Promise.resolve(Response.json({}, { status: 401 })),
    });
    assert.equal(wrongKey.code, 2);
    assert.match(wrongKey.errors, /access to Codat needs attention/);
    assert.doesNotMatch(wrongKey.errors, /hush/);
  });

  it('says last that there is no such command, below those that there are', async () => {
    const { code, errors } = await type(['snapshto']);
    assert.equal(code, 2);
    assert.equal(errors.split('\n').at(-1), 'There is no command “snapshto”.');
  });
});
