import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { readEvents } from '../event-reader.js';
import { customer, twoProcesses, type GatewayProcess } from '../processes.js';
import { noRedis } from '../redis/redis-server.js';
import { baseUrl, json, type WireConnection } from '../set-up.js';
import { until } from '../../support/until.js';

describe('two processes of a gateway that share a Redis', { skip: noRedis }, () => {
  let lender: Awaited<ReturnType<typeof twoProcesses>>;
  let own: Awaited<ReturnType<typeof customer>>;
  let token: string;
  before(async () => (lender = await twoProcesses()));
  after(() => lender.close());
  beforeEach(async () => {
    own = await customer(lender.simulator);
    token = await own.tokenFrom(lender.one);
  });

  /** A page that listens at this process. */
  const listen = async (at: GatewayProcess, to = { own, token }) => {
    const page = readEvents(await to.own.events(at, to.token));
    assert.equal(await page.next(), ': open');
    return page;
  };
  const statuses = async (at: GatewayProcess) => (await own.list(at, token)).map(({ status }) => status);
  const made = () =>
    lender.simulator.snapshot().companies.find(({ id }) => id === own.company)?.connections ?? [];

  it('accept each other’s tokens', async () => {
    assert.deepEqual(await own.list(lender.two, token), []);
  });

  it('create one connection, however many pages request it from either at once', async () => {
    const begun = await Promise.all(
      Array.from({ length: 10 }, (_, page) => own.begin(page % 2 ? lender.one : lender.two, token)),
    );
    const ids = await Promise.all(begun.map(async (answer) => (await json<WireConnection>(answer)).id));
    assert.equal(new Set(ids).size, 1);
    assert.equal(made().length, 1);
  });

  it('both notify their pages of a webhook that one of them received, and no page of another company', async () => {
    const other = await customer(lender.simulator);
    const theirs = await listen(lender.one, { own: other, token: await other.tokenFrom(lender.two) });
    const { id } = await json<WireConnection>(await own.begin(lender.one, token));
    await lender.simulator.tick();
    const pages = [await listen(lender.one), await listen(lender.two)];
    lender.simulator.authorize(id);
    for (const page of pages)
      assert.deepEqual(await page.nextNotice(), { at: 'connections', connection: id });
    await Promise.all(pages.map((page) => page.cancel()));
    lender.simulator.deauthorize(id);
    await lender.simulator.tick();
    await theirs.cancel();
    assert.equal(await theirs.nextNotice(), undefined);
  });

  it('serve no response cached before a webhook reached the other', async () => {
    const { id } = await json<WireConnection>(await own.begin(lender.one, token));
    await lender.simulator.tick();
    assert.deepEqual(
      [await statuses(lender.one), await statuses(lender.two)],
      [['PendingAuth'], ['PendingAuth']],
    );
    const page = await listen(lender.two);
    lender.simulator.authorize(id);
    await page.nextNotice();
    await until(async () => (await statuses(lender.one))[0] === 'Linked');
    assert.deepEqual(await statuses(lender.two), ['Linked']);
    await page.cancel();
  });

  it('serve no response cached before a page changed it at the other', async () => {
    const { id } = await json<WireConnection>(await own.begin(lender.one, token));
    lender.simulator.authorize(id);
    await lender.simulator.tick();
    await until(async () => (await statuses(lender.two))[0] === 'Linked');
    const unlinked = await own.send(lender.one, token, `${own.connections}/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ status: 'Unlinked' }),
    });
    assert.equal(unlinked.status, 200);
    await until(async () => (await statuses(lender.two))[0] === 'Unlinked');
  });

  it('deliver a webhook to the host once, though both receive it', async () => {
    const { one, two, simulator } = lender;
    const handed = () =>
      [...one.webhooks, ...two.webhooks].filter((type) => type === 'connection.failed').length;
    const { id } = await json<WireConnection>(await own.begin(one, token));
    for (let failures = 1; failures <= 10; failures++) {
      simulator.addError(id, '403');
      await simulator.tick();
    }
    await until(() => handed() >= 10);
    assert.equal(handed(), 10);
  });

  it('accept the share links created at the other', async () => {
    const body = JSON.stringify({ platformKey: 'gbol' });
    const share = await own.send(lender.one, token, `${baseUrl}/shares`, { method: 'POST', body });
    const { id, url } = await json<{ id: string; url: string }>(share);
    assert.equal((await lender.two.fetch(url)).status, 200);
    const withdrawn = await own.send(lender.two, token, `${baseUrl}/shares/${id}`, { method: 'DELETE' });
    assert.equal(withdrawn.status, 204);
    assert.equal((await lender.one.fetch(url)).status, 404);
  });
});
