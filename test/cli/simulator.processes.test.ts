import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { SimulatorControl } from '../../src/testing/index.js';
import { type } from './command-line.js';

const signed = ['--webhook-secret', `whsec_${btoa('a secret of twenty-four b')}`];

describe('codat-connect-elements', () => {
  it('says its version', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    for (const asked of ['--version', '-v', 'version'])
      assert.deepEqual(await type([asked]), { code: 0, output: version, errors: '' });
  });
});

describe('codat-connect-elements simulator', () => {
  /** Runs it on a free port while the test uses it. */
  const withSimulator = async (
    args: string[],
    use: (url: string, get: (path: string) => Promise<Response>) => Promise<void>,
  ): Promise<void> => {
    let stop = (): void => undefined;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    const listening = new Promise<string>((resolve, reject) => {
      void type(['simulator', '--port', '0', ...args], {
        print: (line) => resolve(/http:\S+\d/.exec(line)?.[0] ?? ''),
        printError: reject,
        untilStopped: () => stopped,
      });
    });
    const url = await listening;
    const headers = { Authorization: `Basic ${btoa('simulator')}` };
    await use(url, (path) => fetch(`${url}/${path}`, { headers }));
    stop();
  };

  it('answers as Codat, in the scenarios that a test asks for by a query', async () => {
    await withSimulator([], async (url, get) => {
      assert.equal((await get('integrations')).status, 200);
      const codat = new SimulatorControl(url);

      await codat.scenario('rate-limited', { seconds: 7 });
      const limited = await get('integrations');
      assert.deepEqual([limited.status, limited.headers.get('Retry-After')], [429, '7']);
      await codat.scenario('calm');
      assert.equal((await get('integrations')).status, 200);

      await codat.scenario('unreachable');
      await assert.rejects(get('integrations'), TypeError);
      await codat.scenario('calm');
    });
  });

  it('is reached at localhost only', async () => {
    await withSimulator([], async (url) => {
      for (const address of ['localhost', '127.0.0.1'])
        assert.equal((await fetch(url.replace('localhost', address))).status, 401);
      // Another loopback address stands for those by which other machines reach this one.
      await assert.rejects(fetch(url.replace('localhost', '127.0.0.2')), TypeError);
    });
  });

  it('says with --json where it is, its key and its scenarios', async () => {
    let stop = (): void => undefined;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    const line = await new Promise<string>((resolve, reject) => {
      void type(['simulator', '--port', '0', '--json'], {
        print: resolve,
        printError: reject,
        untilStopped: () => stopped,
      });
    });
    const { origin, apiKey, scenarios } = JSON.parse(line) as Record<string, string>;
    const headers = { Authorization: `Basic ${btoa(apiKey ?? '')}` };
    assert.equal((await fetch(`${origin ?? ''}/integrations`, { headers })).status, 200);
    assert.ok(scenarios?.includes('rate-limited'));
    stop();
  });

  it('connects the newest company, loses its access, and says what is wrong with a scenario', async () => {
    await withSimulator([], async (url, get) => {
      const codat = new SimulatorControl(url);
      await assert.rejects(codat.scenario('connected'), /no company/);
      await fetch(`${url}/companies`, {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa('simulator')}` },
        body: JSON.stringify({ name: 'Marlow' }),
      });
      await codat.scenario('connected', { platform: 'gbol', organisation: 'Marlow Bakery' });
      await codat.scenario('deauthorized');

      const { results } = (await (await get('companies?page=1')).json()) as { results: { id: string }[] };
      const connections = await get(`companies/${results[0]?.id ?? ''}/connections?page=1`);
      const page = (await connections.json()) as { results: { status: string; platformName: string }[] };
      assert.deepEqual(
        page.results.map(({ status, platformName }) => [status, platformName]),
        [['Deauthorized', 'Xero']],
      );
      await assert.rejects(codat.scenario('connected', { platform: 'none' }), /“none”/);
      assert.equal((await fetch(`${url}/scenarios/nothing`, { method: 'POST' })).status, 404);
    });
  });

  it('begins with a scenario, and refuses one that it doesn’t know', async () => {
    await withSimulator(['--scenario', 'unavailable'], async (_, get) => {
      assert.equal((await get('integrations')).status, 503);
    });
    const { code, errors } = await type(['simulator', '--scenario', 'sunny']);
    assert.equal(code, 2);
    assert.match(errors, /--scenario is one of calm, slow/);
  });

  for (const [fault, args, cure] of [
    ['a port that is none', ['--port', 'abc'], /--port must be a number from 0 to 65535/],
    ['a port beyond the last', ['--port', '70000'], /--port must be/],
    ['an empty port', ['--port', ''], /--port must be/],
    [
      'a redirect URL without a host',
      ['--redirect-url', '/codat/return'],
      /--redirect-url must be an address/,
    ],
    [
      'an address for webhooks that is none',
      ['--webhook-url', 'app:3000', ...signed],
      /--webhook-url must be/,
    ],
    ['webhooks that nothing signs', ['--webhook-url', 'http://localhost:3000'], /--webhook-secret: `whsec_`/],
    [
      'a secret that is none',
      ['--webhook-url', 'http://localhost:3000', '--webhook-secret', 'x'],
      /`whsec_`/,
    ],
  ] as const) {
    it(`is not started with ${fault}`, async () => {
      const { code, output, errors } = await type(['simulator', ...args]);
      assert.deepEqual([code, output], [2, '']);
      assert.match(errors, cure);
    });
  }

  it('says which option sets a port that is taken', async () => {
    await withSimulator([], async (url) => {
      const { port } = new URL(url);
      const { code, errors } = await type(['simulator', '--port', port]);
      assert.equal(code, 2);
      assert.match(errors, new RegExp(`^Port ${port} is taken: choose another with --port,`));
    });
  });

  it('sends signed webhooks, and takes a redirect URL with placeholders after a #', async () => {
    let hook: (request: Request) => void = () => undefined;
    const hooked = new Promise<Request>((resolve) => (hook = resolve));
    let stop = (): void => undefined;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    const redirect = 'http://localhost:3000/#/return?connectionId={connectionId}&statusCode={statusCode}';
    const line = await new Promise<string>((resolve, reject) => {
      const to = ['--redirect-url', redirect, '--webhook-url', 'http://localhost:3000/hook', ...signed];
      void type(['simulator', '--port', '0', '--json', ...to], {
        print: resolve,
        printError: reject,
        untilStopped: () => stopped,
        fetch: (request) => (hook(request), Promise.resolve(new Response())),
      });
    });
    const { origin = '' } = JSON.parse(line) as { origin?: string };
    const headers = { Authorization: `Basic ${btoa('simulator')}` };
    await fetch(`${origin}/companies`, { method: 'POST', headers, body: JSON.stringify({ name: 'Marlow' }) });
    assert.match((await hooked).headers.get('webhook-signature') ?? '', /^v1,/);
    const profile = (await (await fetch(`${origin}/profile`, { headers })).json()) as { redirectUrl: string };
    assert.equal(profile.redirectUrl, redirect);
    stop();
  });
});
