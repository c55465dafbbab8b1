import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { json, locationOf, setUp, unknownCompany, ticketIn } from '../set-up.js';

interface Status {
  companyId: string;
  connectionId: string;
  platformKey: string;
  platformName: string;
  sourceType: string;
  status: string;
  for: string;
  returned: number | null;
  error: { statusCode: string } | null;
}

/** Someone who has just followed the link to sign in, with the state that went along. */
async function away(given: Parameters<typeof setUp>[0] = {}) {
  const lender = await setUp(given);
  const own = await lender.openPage();
  const { id, linkUrl } = await own.connect('gbol');
  const state = new URL(locationOf(await lender.call(linkUrl))).searchParams.get('state') ?? '';
  const openReturnUrl = (query: Record<string, string>) =>
    lender.call(`/return?${new URLSearchParams(query).toString()}`);
  const status = async (token: string) => lender.call('/return/status', { token });
  return { ...lender, own, id, linkUrl, state, openReturnUrl, status };
}

describe('returning from sign-in', () => {
  it('includes the page’s attempt id, in either form of the routes, and no other text', async () => {
    const { call, openPage } = await setUp();
    const { linkUrl } = await (await openPage()).connect('gbol');
    const stateAfter = async (attempt: string): Promise<string> =>
      new URL(locationOf(await call(`${linkUrl}/?attempt=${attempt}`))).searchParams.get('state') ?? '';

    assert.equal(decodeJwt(await stateAfter('second'))['attempt'], 'second');
    assert.equal(decodeJwt(await stateAfter('<script>'))['attempt'], undefined);
    const back = ticketIn(await call(`/return/?state=${await stateAfter('second')}`));
    const reported = (await (await call('/return/status/', { token: back })).json()) as { attempt: string };
    assert.equal(reported.attempt, 'second');
  });

  const outcomes = [
    ['allow', 200, 'Linked', null],
    ['cancel', 403, 'PendingAuth', { statusCode: '403' }],
    ['error', 500, 'PendingAuth', { statusCode: '500' }],
    ['unsupported', 501, 'PendingAuth', { statusCode: '501' }],
  ] as const;
  for (const [button, returned, status, error] of outcomes) {
    it(`reports the true status after “${button}”, to someone who is not signed in`, async () => {
      const {
        call,
        company,
        finishSignIn,
        id,
        linkUrl,
        visitor,
        status: ask,
      } = await away({ returnTo: '/connected' });
      const start = locationOf(await call(linkUrl));
      visitor.company = null;
      const back = await finishSignIn(start, button);
      assert.equal(back.headers.get('Cache-Control'), 'no-store');
      assert.equal(back.headers.get('Referrer-Policy'), 'no-referrer');
      assert.match(locationOf(back), /^https:\/\/lender\.example\/connected#codat=[\w.-]+$/);

      const response = await ask(ticketIn(back));
      assert.equal(response.headers.get('Cache-Control'), 'no-store');
      assert.deepEqual(await json<Status>(response), {
        companyId: company,
        connectionId: id,
        platformKey: 'gbol',
        platformName: 'Xero',
        sourceType: 'Accounting',
        status,
        for: 'own',
        returned,
        error,
      });
    });
  }

  it('reports an existing connection that was left unchanged as linked', async () => {
    const { own, id, linkUrl, signIn, status: ask } = await away();
    await signIn(linkUrl, 'allow');
    const back = await signIn((await own.read(id)).linkUrl, 'cancel');
    const { status, returned, error } = await json<Status>(await ask(ticketIn(back)));
    assert.deepEqual([status, returned, error], ['Linked', 201, null]);
  });

  it('passes on nothing of its own query, whatever is in it', async () => {
    const { id, state, openReturnUrl, call } = await away({ returnTo: '/connected' });
    const body = 'zq-surely-nowhere-else';
    const queries: Record<string, string>[] = [
      { connectionId: id, statusCode: '500', state, errorMessage: body },
      { connectionId: id, statusCode: body, state, [body]: body, returnTo: `https://${body}.example` },
      { connectionId: body, statusCode: '200', state },
      { connectionId: id, statusCode: '403', state: body },
      { connectionId: '{connectionId}', statusCode: '{statusCode}', state: '{state}', '#codat': body },
      { state: `${state}\r\nSet-Cookie: ${body}` },
      { state: body.repeat(500) },
    ];
    for (const query of queries) {
      const response = await openReturnUrl(query);
      const message = [...response.headers, await response.text()].join('\n');
      assert.match(locationOf(response), /^https:\/\/lender\.example\/connected#codat=[\w.-]+$/);
      const ticket = ticketIn(response);
      const inside = ticket === 'unknown' ? '' : JSON.stringify(decodeJwt(ticket));
      assert.doesNotMatch(message + inside, new RegExp(body));
      assert.ok(!message.includes(state));
    }
    assert.equal((await call('/return?state=%E0%A4%A&statusCode=%')).status, 303);
  });

  it('reads the status from Codat, and uses the query as a hint', async () => {
    const { id, state, openReturnUrl, status } = await away();
    const back = await openReturnUrl({ connectionId: id, statusCode: '200', state });
    const { status: actual, returned } = await json<Status>(await status(ticketIn(back)));
    assert.deepEqual([actual, returned], ['PendingAuth', 200]);
  });

  it('accepts five status codes, and ignores any other', async () => {
    const { id, state, openReturnUrl, status } = await away();
    for (const statusCode of ['201', '403', '500', '501', '', '999', '<script>', '{statusCode}']) {
      const back = await openReturnUrl({ connectionId: id, statusCode, state });
      const { returned } = await json<Status>(await status(ticketIn(back)));
      assert.equal(returned, /^[25][0-9]{2}$|403/.test(statusCode) ? Number(statusCode) : null, statusCode);
    }
  });

  it('invalidates the cached response of the connection', async () => {
    const { own, id, linkUrl, signIn } = await away();
    assert.equal((await own.read(id)).status, 'PendingAuth');
    await signIn(linkUrl, 'allow');
    assert.equal((await own.read(id)).status, 'Linked');
  });

  it('requires a state of ours that is intact, in time, and for this connection', async () => {
    const { id, state, openReturnUrl, clock, tokenFor, linkUrl } = await away({
      returnTo: ['/connected', '/other'],
    });
    const lost = 'https://lender.example/connected#codat=unknown';
    const bad: Record<string, string>[] = [
      {},
      { connectionId: id, statusCode: '200' },
      { connectionId: id, statusCode: '200', state: '' },
      { connectionId: id, statusCode: '200', state: `${state.slice(0, -4)}AAAA` },
      { connectionId: unknownCompany, statusCode: '200', state },
      { connectionId: id, statusCode: '200', state: await tokenFor() },
      { connectionId: id, statusCode: '200', state: linkUrl.split('/').at(-1) ?? '' },
      { state: 'x', returnTo: 'https://evil.example', errorMessage: '<script>' },
    ];
    for (const query of bad) assert.equal(locationOf(await openReturnUrl(query)), lost);
    assert.match(locationOf(await openReturnUrl({ state })), /#codat=ey/);

    clock.now += 86_400_000;
    assert.equal(locationOf(await openReturnUrl({ connectionId: id, statusCode: '200', state })), lost);
  });

  it('redirects to the default page if the requested one was removed from the list since', async () => {
    const before = await away({ returnTo: ['/connected', '/apply'] });
    const requests = `${before.linkUrl}?returnTo=/apply`;
    const state = new URL(locationOf(await before.call(requests))).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ state }).toString();
    assert.match(locationOf(await before.call(`/return?${query}`)), /\/apply#/);
    const since = await setUp({ returnTo: '/connected', company: () => before.company });
    assert.match(locationOf(await since.call(`/return?${query}`)), /\/connected#codat=ey/);
  });

  it('reveals nothing to someone signed in for another company', async () => {
    const { company, id, state, openReturnUrl, status, visitor } = await away({ returnTo: '/connected' });
    const query = { connectionId: id, statusCode: '200', state };
    const ticket = ticketIn(await openReturnUrl(query));
    visitor.company = unknownCompany;
    assert.equal(ticketIn(await openReturnUrl(query)), 'unknown');
    assert.equal((await status(ticket)).status, 401);
    visitor.company = company;
    assert.equal((await status(ticket)).status, 200);
  });
});

describe('the ticket of a return', () => {
  it('gives access to one connection’s status and nothing else', async () => {
    const { call, company, id, linkUrl, signIn, status, tokenFor } = await away();
    const ticket = ticketIn(await signIn(linkUrl, 'allow'));
    assert.equal(decodeJwt(ticket).aud, 'https://lender.example/codat/return/status');
    for (const path of [`/api/companies/${company}/connections/${id}`, '/api/integrations']) {
      assert.equal((await call(path, { token: ticket })).status, 401);
    }
    assert.equal((await call(`/link/${ticket}`)).status, 410);
    assert.equal((await status(await tokenFor())).status, 401);
    assert.equal((await status('')).status, 401);
    assert.equal((await status(`${ticket.slice(0, -4)}AAAA`)).status, 401);
  });

  it('is valid for ten minutes', async () => {
    const { linkUrl, signIn, status, clock } = await away();
    const ticket = ticketIn(await signIn(linkUrl, 'allow'));
    clock.now += 599_000;
    assert.equal((await status(ticket)).status, 200);
    clock.now += 1_000;
    assert.equal((await status(ticket)).status, 401);
  });

  it('gets a true status when the connection is deleted, and when Codat is down', async () => {
    const { own, id, linkUrl, signIn, status, simulator, clock } = await away({ permit: () => true });
    const ticket = ticketIn(await signIn(linkUrl, 'allow'));
    const end = simulator.faults.add({ trouble: { is: 'malformed' } });
    assert.equal((await status(ticket)).status, 502);
    end();
    await own.remove(id);
    clock.now += 1_000;
    assert.equal((await status(ticket)).status, 404);
  });
});
