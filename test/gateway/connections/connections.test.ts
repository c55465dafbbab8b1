import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  codatOrigin,
  json,
  setUp,
  ticketIn,
  unknownCompany,
  type ErrorBody,
  type WireConnection,
} from '../set-up.js';

const created = /^\/companies\/[^/]+\/connections$/;

/** Lets whatever was begun go on as far as it can without time passing. */
const severalTurns = async () => {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
};

describe('a company’s connections', () => {
  it('are created pending, linked by signing in, unlinked and linked again', async () => {
    const { openPage, signIn } = await setUp();
    const own = await openPage();
    const { id, status, linkUrl, can } = await own.connect('gbol');
    assert.equal(status, 'PendingAuth');
    assert.deepEqual(can, ['reconnect']);

    await signIn(linkUrl, 'allow');
    const linked = await own.read(id);
    assert.equal(linked.status, 'Linked');
    assert.deepEqual(linked.can, ['disconnect']);

    assert.equal((await own.unlink(id)).status, 200);
    const [unlinked] = await own.list();
    assert.equal(unlinked?.status, 'Unlinked');
    assert.deepEqual(unlinked.can, ['reconnect']);

    await signIn(unlinked.linkUrl, 'allow');
    assert.equal((await own.read(id)).status, 'Linked');
  });

  it('are as Codat returns them, except the link, the allowed actions, and fields that no page needs', async () => {
    const { openPage, company, signIn, simulator } = await setUp();
    const own = await openPage();
    const { id, linkUrl } = await own.connect('gbol');
    await signIn(linkUrl, 'cancel');
    await signIn((await own.read(id)).linkUrl, 'allow');
    const theirs = await json<Record<string, unknown>>(
      await simulator.fetch(`${codatOrigin}/companies/${company}/connections/${id}`, {
        headers: { Authorization: `Basic ${btoa(simulator.apiKey)}` },
      }),
    );
    const ours = await json<Record<string, unknown>>(
      await own.ask(`/companies/${company}/connections/${id}`),
    );

    const { linkUrl: oneTime, dataConnectionErrors, ...same } = theirs;
    assert.ok(oneTime);
    const { linkUrl: signed, can, dataConnectionErrors: errors, ...rest } = ours;
    assert.deepEqual(rest, same);
    assert.deepEqual(can, ['disconnect']);
    assert.match(String(signed), /^https:\/\/lender\.example\/codat\/link\/[\w.-]+$/);
    assert.match(JSON.stringify(dataConnectionErrors), /statusText/);
    assert.doesNotMatch(JSON.stringify(errors), /statusText/);
  });

  it('have their errors in the order in which they happened, whichever Codat’s is', async () => {
    const { call, clock, codat, openPage, signIn, simulator } = await setUp();
    const own = await openPage();
    const { id, linkUrl } = await own.connect('gbol');
    await signIn(linkUrl, 'error');
    clock.now += 60_000;
    const back = await signIn((await own.read(id)).linkUrl, 'cancel');
    codat.fetch = async (request) => {
      const response = await simulator.fetch(request);
      if (!request.url.endsWith(`/connections/${id}`)) return response;
      const theirs = await json<WireConnection>(response);
      return Response.json({ ...theirs, dataConnectionErrors: theirs.dataConnectionErrors.toReversed() });
    };

    clock.now += 60_000;
    const codes = (await own.read(id)).dataConnectionErrors.map(({ statusCode }) => statusCode);
    assert.deepEqual(codes, ['500', '403']);
    const returned = await call('/return/status', { token: ticketIn(back) });
    assert.deepEqual((await json<{ error: unknown }>(returned)).error, { statusCode: '403' });
  });

  it('can be deleted only if the host permits it', async () => {
    const { openPage, countRequests } = await setUp();
    const own = await openPage();
    const { id } = await own.connect('gbol');
    assert.equal((await own.remove(id)).status, 403);
    assert.equal(countRequests('DELETE', /./), 0);
    assert.equal((await own.list()).length, 1);
  });

  it('are no longer listed once deleted', async () => {
    const { openPage } = await setUp({ permit: () => true });
    const own = await openPage();
    const { id, can } = await own.connect('gbol');
    assert.deepEqual(can, ['reconnect', 'delete']);
    const response = await own.remove(id);
    assert.equal(response.status, 200);
    assert.equal(await response.text(), '');
    assert.deepEqual(await own.list(), []);
    assert.equal((await own.remove(id)).status, 404);
  });

  it('list the actions that the host permits for each, and the host never sees a one-time link', async () => {
    const questions: string[] = [];
    const { openPage, company, signIn } = await setUp({
      permit: (question) => {
        questions.push(JSON.stringify(question));
        return Promise.resolve(question.connection.integrationKey === 'qhyg');
      },
    });
    const own = await openPage();
    const xero = await own.connect('gbol');
    const { linkUrl } = await own.connect('qhyg');
    await signIn(xero.linkUrl, 'allow');
    await signIn(linkUrl, 'allow');

    const offered = (await own.list()).map(({ integrationKey, can }) => [integrationKey, can]);
    assert.deepEqual(Object.fromEntries(offered), { gbol: [], qhyg: ['disconnect', 'delete'] });
    assert.equal((await own.unlink(xero.id)).status, 403);
    assert.ok(questions.length > 0);
    for (const question of questions) {
      assert.match(question, new RegExp(`"company":"${company}"`));
      assert.doesNotMatch(question, /linkUrl|otp/);
    }
  });

  it('are listed without the actions of one for which the host fails to say what is permitted', async () => {
    const troubles: unknown[] = [];
    const { openPage, signIn } = await setUp({
      onEvent: (event) => event.type === 'trouble' && troubles.push(event),
      permit: ({ connection }) => {
        if (connection.integrationKey === 'gbol') throw new RangeError('no such row');
        return true;
      },
    });
    const own = await openPage();
    const { id, linkUrl } = await own.connect('gbol');
    await own.connect('qhyg');
    await signIn(linkUrl, 'allow');

    const offered = (await own.list()).map(({ integrationKey, status, can }) => [
      integrationKey,
      status,
      can,
    ]);
    assert.deepEqual(offered.sort(), [
      ['gbol', 'Linked', []],
      ['qhyg', 'PendingAuth', ['reconnect', 'delete']],
    ]);
    const answers = [await own.unlink(id), await own.remove(id)];
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.get('Retry-After')]),
      [
        [503, '5'],
        [503, '5'],
      ],
    );
    assert.ok(JSON.stringify(troubles).includes('"setting":"permit","error":"RangeError"'));
  });

  it('can be unlinked only while linked', async () => {
    const { openPage, countRequests } = await setUp();
    const own = await openPage();
    const { id } = await own.connect('gbol');
    const response = await own.unlink(id);
    assert.equal(response.status, 400);
    assert.match((await json<ErrorBody>(response)).error, /Linked/);
    assert.equal(countRequests('PATCH', /./), 0);
  });

  it('get the same response whether they don’t exist or belong to another company', async () => {
    const { gateway, openPage, visitor, company } = await setUp();
    const own = await openPage();
    const otherCompany = await gateway.ensureCompany({ reference: 'customer-2' });
    visitor.company = otherCompany;
    const others = `/companies/${otherCompany}/connections`;
    const body = JSON.stringify({ platformKey: 'gbol' });
    const theirs = await json<WireConnection>(await (await openPage()).ask(others, { method: 'POST', body }));
    visitor.company = company;

    const refused: ErrorBody[] = [];
    for (const [path, method] of [
      [`/companies/${unknownCompany}/connections`, 'GET'],
      [others, 'GET'],
      [others, 'POST'],
      [`${others}/${theirs.id}`, 'GET'],
      [`${others}/${theirs.id}`, 'DELETE'],
      [`/companies/${otherCompany}/dataStatus`, 'GET'],
      [`/companies/${otherCompany}/data/history`, 'GET'],
      [`/companies/${otherCompany}/accessToken`, 'GET'],
      [`/companies/${company}/connections/${theirs.id}`, 'GET'],
      [`/companies/${company}/connections/${theirs.id}`, 'DELETE'],
      [`/companies/${company}/connections/${unknownCompany}`, 'GET'],
    ] as const) {
      const response = await own.ask(path, { method });
      assert.equal(response.status, 404, `${method} ${path}`);
      refused.push({ ...(await json<ErrorBody>(response)), correlationId: '' });
    }
    for (const each of refused) assert.deepEqual(each, refused[0]);
  });
});

describe('creating a connection', () => {
  it('reuses a pending one of the same platform', async () => {
    const { openPage, countRequests } = await setUp();
    const own = await openPage();
    const first = await own.connect('gbol');
    const again = await own.connect('gbol');
    assert.equal(again.id, first.id);
    assert.equal(countRequests('POST', created), 1);
    assert.notEqual((await own.connect('qhyg')).id, first.id);
  });

  it('creates another once the first is linked', async () => {
    const { openPage, signIn } = await setUp();
    const own = await openPage();
    const first = await own.connect('gbol');
    await signIn(first.linkUrl, 'allow');
    assert.notEqual((await own.connect('gbol')).id, first.id);
  });

  it('returns the same one to simultaneous requests', async () => {
    const { openPage, countRequests, simulator } = await setUp();
    const own = await openPage();
    simulator.faults.add({ method: 'POST', path: created, trouble: { is: 'slow', ms: 50 } });
    const begun = await Promise.all(['gbol', 'gbol', 'gbol'].map((key) => own.connect(key)));
    assert.equal(new Set(begun.map(({ id }) => id)).size, 1);
    assert.equal(countRequests('POST', created), 1);
  });

  it('finds the connection whose response was lost instead of creating a second, once Codat had time to create it', async () => {
    const { openPage, countRequests, clock, simulator, company } = await setUp();
    const own = await openPage();
    simulator.faults.add({ method: 'POST', times: 1, trouble: { is: 'lost' } });
    const body = JSON.stringify({ platformKey: 'gbol' });
    const lost = await own.ask(`/companies/${company}/connections`, { method: 'POST', body });
    assert.equal(lost.status, 503);
    const listed = countRequests('GET', created);
    const again = own.connect('gbol');
    clock.now += 9_999;
    await severalTurns();
    assert.equal(countRequests('GET', created), listed);
    clock.now += 1;
    assert.equal((await again).status, 'PendingAuth');
    assert.equal(countRequests('POST', created), 1);
  });

  it('is refused for a platform that is unknown or not enabled, without calling Codat', async () => {
    const { openPage, countRequests, company } = await setUp();
    const own = await openPage();
    for (const platformKey of ['zzzz', 'rvam', '../..', '']) {
      const body = JSON.stringify({ platformKey });
      const response = await own.ask(`/companies/${company}/connections`, { method: 'POST', body });
      assert.equal(response.status, 404, platformKey);
    }
    assert.equal(countRequests('POST', created), 0);
  });
});
