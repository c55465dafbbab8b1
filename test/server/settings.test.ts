import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readServerSettings } from '../../src/server/read-server-settings.js';
import type { ServerSettings } from '../../src/server/server-settings.js';
import { settingNames } from '../../src/server/setting-definitions-by-name.js';
import { fillInRecipes } from '../../tools/recipes.js';
import { fillInSettingTables } from '../../tools/setting-tables.js';
import { apiKey, baseUrl, signingKey, webhookSecret } from '../gateway/set-up.js';
import { type } from '../cli/command-line.js';

type Env = Record<string, string>;

const secret = 'a-secret-of-thirty-two-bytes-or-more-1';
const anotherSecret = 'a-secret-of-thirty-two-bytes-or-more-2';
const hooksSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

const ask = { IDENTITY: 'ask', IDENTITY_URL: 'http://app:8000/codat-identity' };
const token = {
  IDENTITY: 'token',
  IDENTITY_COOKIE: 'session',
  IDENTITY_SHARED_SECRET: secret,
  IDENTITY_ISSUER: 'https://lender.example',
  IDENTITY_AUDIENCE: 'codat',
  IDENTITY_NAMES: 'reference',
};
const proxy = {
  IDENTITY: 'proxy',
  IDENTITY_HEADER: 'x-company',
  IDENTITY_SECRET_HEADER: 'x-proxy-secret',
  IDENTITY_SECRET: secret,
  IDENTITY_NAMES: 'company',
};
const least = { CODAT_API_KEY: apiKey, BASE_URL: baseUrl, SIGNING_KEYS: signingKey };

const without = (left: string, env: Env): Env =>
  Object.fromEntries(Object.entries(env).filter(([name]) => name !== left));

function settingsOf(env: Env, config?: string): ServerSettings {
  const read = readServerSettings(env, config);
  assert.ok('settings' in read, JSON.stringify(read));
  return read.settings;
}

function problemsOf(env: Env, config?: string): readonly string[] {
  const read = readServerSettings(env, config);
  assert.ok('problems' in read, 'It has no problem.');
  return read.problems;
}

/** That there is this one problem and no other. */
function assertProblem(env: Env, problem: RegExp): void {
  const problems = problemsOf(env);
  assert.equal(problems.length, 1, problems.join('\n'));
  assert.match(problems[0] ?? '', problem);
}

describe('the settings of the server', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'settings-'))));
  after(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('lead to one Redis, to some servers of a cluster, or to Sentinels', () => {
    const many = 'rediss://user:pass@one.internal:6379, rediss://two.internal';
    const { state } = settingsOf({ ...least, ...ask, REDIS_KIND: 'cluster', REDIS_URL: many });
    assert.ok(state.in === 'redis');
    assert.deepEqual(
      [
        state.deployment.kind,
        state.deployment.urls.map(({ hostname }) => hostname),
        state.deployment.sentinelName,
      ],
      ['cluster', ['one.internal', 'two.internal'], 'mymaster'],
    );
    assertProblem({ ...least, ...ask, REDIS_URL: many }, /^REDIS_URL has several URLs/);
    assertProblem({ ...least, ...ask, REDIS_URL: 'https://one.internal' }, /^REDIS_URL must be/);
    assertProblem({ ...least, ...ask, REDIS_KIND: 'ring' }, /^REDIS_KIND must be/);
    assertProblem({ ...least, ...ask, REDIS_URL: 'redis://:100%@one.internal' }, /^REDIS_URL must be/);
    for (const [name, value] of Object.entries({
      REDIS_KIND: 'cluster',
      REDIS_SENTINEL_NAME: 'main',
      REDIS_PREFIX: 'one:',
    }))
      assertProblem({ ...least, ...ask, [name]: value }, new RegExp(`^${name} needs REDIS_URL`));
  });

  it('need four texts and a way of identity; the rest has defaults', () => {
    const { address, drainMs, gateway, hooks, identity, internal, keepAliveMs, log, state } = settingsOf({
      ...least,
      ...ask,
    });

    assert.equal(gateway.apiKey, apiKey);
    assert.deepEqual(gateway.signingKeys, [signingKey]);
    assert.deepEqual(identity, {
      by: 'ask',
      url: new URL(ask.IDENTITY_URL),
      forward: ['cookie'],
      timeoutMs: 3_000,
    });
    assert.deepEqual(address, { host: undefined, port: 8080 });
    assert.deepEqual(internal, { host: undefined, port: 8081, key: undefined });
    assert.deepEqual(
      [drainMs, keepAliveMs, log, state, hooks],
      [5_000, 75_000, 'events', { in: 'memory' }, undefined],
    );
  });

  it('are all wanted at once when nothing is set', () => {
    const problems = problemsOf({});

    for (const name of ['CODAT_API_KEY', 'BASE_URL', 'SIGNING_KEYS', 'IDENTITY'])
      assert.ok(
        problems.some((problem) => problem.startsWith(`${name} is missing: `)),
        name,
      );
    assert.equal(problems.length, 4);
  });

  it('are all checked at once, and no problem says a value', () => {
    const wrong: Env = {
      CODAT_API_KEY: 'Basic VALUE',
      BASE_URL: 'lender.VALUE',
      SIGNING_KEYS: 'VALUE',
      RETURN_TO: 'https://lender.example/#VALUE',
      ALLOWED_ORIGINS: 'VALUE',
      ACTIONS: 'VALUE',
      CODAT_WEBHOOK_SECRETS: 'VALUE',
      CODAT_URL: 'http://VALUE.example',
      CONSENTS_FILE: '/VALUE',
      DATA_TYPES: '{"VALUE":[]}',
      READS_ONLY: 'VALUE',
      PORT: 'VALUE',
      INTERNAL_PORT: '70000',
      INTERNAL_KEY: 'VALUE',
      STRIPPED_PATH: 'VALUE',
      LOG: 'VALUE',
      IDENTITY: 'VALUE',
      HOOKS_URL: 'ftp://VALUE',
      HOOKS: 'VALUE',
      HOOKS_SECRET: 'VALUE',
    };
    const problems = problemsOf(wrong);

    for (const name of Object.keys(wrong))
      assert.ok(
        problems.some((problem) => problem.startsWith(`${name} `)),
        name,
      );
    assert.equal(problems.length, Object.keys(wrong).length, problems.join('\n'));
    assert.doesNotMatch(problems.join('\n'), /VALUE/);
  });

  it('say what is read, and whether nothing is written', () => {
    const reads = { DATA_TYPES: '{"Accounting":["invoices"]}', READS_ONLY: 'yes' };
    const { gateway } = settingsOf({ ...least, ...ask, ...reads });

    assert.deepEqual([gateway.dataTypes, gateway.readsOnly], [{ Accounting: ['invoices'] }, true]);
    assert.equal(settingsOf({ ...least, ...ask }).gateway.readsOnly, false);
  });

  it('take a secret from a file, and refuse one that is set twice', () => {
    const rest = without('CODAT_API_KEY', { ...least, ...ask });
    const path = file('api-key', `${apiKey}\n`);

    assert.equal(settingsOf({ ...rest, CODAT_API_KEY_FILE: path }).gateway.apiKey, apiKey);
    assertProblem(
      { ...least, ...ask, CODAT_API_KEY_FILE: path },
      /^CODAT_API_KEY and CODAT_API_KEY_FILE are both set/,
    );
    assertProblem(
      { ...rest, CODAT_API_KEY_FILE: `${path}-away` },
      /^CODAT_API_KEY_FILE names a file that can’t be read \(ENOENT\)/,
    );
    assertProblem(
      { ...rest, CODAT_API_KEY_FILE: file('empty', '\n') },
      /^CODAT_API_KEY_FILE names an empty file/,
    );
  });

  it('come from a file as well, before which the environment counts', () => {
    const config = file(
      'config.json',
      JSON.stringify({ ...least, ...ask, PORT: 3000, LENDER: 'Larkspur', RETURN_TO: ['/a', '/b'] }),
    );
    const { address, gateway } = settingsOf({ LENDER: 'Bracken' }, config);

    assert.deepEqual([address.port, gateway.lender, gateway.returnTo], [3000, 'Bracken', ['/a', '/b']]);
    const typo = file('typo.json', JSON.stringify({ ...least, ...ask, 'signing-keys': 'x' }));
    assert.deepEqual(problemsOf({}, typo), [
      'The file of --config has signing-keys, which is no setting: SIGNING_KEYS is.',
    ]);
    assert.match(
      problemsOf({ ...least, ...ask }, file('list.json', '[]'))[0] ?? '',
      /^--config must name a JSON file/,
    );
    assert.match(
      problemsOf({ ...least, ...ask }, join(folder, 'none'))[0] ?? '',
      /^--config names a file that can’t be read/,
    );
  });

  it('are refused in quotation marks, which Docker and Kubernetes take for a part of the text', () => {
    const rest = without('CODAT_API_KEY', { ...least, ...ask });
    for (const [open, close = open] of ['"', "'", '“”']) {
      for (const [name, value] of Object.entries({
        ...least,
        LENDER: 'Larkspur',
        HOOKS_SECRET: hooksSecret,
      })) {
        const problems = problemsOf({ ...least, ...ask, [name]: `${open}${value}${close}` });
        assert.equal(
          problems[0],
          `${name} is in quotation marks, which count as a part of it: leave them out.`,
        );
      }
      const path = file('quoted', `${open}${apiKey}${close}\n`);
      assert.deepEqual(problemsOf({ ...rest, CODAT_API_KEY_FILE: path }), [
        'CODAT_API_KEY is in quotation marks, which count as a part of it: leave them out.',
      ]);
    }
    assertProblem({ ...least, ...ask, CODAT_API_KEY: `${apiKey}"` }, /^CODAT_API_KEY must be the key alone/);
    assert.equal(settingsOf({ ...least, ...ask, LENDER: 'The "Larkspur"' }).gateway.lender, 'The "Larkspur"');
  });

  it('of a file that have no text, number or list of texts are named, and the others still count', () => {
    const odd = {
      READS_ONLY: true,
      LOG: null,
      DATA_TYPES: { Accounting: ['invoices'] },
      RETURN_TO: ['/connected', 7],
      gateway: { PORT: 3000 },
      CODAT_WEBHOOK_SECRETS_FILE: false,
    };
    const problems = problemsOf({}, file('odd.json', JSON.stringify({ ...least, ...ask, ...odd })));
    const notText = (name: string, mustBe: string) =>
      `${name} in the file of --config must be a text, a number or a list of texts: ${mustBe}.`;

    assert.deepEqual(problems, [
      notText('READS_ONLY', 'yes or no'),
      notText('LOG', 'events or troubles'),
      notText('DATA_TYPES', 'JSON such as {"Accounting":["profitAndLoss","invoices"]}'),
      notText('RETURN_TO', 'URLs, or paths on the origin of BASE_URL'),
      'The file of --config has gateway, which is no setting.',
      notText('CODAT_WEBHOOK_SECRETS_FILE', 'the path of a file'),
    ]);
    const secret = file('secret.json', JSON.stringify({ ...least, ...ask, CODAT_API_KEY: null }));
    assert.equal(problemsOf({}, secret).length, 1, 'It is there, and not missing.');
  });

  it('listen at an address or the name of a host, and at no URL', () => {
    for (const host of ['127.0.0.1', '::', '::1', 'fe80::1%eth0', 'localhost', 'gateway_1.internal'])
      assert.equal(settingsOf({ ...least, ...ask, HOST: host }).address.host, host);
    for (const name of ['HOST', 'INTERNAL_HOST'])
      for (const host of ['[::1]', '127.0.0.1:8080', '::1:8080:x', 'http://0.0.0.0', 'localhost/', 'a b'])
        assertProblem({ ...least, ...ask, [name]: host }, new RegExp(`^${name} must be an address`));
  });

  it('come from files that Windows wrote, with a byte order mark and its line ends', () => {
    const windows = (value: object) => `\uFEFF${JSON.stringify(value, null, 2).replaceAll('\n', '\r\n')}\r\n`;
    const consents = [
      { version: '1', locale: 'en-GB', sections: [{ title: 'Why', body: 'To decide.' }], agree: 'I agree' },
    ];
    const CONSENTS_FILE = file('consents.json', windows(consents));
    const CODAT_API_KEY_FILE = file('api-key', `\uFEFF${apiKey}\r\n`);
    const rest = without('CODAT_API_KEY', { ...least, ...ask });
    const { gateway } = settingsOf(
      {},
      file('windows.json', windows({ ...rest, CODAT_API_KEY_FILE, CONSENTS_FILE })),
    );

    assert.equal(gateway.apiKey, apiKey);
    assert.deepEqual(gateway.consents, consents);
  });

  it('read platforms from a folder that has some', async () => {
    const names = { SNAPSHOT_DIR: folder };
    assertProblem({ ...least, ...ask, ...names }, /^SNAPSHOT_DIR has no platforms\.json/);
    file('platforms.json', '{"results":[]}');
    const { snapshot } = settingsOf({ ...least, ...ask, ...names }).gateway;
    assert.equal(String(await snapshot?.('platforms.json')), '{"results":[]}');
  });

  it('have one port for browsers and another for servers', () => {
    assertProblem(
      { ...least, ...ask, PORT: '9000', INTERNAL_PORT: '9000' },
      /^INTERNAL_PORT must be another port/,
    );
    assertProblem({ ...least, ...ask, STRIPPED_PATH: '/cod' }, /^STRIPPED_PATH must be a path/);
    assert.equal(settingsOf({ ...least, ...ask, STRIPPED_PATH: '/codat' }).strippedPath, '/codat');
  });

  it('use each secret for one purpose', () => {
    assertProblem(
      { ...least, ...ask, INTERNAL_KEY: signingKey },
      /^INTERNAL_KEY and SIGNING_KEYS are the same/,
    );
  });

  describe('of identity', () => {
    for (const [way, whole] of Object.entries({ ask, token, proxy })) {
      it(`refuse ${way} without any one of its parts`, () => {
        settingsOf({ ...least, ...whole });
        for (const name of Object.keys(whole).filter((name) => name !== 'IDENTITY')) {
          const half = without(name, { ...least, ...whole });
          assertProblem(half, new RegExp(name));
        }
      });
    }

    it('refuse what is for another way', () => {
      assertProblem(
        { ...least, ...ask, IDENTITY_SECRET: secret },
        /^IDENTITY_SECRET is not for IDENTITY=ask/,
      );
      assertProblem(
        { ...least, ...token, IDENTITY_URL: ask.IDENTITY_URL },
        /^IDENTITY_URL is not for IDENTITY=token/,
      );
      assertProblem(
        { ...least, ...proxy, IDENTITY_COOKIE: 'session' },
        /^IDENTITY_COOKIE is not for IDENTITY=proxy/,
      );
    });

    it('refuse two places or two keys of tokens', () => {
      assertProblem(
        { ...least, ...token, IDENTITY_HEADER: 'authorization' },
        /needs one of IDENTITY_COOKIE, IDENTITY_HEADER/,
      );
      assertProblem(
        { ...least, ...token, IDENTITY_JWKS_URL: 'https://id.example/keys' },
        /needs one of IDENTITY_JWKS_URL, IDENTITY_PUBLIC_KEY, IDENTITY_SHARED_SECRET/,
      );
    });

    it('refuse algorithms that anyone can sign with', () => {
      const rest = without('IDENTITY_SHARED_SECRET', token);
      const { publicKey, privateKey } = generateKeyPairSync('ec', {
        namedCurve: 'P-256',
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      });
      const byKey = { ...least, ...rest, IDENTITY_PUBLIC_KEY: publicKey };

      assertProblem(
        { ...least, ...token, IDENTITY_ALGORITHMS: 'none' },
        /^IDENTITY_ALGORITHMS must be a list/,
      );
      assertProblem(
        { ...least, ...token, IDENTITY_ALGORITHMS: 'HS256,RS256' },
        /^IDENTITY_ALGORITHMS must be of HS256/,
      );
      assertProblem({ ...byKey, IDENTITY_ALGORITHMS: 'ES256,HS256' }, /^IDENTITY_ALGORITHMS must have no HS/);
      assertProblem(
        { ...byKey, IDENTITY_PUBLIC_KEY: privateKey },
        /^IDENTITY_PUBLIC_KEY must be a public key/,
      );
      assertProblem(
        { ...least, ...rest, IDENTITY_JWKS_URL: 'http://id.example/keys' },
        /^IDENTITY_JWKS_URL must be an https URL/,
      );
      assertProblem(
        { ...least, ...rest, IDENTITY_JWKS_URL: 'http://127.id.example/keys' },
        /^IDENTITY_JWKS_URL must be an https URL/,
      );
      assert.equal(settingsOf(byKey).identity.by, 'token');
    });

    it('refuse a short secret, a header that others send, and one name for both', () => {
      assertProblem(
        { ...least, ...proxy, IDENTITY_SECRET: 'short' },
        /^IDENTITY_SECRET must be at least 32 bytes/,
      );
      assertProblem(
        { ...least, ...proxy, IDENTITY_HEADER: 'x_company' },
        /^IDENTITY_HEADER must be .*without underscores/,
      );
      assertProblem(
        { ...least, ...proxy, IDENTITY_HEADER: 'Host' },
        /^IDENTITY_HEADER must be a header of your own/,
      );
      assertProblem(
        { ...least, ...proxy, IDENTITY_HEADER: 'X-Proxy-Secret' },
        /^IDENTITY_SECRET_HEADER must be another header/,
      );
    });
  });

  describe('of hooks', () => {
    const hooks = { HOOKS_URL: 'http://app:8000/hooks', HOOKS: 'permit,onEvent', HOOKS_SECRET: hooksSecret };

    it('are whole or not there', () => {
      assert.deepEqual(
        [...(settingsOf({ ...least, ...ask, ...hooks }).hooks?.names ?? [])],
        ['permit', 'onEvent'],
      );
      for (const name of Object.keys(hooks)) {
        const half = without(name, { ...least, ...ask, ...hooks });
        assertProblem(half, new RegExp(`^${name} is missing`));
      }
    });

    it('need what they are about', () => {
      const all = { ...least, ...ask, ...hooks };
      assertProblem({ ...all, HOOKS: 'onConsent' }, /^The hook onConsent needs CONSENTS_FILE/);
      assertProblem({ ...all, HOOKS: 'onWebhook' }, /^The hook onWebhook needs CODAT_WEBHOOK_SECRETS/);
      assertProblem({ ...all, ACTIONS: 'delete' }, /^ACTIONS and the hook permit both decide/);
      settingsOf({ ...all, HOOKS: 'onWebhook', CODAT_WEBHOOK_SECRETS: webhookSecret });
    });
  });
});

describe('docs/serve.md', () => {
  it('has the settings and the recipes as they are: `npm run docs` writes them', async () => {
    const page = readFileSync(new URL('../../docs/serve.md', import.meta.url), 'utf8');
    assert.equal(page, fillInRecipes(await fillInSettingTables(page)));
    for (const name of settingNames) assert.ok(page.includes(`| \`${name}\``), name);
  });
});

describe('serve', () => {
  it('says every problem with its cure and ends with 2, or that all is in order', async () => {
    const wrong = await type(['serve'], { env: { ...least, ...ask, INTERNAL_KEY: 'short', LOG: 'all' } });
    const right = await type(['serve', '--check'], {
      env: { ...least, ...ask, LENDER: 'Larkspur', INTERNAL_KEY: anotherSecret },
    });

    assert.equal(wrong.code, 2);
    assert.match(
      wrong.errors,
      /^The server was not started\. 2 to mend:\n- INTERNAL_KEY must be .*\n- LOG must be /,
    );
    assert.deepEqual(right, { code: 0, output: 'The settings are in order.', errors: '' });
  });

  it('warns of settings that are in order and weak, as the log does at a start', async () => {
    const env = {
      ...least,
      ...ask,
      BASE_URL: 'http://lender.example/codat',
      SIGNING_KEYS: 'a'.repeat(40),
      LENDER: 'Larkspur',
    };
    const { code, output, errors } = await type(['serve', '--check'], { env });
    assert.deepEqual([code, output], [0, 'The settings are in order.']);
    assert.match(
      errors,
      /^Weak: BASE_URL has an http address.*\nWeak: RETURN_TO has.*\nWeak: SIGNING_KEYS has a key that can be guessed/,
    );
    const named = await type(['serve', '--check', '--json'], { env: { ...least, ...ask } });
    const { warnings } = JSON.parse(named.output) as { warnings: string[] };
    assert.deepEqual(
      [named.code, warnings],
      [0, ['LENDER is not set: people who were sent a link see a host name instead of yours.']],
    );
  });

  it('names the setting when no address of this machine is meant', async () => {
    const env = { ...least, ...ask, PORT: '0', INTERNAL_PORT: '0', HOST: '192.0.2.1' };
    const { code, errors } = await type(['serve'], { env });
    assert.equal(code, 2);
    assert.match(errors, /HOST and INTERNAL_HOST must be addresses of this machine\.$/);
  });

  it('says so to programs', async () => {
    const check = async (env: Record<string, string>) => {
      const { code, output, errors } = await type(['serve', '--check', '--json'], { env });
      return { code, problems: (JSON.parse(output) as { problems: string[] }).problems, errors };
    };
    const { code, problems, errors } = await check({ ...least, ...ask, INTERNAL_KEY: 'short' });
    assert.deepEqual([code, errors, problems.length], [2, '', 1]);
    assert.match(problems[0] ?? '', /^INTERNAL_KEY must be /);
    assert.deepEqual(await check({ ...least, ...ask, INTERNAL_KEY: anotherSecret }), {
      code: 0,
      problems: [],
      errors: '',
    });

    const running = await type(['serve', '--json'], { env: { ...least, ...ask } });
    assert.equal(running.code, 2);
    assert.match(running.errors, /^--json goes with --check\./);
  });
});
