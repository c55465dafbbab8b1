import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEvents } from '../event-reader.js';
import { baseUrl, setUp, webhookSecret } from '../set-up.js';
import { until } from '../../support/until.js';

/** A lender whose host, like Workers, cancels the work of a disconnected client, and the promises passed to `waitUntil`. */
async function setUpStopping() {
  const lender = await setUp({ webhookSecrets: [webhookSecret] });
  const { company, gateway, tokenFor } = lender;
  const token = await tokenFor();
  const handed: Promise<unknown>[] = [];
  const context = { waitUntil: (work: Promise<unknown>) => handed.push(work) };
  const send = (path: string) =>
    gateway.fetch(new Request(baseUrl + path, { headers: { Authorization: `Bearer ${token}` } }), context);
  return { ...lender, ask: send, handed, dataStatus: `/api/companies/${company}/dataStatus` };
}

describe('a host that cancels the work of disconnected clients', () => {
  it('gets a promise to wait for a response that others may share', async () => {
    const { ask, codat, dataStatus, handed, simulator } = await setUpStopping();
    const pending: (() => void)[] = [];
    codat.fetch = async (request) => {
      await new Promise<void>((resolve) => pending.push(resolve));
      return simulator.fetch(request);
    };
    const answer = ask(dataStatus);
    await until(() => pending.length === 1);
    let isOver = false;
    const whole = Promise.all(handed).then(() => (isOver = true));
    await Promise.resolve();
    assert.deepEqual([handed.length, isOver], [1, false]);
    pending.forEach((letGo) => letGo());
    assert.equal((await answer).status, 200);
    await whole;
  });

  it('gets no promise for as long as a page’s event stream', async () => {
    const { ask, handed } = await setUpStopping();
    const page = readEvents(await ask('/events'));
    assert.equal(await page.next(), ': open');
    assert.equal(handed.length, 1);
    await Promise.all(handed);
    await page.cancel();
  });
});
