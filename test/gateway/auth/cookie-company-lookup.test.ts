import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { json, setUp } from '../set-up.js';
import { until } from '../../support/until.js';

const path = '/api/integrations';
const cookies = { Cookie: 'session=1' };

/** A gateway whose host answers when it is let, and the calls of its `company` so far. */
async function setUpHost() {
  const host = { asked: 0, answer: Promise.resolve() };
  const visitor: { company: string | null } = { company: null };
  const { company, call, gateway, ...rest } = await setUp({
    company: async () => {
      host.asked++;
      const { company } = visitor;
      await host.answer;
      return company;
    },
  });
  visitor.company = company;
  const answer = await call('/token', { method: 'POST', headers: cookies });
  const { accessToken: token } = await json<{ accessToken: string }>(answer);
  await call(path, { token, headers: cookies });
  host.asked = 0;
  return { ...rest, call, gateway, host, token, visitor };
}

const statuses = async (answers: readonly Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status);

describe('the check of who is signed in', () => {
  it('is made once for equal requests of the same moment', async () => {
    const { call, host, token } = await setUpHost();
    const answers = Array.from({ length: 20 }, () => call(path, { token, headers: cookies }));

    assert.deepEqual(await statuses(answers), Array<number>(20).fill(200));
    assert.equal(host.asked, 1);
  });

  it('is made again for each request after that', async () => {
    const { call, host, token, visitor } = await setUpHost();
    await call(path, { token, headers: cookies });
    await call(path, { token, headers: cookies });
    assert.equal(host.asked, 2);

    visitor.company = null;
    assert.equal((await call(path, { token, headers: cookies })).status, 401);
  });

  it('is not shared with a request that arrives after it began: the person may have signed out', async () => {
    const { call, host, token, visitor } = await setUpHost();
    const { promise, resolve } = withResolvers();
    host.answer = promise;
    const before = call(path, { token, headers: cookies });
    await until(() => host.asked === 1);
    visitor.company = null;
    const after = call(path, { token, headers: cookies });
    await until(() => host.asked === 2);
    resolve();

    assert.deepEqual(await statuses([before, after]), [200, 401]);
  });

  it('is not shared between other cookies, paths or contexts', async () => {
    const { call, gateway, host, token } = await setUpHost();
    const request = () =>
      new Request(`https://lender.example/codat${path}`, {
        headers: { ...cookies, Authorization: `Bearer ${token}` },
      });
    await Promise.all([
      call(path, { token, headers: cookies }),
      call(path, { token, headers: { Cookie: 'session=2' } }),
      call(`${path}?page=2`, { token, headers: cookies }),
      gateway.fetch(request(), {}),
      gateway.fetch(request(), {}),
    ]);

    assert.equal(host.asked, 5);
  });

  it('is made again after one that failed, which fails for all who shared it', async (t) => {
    t.mock.method(console, 'error', () => undefined);
    const { call, host, token } = await setUpHost();
    host.answer = Promise.reject(new Error('The session store is down.'));
    const answers = [1, 2, 3].map(() => call(path, { token, headers: cookies }));
    assert.deepEqual(await statuses(answers), [503, 503, 503]);
    assert.equal(host.asked, 1);

    host.answer = Promise.resolve();
    assert.equal((await call(path, { token, headers: cookies })).status, 200);
  });
});

/** A promise that a test resolves. */
function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
