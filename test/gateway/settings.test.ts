import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createGateway } from '../../src/gateway/index.js';
import { apiKey, baseUrl, setUp, signingKey, webhookSecret } from './set-up.js';

const good = { apiKey, baseUrl, signingKeys: [signingKey], company: () => null, lender: 'Larkspur' };

/** What the gateway says when it is set up with one setting wrong. */
function errorOf(wrong: Record<string, unknown>): string {
  try {
    // A host that writes JavaScript can pass anything.
    createGateway({ ...good, ...wrong });
  } catch (thrown) {
    assert.ok(thrown instanceof TypeError);
    return thrown.message;
  }
  return '';
}

const section = { title: 'Purpose', body: 'To decide on your loan.' };
const consent = { version: '1', locale: 'en', sections: [section], agree: 'I agree' };

describe('the gateway’s settings', () => {
  const wrongs: [setting: string, value: unknown][] = [
    ['apiKey', undefined],
    ['apiKey', ''],
    ['apiKey', 'Basic hush'],
    ['apiKey', 'hush\n'],
    ['apiKey', '"hush"'],
    ['apiKey', "hush'"],
    ['baseUrl', undefined],
    ['baseUrl', '/codat'],
    ['baseUrl', 'ftp://lender.example/codat'],
    ['baseUrl', 'https://lender.example/codat?x=1'],
    ['baseUrl', 'https://lender.example/codat#hush'],
    ['baseUrl', 'https://lender.example/:codat'],
    ['baseUrl', 'https://:hush@lender.example/codat'],
    ['signingKeys', undefined],
    ['signingKeys', []],
    ['signingKeys', ['hush-too-short']],
    ['signingKeys', [signingKey, 'hush-too-short']],
    ['company', undefined],
    ['company', '0dd0b382-3913-4e1e-ac13-05af6340562b'],
    ['permit', 'hush'],
    ['permit', false],
    ['onEvent', 'console'],
    ['snapshot', 'node_modules/snapshot'],
    ['returnTo', []],
    ['returnTo', 'javascript:alert(1)'],
    ['returnTo', '/connected#top'],
    ['returnTo', '/connected#'],
    ['codatUrl', 'http://codat.example'],
    ['codatUrl', 'http://127.codat.example'],
    ['codatUrl', 'http://codat.localhost'],
    ['codatUrl', 'codat'],
    ['codatUrl', 'https://someone:hush@codat.example'],
    ['codatUrl', 'https://:hush@codat.example'],
    ['codatUrl', 'https://codat.example/?key=hush'],
    ['codatUrl', 'https://codat.example/#hush'],
    ['lender', ' '],
    ['lender', 7],
    ['mark', 'javascript:alert(1)'],
    ['mark', 7],
    ['accent', 'green'],
    ['accent', '#fff; } body { display: none'],
    ['helpUrl', 'javascript:alert(1)'],
    ['helpUrl', 'mailto:nobody'],
    ['readsOnly', 'yes'],
    ['dataTypes', ['invoices']],
    ['dataTypes', { Accounting: 'invoices' }],
    ['dataTypes', { Books: ['invoices'] }],
    ['pageWords', { 'in German': {} }],
    ['allowedOrigins', 'https://app.lender.example'],
    ['allowedOrigins', ['*']],
    ['allowedOrigins', [undefined]],
    ['allowedOrigins', ['null']],
    ['allowedOrigins', ['https://app.lender.example/']],
    ['allowedOrigins', ['https://*.lender.example/x']],
    ['allowedOrigins', ['app.lender.example']],
    ['allowedOrigins', ['https://App.lender.example']],
    ['allowedOrigins', ['https://app.lender.example:99999']],
    ['allowedOrigins', ['http://192.168.1.256:3000']],
    ['allowedOrigins', ['capacitor://localhost:99999']],
    ['allowedOrigins', ['capacitor://localhost/']],
    ['allowedOrigins', ['capacitor://localhost/index.html']],
    ['allowedOrigins', ['capacitor://*']],
    ['allowedOrigins', ['capacitor://']],
    ['allowedOrigins', ['capacitor:localhost']],
    ['allowedOrigins', ['capacitor://someone@localhost']],
    ['allowedOrigins', ['Capacitor://localhost']],
    ['allowedOrigins', ['file://localhost']],
    ['allowedOrigins', ['wss://app.lender.example']],
    ['consents', []],
    ['consents', 'I agree'],
    ['consents', [{ ...consent, version: '' }]],
    ['consents', [{ ...consent, locale: 'english please' }]],
    ['consents', [{ ...consent, sections: [] }]],
    ['consents', [{ ...consent, sections: [{ title: 'Purpose' }] }]],
    ['consents', [{ ...consent, agree: undefined }]],
    ['consents', [consent, { ...consent, locale: 'EN' }]],
    ['webhookSecrets', []],
    ['webhookSecrets', webhookSecret],
    ['webhookSecrets', ['hush-without-a-prefix-is-no-secret-of-Codats']],
    ['webhookSecrets', [webhookSecret, 'whsec_aHVzaA==']],
    ['webhookSecrets', ['whsec_hush hush hush hush hush hush']],
    ['webhookSecrets', [`${webhookSecret}\n`]],
    ['webhookSecrets', [`-${webhookSecret}`]],
    ['webhookSecrets', [`whsec_${btoa('x'.repeat(15))}`]],
    ['onWebhook', () => undefined],
    ['onWebhook', 'https://lender.example/hook'],
    ['companyCalls', { hour: 240 }],
    ['companyCalls', { hour: 240, day: 19 }],
    ['companyCalls', { hour: 240.5, day: 600 }],
    ['onConsent', () => undefined],
    ['onConsent', 'consents-table'],
  ];
  for (const [setting, value] of wrongs) {
    it(`throw at start when ${setting} is ${JSON.stringify(value)}, and say how to fix it`, () => {
      const text = errorOf({ [setting]: value });
      assert.match(text, new RegExp(`^createGateway: \`${setting}\` .{20}`));
      assert.doesNotMatch(text, /hush/);
    });
  }

  it('allow a webhook secret of sixteen bytes', () => {
    assert.equal(errorOf({ webhookSecrets: [`whsec_${btoa('0123456789abcdef')}`] }), '');
  });

  it('allow a simulator on localhost without TLS', () => {
    for (const codatUrl of ['http://localhost:4174', 'http://127.0.0.1:4174', 'http://[::1]:4174']) {
      assert.equal(errorOf({ codatUrl }), '');
    }
  });

  const weak: [setting: string, value: unknown, code: string][] = [
    ['baseUrl', 'http://lender.example/codat', 'HTTP_ORIGIN'],
    ['baseUrl', 'http://127.lender.example/codat', 'HTTP_ORIGIN'],
    ['allowedOrigins', ['https://app.lender.example', 'http://app.lender.example'], 'HTTP_ORIGIN'],
    ['returnTo', ['/connected', 'http://lender.example/connected'], 'HTTP_ORIGIN'],
    ['signingKeys', ['a'.repeat(64)], 'GUESSABLE_KEY'],
    ['signingKeys', [signingKey, 'ab'.repeat(20)], 'GUESSABLE_KEY'],
    ['signingKeys', ['changeme'.repeat(5)], 'GUESSABLE_KEY'],
    ['signingKeys', ['0123456789abcdef0123456789abcdef'], 'GUESSABLE_KEY'],
    ['signingKeys', ['abbabaabbaababbabaababbaabbabaab'], 'GUESSABLE_KEY'],
    ['webhookSecrets', [`whsec_${btoa('\0'.repeat(32))}`], 'GUESSABLE_KEY'],
    ['lender', undefined, 'NO_NAME'],
  ];
  for (const [setting, value, code] of weak) {
    it(`warn at start that ${setting} is too weak when it is ${JSON.stringify(value)}`, () => {
      const reported: object[] = [];
      createGateway({ ...good, [setting]: value, onEvent: (event) => void reported.push(event) });
      const isHttp =
        setting === 'baseUrl' ? [{ type: 'trouble', with: 'settings', setting: 'returnTo', code }] : [];
      assert.deepEqual(reported, [{ type: 'trouble', with: 'settings', setting, code }, ...isHttp]);
    });
  }

  it('log that to the console for a host without onEvent, without the setting’s value', (t) => {
    const log = t.mock.method(console, 'error', () => undefined);
    createGateway({ ...good, signingKeys: ['hush'.repeat(10)] });
    const logged = String(log.mock.calls[0]?.arguments);
    assert.match(logged, /too weak.*openssl rand.*"setting":"signingKeys","code":"GUESSABLE_KEY"/s);
    assert.doesNotMatch(logged, /hush/);
  });

  it('warn neither of strong settings, nor of http on localhost', () => {
    const reported: object[] = [];
    const onEvent = (event: object) => void reported.push(event);
    for (const baseUrl of [
      'https://lender.example/codat',
      'http://localhost:4173/codat',
      'http://127.0.0.1/codat',
    ]) {
      createGateway({ ...good, baseUrl, webhookSecrets: [webhookSecret], onEvent });
    }
    for (let made = 0; made < 1000; made++) {
      const key = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');
      createGateway({ ...good, signingKeys: [key], onEvent });
    }
    assert.deepEqual(reported, []);
  });

  it('mount the gateway at the path of baseUrl, whatever the request’s host', async () => {
    const { gateway } = await setUp();
    const send = (url: string) =>
      gateway.fetch(
        new Request(url, { headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' } }),
      );

    assert.equal((await send('http://internal:8080/codat/health')).status, 200);
    assert.equal((await send('http://internal:8080/health')).status, 404);
    assert.doesNotMatch(await (await send('http://internal:8080/codat/platforms')).text(), /internal|evil/);
  });

  it('allow a gateway at the root of a host, or deep below it', async () => {
    for (const place of ['https://codat.lender.example', 'https://lender.example/a/b/codat/']) {
      const { call } = await setUp({ baseUrl: place });
      const url = `${place.replace(/\/$/, '')}/health`;
      assert.equal((await call(url)).status, 200);
    }
  });
});
