import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codatOrigin, json, setUp, type ErrorBody } from '../set-up.js';
import { until } from '../../support/until.js';

/** A lender at whose Codat everything about data waits until it is let go. */
async function setUpHeld() {
  const pending: { company: string; go: () => void }[] = [];
  const { simulator } = await setUp();
  const lender = await setUp({
    company: ({ headers }) => headers.get('Cookie'),
    fetch: async (request) => {
      const [, company] = /\/companies\/([^/]+)\/data/.exec(request.url) ?? [];
      if (company) {
        await new Promise<void>((resolve, reject) => {
          pending.push({ company, go: resolve });
          request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
        });
      }
      return simulator.fetch(request);
    },
  });
  const { call, gateway } = lender;
  /** Someone connects the company to a platform. */
  const link = async (company: string) => {
    const headers = { Authorization: `Basic ${btoa(simulator.apiKey)}` };
    const url = `${codatOrigin}/companies/${company}/connections`;
    const body = JSON.stringify({ platformKey: 'gbol' });
    const made = await json<{ id: string }>(await simulator.fetch(url, { method: 'POST', headers, body }));
    simulator.authorize(made.id);
  };
  const customer = async (reference: string, is: 'linked' | 'new' = 'new') => {
    const company = await gateway.ensureCompany({ reference });
    if (is === 'linked') await link(company);
    const headers = { Cookie: company };
    const { accessToken: token } = await json<{ accessToken: string }>(
      await call('/token', { method: 'POST', headers }),
    );
    await call(`/api/companies/${company}/connections`, { token, headers });
    let questions = 0;
    /** So many questions, none like another. */
    const asks = (count: number): Promise<Response>[] =>
      Array.from({ length: count }, () =>
        call(`/api/companies/${company}/data/history?page=${++questions}`, { token, headers }),
      );
    return { company, asks };
  };
  /** Lets so many calls that wait at Codat finish, the first before the others, and any that follow. */
  const release = async (count: number): Promise<void> => {
    for (let released = 0; released < count; released++) {
      await until(() => pending.length > 0);
      pending.shift()?.go();
    }
  };
  return { ...lender, customer, held: pending, letGo: release };
}

describe('calls to Codat', () => {
  it('run ten at once for a company, and the others wait', async () => {
    const { customer, held, letGo } = await setUpHeld();
    const { asks } = await customer('baker', 'linked');
    const answers = asks(25);
    await until(() => held.length === 10);
    await letGo(1);
    await until(() => held.length === 10);
    await letGo(24);
    for (const answer of answers) assert.equal((await answer).status, 200);
    assert.equal(held.length, 0);
  });

  it('run ten more at once for each company that Codat counts as connected', async () => {
    const { customer, held, letGo } = await setUpHeld();
    const [one, other] = [await customer('one', 'linked'), await customer('other', 'linked')];
    const third = await customer('third');
    const answers = [...one.asks(15), ...other.asks(15), ...third.asks(15)];
    await until(() => held.length === 20);
    assert.equal(held.filter(({ company }) => company === one.company).length, 10);
    await letGo(45);
    for (const answer of answers) assert.equal((await answer).status, 200);
  });

  it('are refused with a message when a hundred wait already', async () => {
    const { customer, held, letGo } = await setUpHeld();
    const { asks } = await customer('crowd', 'linked');
    const answers = asks(111);
    const refused = await Promise.race(answers);
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('Retry-After'), '1');
    assert.match((await json<ErrorBody>(refused)).error, /^Too much is being asked of Codat at once/);
    await until(() => held.length === 10);
    await letGo(110);
    assert.equal((await Promise.all(answers)).filter(({ status }) => status === 200).length, 110);
  });
});
