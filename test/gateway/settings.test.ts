import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createGateway } from '../../src/gateway/index.js';
import { apiKey, baseUrl, setUp, signingKey, webhookSecret } from './set-up.js';

const good = { apiKey, baseUrl, signingKeys: [signingKey], company: () => null };

/** What the gateway says when it is set up with one setting wrong. */
function complaint(wrong: Record<string, unknown>): string {
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
    ['baseUrl', undefined],
    ['baseUrl', '/codat'],
    ['baseUrl', 'ftp://lender.example/codat'],
    ['baseUrl', 'https://lender.example/codat?x=1'],
    ['baseUrl', 'https://lender.example/:codat'],
    ['signingKeys', undefined],
    ['signingKeys', []],
    ['signingKeys', ['hush-too-short']],
    ['signingKeys', [signingKey, 'hush-too-short']],
    ['company', undefined],
    ['company', '0dd0b382-3913-4e1e-ac13-05af6340562b'],
    ['returnTo', []],
    ['returnTo', 'javascript:alert(1)'],
    ['returnTo', '/connected#top'],
    ['codatUrl', 'http://codat.example'],
    ['codatUrl', 'codat'],
    ['lender', ' '],
    ['lender', 7],
    ['pageWords', { 'in German': {} }],
    ['allowedOrigins', 'https://app.lender.example'],
    ['allowedOrigins', ['*']],
    ['allowedOrigins', ['null']],
    ['allowedOrigins', ['https://app.lender.example/']],
    ['allowedOrigins', ['https://*.lender.example/x']],
    ['allowedOrigins', ['app.lender.example']],
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
    ['onWebhook', () => undefined],
    ['onWebhook', 'https://lender.example/hook'],
    ['companyCalls', { hour: 240 }],
    ['companyCalls', { hour: 240, day: 19 }],
    ['companyCalls', { hour: 240.5, day: 600 }],
    ['onConsent', () => undefined],
    ['onConsent', 'consents-table'],
  ];
  for (const [setting, value] of wrongs) {
    it(`stop a host at start when ${setting} is ${JSON.stringify(value)}, and say how to mend it`, () => {
      const words = complaint({ [setting]: value });
      assert.match(words, new RegExp(`^createGateway: \`${setting}\` .{20}`));
      assert.doesNotMatch(words, /hush/);
    });
  }

  it('let a host talk to a simulator on its own machine without TLS', () => {
    for (const codatUrl of ['http://localhost:4174', 'http://127.0.0.1:4174', 'http://[::1]:4174']) {
      assert.equal(complaint({ codatUrl }), '');
    }
  });

  it('put the gateway at the path of baseUrl, wherever the request says it came', async () => {
    const { gateway } = await setUp();
    const ask = (url: string) =>
      gateway.fetch(
        new Request(url, { headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' } }),
      );

    assert.equal((await ask('http://internal:8080/codat/health')).status, 200);
    assert.equal((await ask('http://internal:8080/health')).status, 404);
    assert.doesNotMatch(await (await ask('http://internal:8080/codat/platforms')).text(), /internal|evil/);
  });

  it('let the gateway have a host to itself, or live deep inside one', async () => {
    for (const place of ['https://codat.lender.example', 'https://lender.example/a/b/codat/']) {
      const { call } = await setUp({ baseUrl: place });
      const url = `${place.replace(/\/$/, '')}/health`;
      assert.equal((await call(url)).status, 200);
    }
  });
});
