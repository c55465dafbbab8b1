import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createSimulator } from '../../src/simulator/index.js';
import { type } from '../cli/command-line.js';
import { apiKey, baseUrl, codatOrigin, fewPlatforms, signingKey } from '../gateway/set-up.js';
import { until } from '../support/until.js';
import { identities, secrets, send, type Env } from './set-up.js';

const nextKey = 'a-new-secret-of-thirty-two-bytes-or-more-1';

/** `serve` in this process, with files of secrets and of settings that the test writes. */
async function serve(env: Env, configs: readonly object[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const simulator = createSimulator({ apiKey, origin: codatOrigin, platforms: fewPlatforms });
  const errors: string[] = [];
  let hangUp: () => void = () => undefined;
  let stop: () => void = () => undefined;
  const paths = configs.map((config, index) => write(`${index}.json`, JSON.stringify(config)));
  const ended = type(['serve', ...paths.flatMap((path) => ['--config', path])], {
    env: {
      CODAT_API_KEY_FILE: write('api-key', apiKey),
      CODAT_URL: codatOrigin,
      ...(configs.length === 0 && { BASE_URL: baseUrl }),
      SIGNING_KEYS: signingKey,
      PORT: '0',
      INTERNAL_PORT: '0',
      HOST: '127.0.0.1',
      DRAIN_SECONDS: '0',
      ...(configs.length === 0 && { INTERNAL_KEY_FILE: write('internal-key', secrets.internal) }),
      ...identities.proxy,
      ...env,
    },
    fetch: (request) => simulator.fetch(request),
    printError: (line) => void errors.push(line),
    print: () => undefined,
    onHangup: (listener) => (hangUp = listener),
    untilStopped: () => new Promise((resolve) => (stop = resolve)),
  });
  await until(() => errors.some((line) => line.startsWith('Identity: ')));
  const [, url = '', internalUrl = ''] =
    / is served at (\S+), and for your own servers at (\S+)\.$/.exec(
      errors.find((line) => line.includes(' is served at ')) ?? '',
    ) ?? [];
  return {
    errors,
    hangUp: () => hangUp(),
    internalUrl,
    simulator,
    url,
    write,
    async end() {
      stop();
      rmSync(folder, { recursive: true });
      return (await ended).code;
    },
  };
}

const put = (internalUrl: string, reference: string, key: string) =>
  send(`${internalUrl}/companies/${reference}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${key}` },
  });

describe('secrets changed while the server runs', () => {
  let at: Awaited<ReturnType<typeof serve>>;
  before(async () => (at = await serve({ LENDER: 'Larkspur' })));
  after(async () => assert.equal(await at.end(), 0));

  it('are read again from their files at SIGHUP', async () => {
    assert.equal((await put(at.internalUrl, 'customer-1', secrets.internal)).status, 200);
    at.write('internal-key', nextKey);
    at.write('api-key', 'another-key');
    at.hangUp();

    assert.equal(at.errors.at(-1), 'The secrets were read again, and are in use.');
    assert.equal((await put(at.internalUrl, 'customer-1', secrets.internal)).status, 401);
    // Codat knows only the key before.
    assert.equal((await put(at.internalUrl, 'customer-2', nextKey)).status, 502);
    at.write('api-key', apiKey);
    at.hangUp();
    assert.equal((await put(at.internalUrl, 'customer-2', nextKey)).status, 200);
  });

  it('stay as they are when one is wrong, which is said without its value', async () => {
    at.write('internal-key', 'short-value');
    at.hangUp();

    assert.match(
      at.errors.slice(-2).join('\n'),
      /nothing was changed:\n- INTERNAL_KEY must be at least 32 bytes/,
    );
    assert.doesNotMatch(at.errors.join('\n'), /short-value/);
    assert.equal((await put(at.internalUrl, 'customer-2', nextKey)).status, 200);
  });
});

const brand = (name: string, key: string) => ({
  BASE_URL: `https://${name}.example/codat`,
  LENDER: name,
  INTERNAL_KEY: key,
});

describe('several brands in one process', () => {
  const keys = { larkspur: 'a-secret-of-thirty-two-bytes-or-more-7', bracken: nextKey };
  let at: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    at = await serve({}, [
      brand('larkspur', keys.larkspur),
      brand('bracken', keys.bracken),
      {
        ...brand('bracken', 'a-secret-of-thirty-two-bytes-or-more-8'),
        BASE_URL: 'https://bracken.example/shop/codat',
      },
    ]);
  });
  after(async () => assert.equal(await at.end(), 0));

  const tokenFor = (host: string, path: string) =>
    send(`${at.url}${path}/token`, {
      method: 'POST',
      headers: { Host: host, 'X-Customer': 'customer-1', 'X-Proxy-Secret': secrets.proxy },
    });
  const issuerOf = async (answer: Response): Promise<unknown> => {
    const { accessToken } = (await answer.json()) as { accessToken: string };
    return (JSON.parse(atob(accessToken.split('.')[1] ?? '')) as { iss: string }).iss;
  };

  it('are told apart by their path, then by their host', async () => {
    assert.equal(
      await issuerOf(await tokenFor('larkspur.example', '/codat')),
      'https://larkspur.example/codat',
    );
    assert.equal(
      await issuerOf(await tokenFor('bracken.example', '/codat')),
      'https://bracken.example/codat',
    );
    assert.equal(
      await issuerOf(await tokenFor('evil.example', '/shop/codat')),
      'https://bracken.example/shop/codat',
    );
    // Some load balancers name the port as well.
    assert.equal(
      await issuerOf(await tokenFor('Bracken.example:443', '/codat')),
      'https://bracken.example/codat',
    );
    assert.equal((await tokenFor('bracken.example:8443', '/codat')).status, 421);
    assert.equal((await tokenFor('evil.example', '/codat')).status, 421);
    assert.equal((await tokenFor('bracken.example', '/other')).status, 421);
  });

  it('take no token of each other', async () => {
    const { accessToken } = (await (await tokenFor('larkspur.example', '/codat')).json()) as {
      accessToken: string;
    };
    const list = (host: string) =>
      send(`${at.url}/codat/api/integrations`, {
        headers: {
          Host: host,
          Authorization: `Bearer ${accessToken}`,
          'X-Customer': 'customer-1',
          'X-Proxy-Secret': secrets.proxy,
        },
      });

    assert.equal((await list('larkspur.example')).status, 200);
    assert.equal((await list('bracken.example')).status, 401);
  });

  it('each have a key for their servers, and labels among the numbers', async () => {
    assert.equal((await put(at.internalUrl, 'customer-1', keys.larkspur)).status, 200);
    assert.equal((await put(at.internalUrl, 'customer-1', keys.bracken)).status, 200);
    assert.equal((await put(at.internalUrl, 'customer-1', secrets.internal)).status, 401);
    assert.deepEqual(await (await send(`${at.internalUrl}/readyz`)).json(), { status: 'ok', store: 'ok' });
    const metrics = await (await send(`${at.internalUrl}/metrics`)).text();
    assert.match(metrics, /^codat_gateway_store_up\{brand="bracken\.example\/codat"\} 1$/m);
    assert.match(metrics, /^codat_gateway_requests_total\{brand="larkspur\.example\/codat",route="\/token"/m);
  });

  it('refuse what only one may have, and what all must', async () => {
    const one = at.write('one.json', JSON.stringify({ ...brand('larkspur', keys.larkspur), PORT: 9000 }));
    const other = at.write('two.json', JSON.stringify(brand('larkspur', keys.larkspur)));
    const { code, errors } = await type(['serve', '--check', '--config', one, '--config', other], {
      env: {
        CODAT_API_KEY: apiKey,
        SIGNING_KEYS: signingKey,
        REDIS_URL: 'redis://redis',
        ...identities.proxy,
      },
    });

    assert.equal(code, 2);
    for (const name of [
      'BASE_URL must be another',
      'INTERNAL_KEY must be another',
      'REDIS_PREFIX must be another',
      'PORT must be the same',
    ])
      assert.ok(errors.includes(`- ${name} `), errors);
  });
});
