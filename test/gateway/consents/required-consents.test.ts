import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { toCanonicalConsentJson, type ConsentText, type ConsentReceipt } from '../../../src/gateway/index.js';
import { passHalfMinuteOnceAsked, stopClock } from '../../support/clock.js';
import { json, setUp, type ErrorBody, type WireConnection } from '../set-up.js';

const created = /^\/companies\/[^/]+\/connections$/;

const consent = (version: string, locale: string): ConsentText => ({
  version,
  locale,
  sections: [
    { title: 'Purpose', body: 'To decide on your loan.' },
    { title: 'Retention', body: 'Seven years.\nThen it is deleted.' },
  ],
  agree: 'Larkspur may read the data of my business.',
});

const consents = [consent('2', 'en-GB'), consent('2', 'fr'), consent('1', 'en-GB'), consent('2', 'fr-CA')];

/** A lender that asks for consent, and the consents it has recorded. */
async function asking(settings: Parameters<typeof setUp>[0] = {}) {
  const kept: ConsentReceipt[] = [];
  return { ...(await agreeing({ consents, onConsent: (receipt) => kept.push(receipt), ...settings })), kept };
}

/** A lender, and a person who agrees. */
async function agreeing(settings: Parameters<typeof setUp>[0] = {}) {
  const lender = await setUp(settings);
  const token = await lender.tokenFor();
  const send = (path: string, body: object) =>
    lender.call(path, { method: 'POST', token, body: JSON.stringify(body) });
  const agree = (agreement: object = {}) =>
    send('/consents', { version: '2', locale: 'en-GB', platformKey: 'gbol', ...agreement });
  const receipt = async (agreement: object = {}) =>
    (await json<ConsentReceipt>(await agree(agreement))).receipt;
  const connect = (body: object) => send(`/api/companies/${lender.company}/connections`, body);
  return { ...lender, agree, connect, receipt, token };
}

describe('giving consent', () => {
  it('returns a receipt once the host has recorded it', async () => {
    const { agree, clock, company, kept } = await asking();
    const response = await agree();
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
    const settings = await json<ConsentReceipt>(response);
    const { receipt, ...facts } = settings;
    assert.deepEqual(facts, {
      version: '2',
      locale: 'en-GB',
      platformKey: 'gbol',
      companyId: company,
      at: new Date(clock.now).toISOString(),
      hash: createHash('sha256')
        .update(toCanonicalConsentJson(consent('2', 'en-GB')))
        .digest('hex'),
    });
    assert.equal(decodeJwt(receipt).aud, 'https://lender.example/codat/consents');
    assert.deepEqual(kept, [settings]);
  });

  it('passes the request and its context to the host', async () => {
    const seen: unknown[] = [];
    const { company, gateway, token } = await asking({
      onConsent: (_receipt, request, context) => seen.push(request.headers.get('User-Agent'), context),
    });
    const body = JSON.stringify({ version: '2', locale: 'fr', platformKey: 'gbol' });
    const headers = { Authorization: `Bearer ${token}`, 'User-Agent': 'Safari' };
    const url = 'https://lender.example/codat/consents';
    await gateway.fetch(new Request(url, { method: 'POST', headers, body }), { company });
    assert.deepEqual(seen, ['Safari', { company }]);
  });

  it('fails when the host can’t record it, and the reason is in the host’s log', async (t) => {
    const log = t.mock.method(console, 'error', () => undefined);
    for (const onConsent of [
      () => Promise.reject(new Error('no database')),
      () => {
        throw new Error('no database');
      },
    ]) {
      const { agree } = await asking({ onConsent });
      const response = await agree();
      assert.equal(response.status, 503);
      assert.equal(response.headers.get('Retry-After'), '5');
      assert.doesNotMatch(await response.text(), /no database|ey[\w-]+\./);
    }
    assert.match(String(log.mock.calls[1]?.arguments[1]), /"setting":"onConsent","error":"Error"/);
  });

  it('fails as well when the host has not recorded it after twenty seconds', async (t) => {
    t.mock.method(console, 'error', () => undefined);
    let isAsked = false;
    const onConsent = (): Promise<void> => {
      isAsked = true;
      return new Promise(() => undefined);
    };
    const { agree } = await asking({ onConsent });
    const clock = stopClock(t);
    const answer = agree();
    await passHalfMinuteOnceAsked(clock, () => isAsked);
    assert.equal((await answer).status, 503);
  });

  it('is refused for unknown terms, an unavailable platform, and anyone signed out', async () => {
    const { agree, call, kept } = await asking();
    for (const [agreement, status] of [
      [{ version: '3' }, 400],
      [{ locale: 'de' }, 400],
      [{ version: '1', locale: 'fr' }, 400],
      [{ version: 2 }, 400],
      [{ platformKey: 'zzzz' }, 404],
      [{ platformKey: 'rvam' }, 404],
      [{ platformKey: undefined }, 400],
    ] as const) {
      const response = await agree(agreement);
      assert.equal(response.status, status, JSON.stringify(agreement));
      assert.match((await json<ErrorBody>(response)).error, /^[A-Z].+\.$/);
    }
    assert.equal((await call('/consents', { method: 'POST', body: '{}' })).status, 401);
    assert.deepEqual(kept, []);
  });

  it('is not possible if the host has no terms', async () => {
    const { agree, call, token } = await agreeing();
    assert.equal((await agree()).status, 400);
    assert.equal((await call('/consents', { token })).status, 404);
  });
});

describe('the consent to show', () => {
  it('is in the person’s locale, else in their language, else the first', async () => {
    const { call, token } = await asking();
    for (const [locale, version, shown] of [
      ['en-GB', '2', 'en-GB'],
      ['FR-ca', '2', 'fr-CA'],
      ['fr-FR', '2', 'fr'],
      ['en', '2', 'en-GB'],
      ['de', '2', 'en-GB'],
      ['', '2', 'en-GB'],
    ]) {
      const response = await call(`/consents?locale=${locale}`, { token });
      assert.deepEqual(await json<ConsentText>(response), consent(version ?? '', shown ?? ''), locale);
    }
    assert.deepEqual((await json<ConsentText>(await call('/consents', { token }))).locale, 'en-GB');
  });

  it('is in the script that the person reads, where a language has several', async () => {
    const { call, token } = await asking({
      consents: ['en', 'zh-CN', 'zh-Hant', 'sr', 'sr-Latn', 'pt-BR'].map((locale) => consent('1', locale)),
    });
    for (const [locale, shown] of [
      ['zh-Hant-TW', 'zh-Hant'],
      ['zh-HK', 'zh-Hant'],
      ['zh', 'zh-CN'],
      ['sr-Latn-RS', 'sr-Latn'],
      ['sr-RS', 'sr'],
      ['pt-PT', 'pt-BR'],
      ['zh_TW', 'en'],
    ]) {
      const response = await call(`/consents?locale=${locale}`, { token });
      assert.equal((await json<ConsentText>(response)).locale, shown, locale);
    }
  });

  it('requires a token', async () => {
    const { call } = await asking();
    assert.equal((await call('/consents')).status, 401);
  });
});

describe('where the host requires consent', () => {
  it('a connection is created with a receipt for any version that the host still lists', async () => {
    const { connect, receipt } = await asking();
    const response = await connect({ platformKey: 'gbol', consent: await receipt({ version: '1' }) });
    assert.equal((await json<WireConnection>(response)).status, 'PendingAuth');
  });

  it('none is created without a receipt; the response says why, and Codat is not called', async () => {
    const { countRequests, call, connect, receipt, tokenFor } = await asking();
    const good = await receipt();
    const wrong: unknown[] = [
      undefined,
      '',
      'yes',
      `${good.slice(0, -4)}AAAA`,
      await tokenFor(),
      await receipt({ platformKey: 'qhyg' }),
    ];
    for (const consent of wrong) {
      const response = await connect({ platformKey: 'gbol', consent });
      assert.equal(response.status, 403, String(consent));
      assert.match((await json<ErrorBody>(response)).error, /asks for consent first/);
    }
    assert.equal((await connect({ platformKey: 'gbol', consent: true })).status, 400);
    assert.equal((await call('/platforms', { token: good })).status, 200);
    assert.equal((await call('/api/integrations', { token: good })).status, 401);
    assert.equal(countRequests('POST', created), 0);
  });

  it('no pending one is reused without a receipt either', async () => {
    const { connect, receipt } = await asking();
    const consent = await receipt();
    const { id } = await json<WireConnection>(await connect({ platformKey: 'gbol', consent }));
    assert.equal((await connect({ platformKey: 'gbol' })).status, 403);
    assert.equal((await json<WireConnection>(await connect({ platformKey: 'gbol', consent }))).id, id);
  });

  it('another company’s receipt is refused', async () => {
    const { call, gateway, receipt, tokenFor, visitor, countRequests } = await asking();
    const theirs = await receipt();
    const other = await gateway.ensureCompany({ reference: 'customer-2' });
    visitor.company = other;
    const token = await tokenFor();
    const body = JSON.stringify({ platformKey: 'gbol', consent: theirs });
    const path = `/api/companies/${other}/connections`;
    assert.equal((await call(path, { method: 'POST', token, body })).status, 403);
    assert.equal(countRequests('POST', created), 0);
  });

  it('a receipt expires after a day', async () => {
    const { call, clock, company, receipt, tokenFor } = await asking();
    const body = JSON.stringify({ platformKey: 'gbol', consent: await receipt() });
    const connect = async () =>
      call(`/api/companies/${company}/connections`, { method: 'POST', token: await tokenFor(), body });
    clock.now += 86_399_000;
    assert.equal((await connect()).status, 200);
    clock.now += 1_000;
    assert.equal((await connect()).status, 403);
  });

  it('a receipt for terms that the host has withdrawn or changed is refused', async () => {
    const before = await asking();
    const old = await before.receipt();
    const [current, ...others] = consents;
    assert.ok(current);
    for (const [since, status] of [
      [others, 403],
      [[{ ...current, agree: 'Larkspur may do anything.' }], 403],
      [[...others, current], 200],
    ] as const) {
      const { call, company, tokenFor } = await setUp({
        consents: since,
        fetch: (request) => before.simulator.fetch(request),
      });
      assert.equal(company, before.company);
      const token = await tokenFor();
      const body = JSON.stringify({ platformKey: 'gbol', consent: old });
      const response = await call(`/api/companies/${company}/connections`, { method: 'POST', token, body });
      assert.equal(response.status, status);
    }
  });
});
