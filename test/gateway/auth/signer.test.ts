import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { SignJWT, base64url, decodeProtectedHeader, jwtVerify } from 'jose';
import { createHmacSigner } from '../../../src/gateway/auth/hmac.js';
import { json, setUp, signingKey } from '../set-up.js';

interface Token {
  readonly accessToken: string;
}

const path = '/api/integrations';
const secret = new TextEncoder().encode(signingKey);

/** Takes `node:crypto` away, as on Workers and in browsers, for what asks for it from now on. */
function withoutNodeCrypto(t: TestContext): void {
  t.mock.method(process, 'getBuiltinModule', () => undefined);
}

for (const [platform, arrange] of [
  ['node:crypto', () => undefined],
  ['Web Crypto alone', withoutNodeCrypto],
] as const) {
  describe(`signatures by ${platform}`, () => {
    it('are those of JWS, either way', async (t) => {
      arrange(t);
      const { call, tokenFor } = await setUp();
      const digests = t.mock.method(crypto.subtle, 'sign');
      const token = await tokenFor();
      assert.equal(digests.mock.callCount(), platform === 'node:crypto' ? 0 : 1);

      const { payload } = await jwtVerify(token, secret, { currentDate: new Date(0) });
      const { kid = '' } = decodeProtectedHeader(token);
      const theirs = await new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid }).sign(secret);
      assert.equal((await call(path, { token: theirs })).status, 200);
    });

    it('are accepted by a process that signs by the other', async (t) => {
      const other = await setUp();
      const token = await other.tokenFor();
      arrange(t);
      const { call } = await setUp({ company: () => other.company });
      assert.equal((await call(path, { token })).status, 200);
    });

    it('are refused when a bit, the length or the spelling differs', async (t) => {
      arrange(t);
      const hmac = await createHmacSigner(signingKey);
      const good = await hmac.sign('text');
      assert.equal(await hmac.verify('text', good), true);
      const bytes = base64url.decode(good);
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      // The last of 43 digits has two bits that no byte uses.
      const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      const respelled = good.slice(0, -1) + digits.charAt(digits.indexOf(good.slice(-1)) + 1);
      for (const bad of [
        base64url.encode(bytes),
        good.slice(0, -1),
        `${good}A`,
        `${good}=`,
        respelled,
        '',
        '§',
      ])
        assert.equal(await hmac.verify('text', bad), false, bad);
      assert.equal(await hmac.verify('texT', good), false);
    });
  });
}

describe('a list of links', () => {
  it('is signed without Web Crypto where there is node:crypto', async (t) => {
    const { openPage } = await setUp();
    const own = await openPage();
    await own.connect('gbol');
    await own.connect('qhyg');
    const [sign, verify] = [t.mock.method(crypto.subtle, 'sign'), t.mock.method(crypto.subtle, 'verify')];
    assert.equal((await own.list()).length, 2);
    assert.deepEqual([sign.mock.callCount(), verify.mock.callCount()], [0, 0]);
  });
});

describe('a token', () => {
  it('is verified once for requests of the same moment, and again for later ones', async (t) => {
    withoutNodeCrypto(t);
    const { call } = await setUp();
    const { accessToken: token } = await json<Token>(await call('/token', { method: 'POST' }));
    const verify = t.mock.method(crypto.subtle, 'verify');
    await Promise.all(Array.from({ length: 20 }, () => call(path, { token })));
    assert.equal(verify.mock.callCount(), 1);

    await call(path, { token });
    assert.equal(verify.mock.callCount(), 2);
  });
});
