import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { apiKey, json, setUp, signingKey, webhookSecret } from './set-up.js';

describe('gateway.changeSecrets', () => {
  it('takes over each secret at once, and keeps those that are left out', async () => {
    const next = 'another-signing-key-of-thirty-two-or-more';
    const { call, codat, gateway, simulator, tokenFor } = await setUp();
    const keys: (string | null)[] = [];
    codat.fetch = (request) => {
      keys.push(request.headers.get('Authorization'));
      return simulator.fetch(request);
    };
    const token = await tokenFor();
    gateway.changeSecrets({ apiKey: 'another-key' });
    await gateway.forgetCompany({ reference: 'customer-9' }).catch(() => undefined);
    assert.equal(keys.at(-1), `Basic ${btoa('another-key')}`);
    gateway.changeSecrets({ apiKey });

    gateway.changeSecrets({ signingKeys: [next, signingKey] });
    assert.equal((await call('/api/integrations', { token })).status, 200);
    const renewed = await tokenFor();
    gateway.changeSecrets({ signingKeys: [next] });
    assert.equal((await call('/api/integrations', { token })).status, 401);
    assert.equal((await call('/api/integrations', { token: renewed })).status, 200);

    assert.equal('events' in (await json<object>(await call('/token', { method: 'POST' }))), false);
    gateway.changeSecrets({ webhookSecrets: [webhookSecret] });
    assert.equal('events' in (await json<object>(await call('/token', { method: 'POST' }))), true);
    assert.equal((await call('/webhooks', { method: 'POST', body: '{}' })).status, 400);
  });

  it('changes nothing when one is malformed', async () => {
    const { call, gateway, tokenFor } = await setUp();
    const token = await tokenFor();

    assert.throws(
      () =>
        gateway.changeSecrets({ signingKeys: ['a-new-key-of-thirty-two-characters-or-more'], apiKey: 'a b' }),
      /`apiKey` must be the key alone/,
    );
    assert.equal((await call('/api/integrations', { token })).status, 200);
  });
});
