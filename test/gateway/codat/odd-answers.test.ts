import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GatewayEvent } from '../../../src/gateway/index.js';
import { json, setUp, type WireConnection } from '../set-up.js';

type Fields = Record<string, unknown>;

/** A lender whose Codat responds as the test says. */
async function setUpOdd() {
  const events: GatewayEvent[] = [];
  const lender = await setUp({ onEvent: (event) => events.push(event) });
  const own = await lender.openPage();
  const path = `/companies/${lender.company}`;
  const { codat, simulator } = lender;
  /** From now on, every answer to this reads as `alter` makes it. */
  const reword = (route: string, alter: (body: Fields) => unknown) => {
    const before = codat.fetch;
    codat.fetch = async (request) => {
      const response = await before(request);
      if (`${request.method} ${new URL(request.url).pathname}` !== route || !response.ok) return response;
      return Response.json(alter((await response.json()) as Fields), { headers: response.headers });
    };
  };
  const rewordEntries = (route: string, alter: (entry: Fields, index: number) => unknown) =>
    reword(route, (body) => ({ ...body, results: (body['results'] as Fields[]).map(alter) }));
  const faults = () =>
    events.flatMap((event) =>
      event.type === 'trouble' && event.with === 'codat' ? [`${event.endpoint} ${event.field ?? '–'}`] : [],
    );
  const connections = `${path}/connections`;
  return { ...lender, connections, events, own, path, reword, rewordEntries, simulator, troubles: faults };
}

const list = 'companies/{companyId}/connections';

describe('a response of Codat’s of another shape than its API’s', () => {
  const oddities: [what: string, odd: Fields, seen: Fields, field: string | undefined][] = [
    [
      'an error’s code as a number',
      { dataConnectionErrors: [{ statusCode: 403 }] },
      { dataConnectionErrors: [{ statusCode: '403' }] },
      undefined,
    ],
    [
      'errors among which one is null',
      { dataConnectionErrors: [null, { statusCode: '500' }] },
      { dataConnectionErrors: [{ statusCode: '500' }] },
      'results.dataConnectionErrors',
    ],
    ['errors as an object', { dataConnectionErrors: {} }, {}, 'results.dataConnectionErrors'],
    ['no name of the platform', { platformName: null }, { platformName: 'Xero' }, undefined],
    ['a name that is a list', { platformName: ['Xero'] }, { platformName: 'Xero' }, 'results.platformName'],
    ['its information as text', { connectionInfo: 'n/a' }, {}, 'results.connectionInfo'],
    [
      'an organisation named by a number',
      { connectionInfo: { companyName: 4711 } },
      { connectionInfo: { companyName: '4711' } },
      undefined,
    ],
    ['a date that is a number', { lastSync: 0 }, {}, 'results.lastSync'],
    ['a date that is none', { lastSync: 'soon' }, {}, 'results.lastSync'],
    ['a date that stands for never', { lastSync: '0001-01-01T00:00:00' }, {}, undefined],
    ['a status that is an object', { status: { is: 'Linked' } }, { status: 'Unknown' }, 'results.status'],
    ['a status in other letters', { status: 'PENDING_AUTH' }, { status: 'PendingAuth' }, undefined],
    ['a kind of source in other letters', { sourceType: 'bank-feed' }, { sourceType: 'BankFeed' }, undefined],
    ['a status of tomorrow’s', { status: 'Sleeping' }, { status: 'Sleeping' }, undefined],
  ];
  for (const [what, odd, seen, field] of oddities) {
    it(`treats ${what} as unknown where it must, and hides neither it nor its neighbours`, async () => {
      const { connections, own, rewordEntries, troubles } = await setUpOdd();
      const [first, second] = [await own.connect('gbol'), await own.connect('qhyg')];
      rewordEntries(`GET ${connections}`, (entry) =>
        entry['id'] === first.id ? { ...entry, ...odd } : entry,
      );
      const listed = await own.list();
      assert.deepEqual(listed.map(({ id }) => id).sort(), [first.id, second.id].sort());
      const found = listed.find(({ id }) => id === first.id);
      assert.ok(found);
      for (const name of Object.keys(odd)) assert.deepEqual(found[name as keyof WireConnection], seen[name]);
      assert.equal((await own.connect('pqsw')).status, 'PendingAuth');
      assert.equal((await own.connect('qhyg')).id, second.id, 'the pending connection is resumed');
      assert.deepEqual([...new Set(troubles())], field === undefined ? [] : [`${list} ${field}`]);
    });
  }

  const idless: [what: string, entry: unknown, field: string][] = [
    ['null', null, 'results'],
    ['an object without an id', { platformName: 'Xero' }, 'results.id'],
    ['an object whose id is empty', { id: '', platformName: 'Xero' }, 'results.id'],
    ['an object whose id is a number', { id: 7, platformName: 'Xero' }, 'results.id'],
  ];
  for (const [what, odd, field] of idless) {
    it(`has an entry that is ${what} counted, and the others shown`, async () => {
      const { connections, own, rewordEntries, troubles } = await setUpOdd();
      const [, second] = [await own.connect('gbol'), await own.connect('qhyg')];
      rewordEntries(`GET ${connections}`, (entry) => (entry['id'] === second.id ? entry : odd));
      const page = await json<{ results: WireConnection[]; unreadable: number }>(await own.ask(connections));
      assert.deepEqual([page.results.map(({ id }) => id), page.unreadable], [[second.id], 1]);
      assert.ok(troubles().includes(`${list} ${field}`), troubles().join());
    });
  }

  it('reports a field to the host once a minute, however often it is read', async () => {
    const { clock, connections, own, rewordEntries, troubles } = await setUpOdd();
    await own.connect('gbol');
    rewordEntries(`GET ${connections}`, (entry) => ({ ...entry, lastSync: 7 }));
    await own.list();
    clock.now += 30_000;
    await own.list();
    assert.equal(troubles().length, 1);
    clock.now += 31_000;
    await own.list();
    assert.equal(troubles().length, 2);
  });

  it('shows the other pages if the numbers of the first are wrong', async () => {
    const { connections, own, reword } = await setUpOdd();
    const begun = await own.connect('gbol');
    reword(`GET ${connections}`, (body) => ({
      ...body,
      pageNumber: null,
      totalResults: '1',
      _links: { next: {} },
    }));
    assert.deepEqual(
      (await own.list()).map(({ id }) => id),
      [begun.id],
    );
    assert.equal((await own.connect('gbol')).id, begun.id);
  });

  for (const [what, results] of [
    ['without results', undefined],
    ['whose results are null', null],
  ] as const) {
    it(`takes a list ${what} for empty if its total is 0, and for unreadable else`, async () => {
      const { connections, countRequests, own, reword } = await setUpOdd();
      reword(`GET ${connections}`, (body) => ({ ...body, results }));
      assert.deepEqual(await own.list(), []);
      await own.connect('gbol');
      assert.equal((await own.ask(connections)).status, 502);
      const body = JSON.stringify({ platformKey: 'gbol' });
      assert.equal((await own.ask(connections, { method: 'POST', body })).status, 502);
      assert.equal(countRequests('POST', /connections$/), 1);
    });
  }

  it('hides no other sync, and no other data type', async () => {
    const { own, path, reword, rewordEntries, simulator } = await setUpOdd();
    const begun = await own.connect('gbol');
    simulator.authorize(begun.id);
    rewordEntries(
      `GET ${path}/data/history`,
      (entry, index) => [entry, { ...entry, progress: '10' }, null][index % 3],
    );
    const history = await json<{ results: Fields[] }>(await own.ask(`${path}/data/history`));
    assert.ok(history.results.length > 1);
    assert.equal(history.results[1]?.['progress'], 10);
    reword(`GET ${path}/dataStatus`, (body) => ({
      ...body,
      invoices: null,
      bills: { currentStatus: 'map queued' },
    }));
    const statuses = await json<Record<string, Fields>>(await own.ask(`${path}/dataStatus`));
    assert.deepEqual(statuses['bills'], { dataType: 'bills', currentStatus: 'MapQueued' });
    assert.ok(Object.keys(statuses).length > 2);
    assert.ok(!('invoices' in statuses));
  });
});

describe('a change whose response is unreadable', () => {
  const answers: [what: string, alter: (body: Fields) => unknown][] = [
    ['has one odd field', (body) => ({ ...body, connectionInfo: 'n/a' })],
    ['has no id', (body) => ({ ...body, id: undefined })],
    ['has an empty id', (body) => ({ ...body, id: '' })],
    ['is a text', () => 'done'],
  ];
  for (const [what, alter] of answers) {
    it(`succeeds, and says so, when it ${what}`, async () => {
      const { countRequests, connections, own, reword } = await setUpOdd();
      reword(`POST ${connections}`, alter);
      const begun = await own.connect('gbol');
      assert.equal(begun.status, 'PendingAuth');
      assert.equal((await own.connect('gbol')).id, begun.id);
      assert.equal(countRequests('POST', /connections$/), 1);
    });

    it(`also deletes a connection, when it ${what}`, async () => {
      const { connections, own, reword, simulator } = await setUpOdd();
      const begun = await own.connect('gbol');
      simulator.authorize(begun.id);
      reword(`PATCH ${connections}/${begun.id}`, alter);
      const answered = await own.unlink(begun.id);
      assert.equal(answered.status, 200);
      assert.equal((await json<WireConnection>(answered)).status, 'Unlinked');
    });
  }

  it('also creates a company, found again by its reference', async () => {
    const { gateway, reword } = await setUpOdd();
    reword('POST /companies', () => ({ id: 7 }));
    const made = await gateway.ensureCompany({ reference: 'customer-7' });
    assert.match(made, /^[0-9a-f-]{36}$/);
    assert.equal(await gateway.ensureCompany({ reference: 'customer-7' }), made);
  });
});

describe('a response of Codat’s that is too long', () => {
  it('is aborted, however small it was compressed', async () => {
    const { codat, connections, own } = await setUpOdd();
    let pulled = 0;
    const chunk = new Uint8Array(1024 * 1024).fill(32);
    codat.fetch = () => {
      const body = new ReadableStream({
        pull: (controller) => {
          pulled++;
          if (pulled > 200) controller.close();
          else controller.enqueue(chunk);
        },
      });
      return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'application/json' } }));
    };
    assert.equal((await own.ask(connections)).status, 502);
    assert.ok(pulled < 20, `${pulled} MB were read`);
  });
});

describe('a call to Codat without a response', () => {
  it('is reported with the error code that names why', async () => {
    const { codat, connections, events, own } = await setUpOdd();
    codat.fetch = () => {
      const cause = Object.assign(new Error('certificate of hush'), { code: 'CERT_HAS_EXPIRED' });
      return Promise.reject(new TypeError('fetch failed', { cause }));
    };
    await own.ask(connections, { method: 'POST', body: JSON.stringify({ platformKey: 'gbol' }) });
    const notified = events.find((event) => event.type === 'codat-call' && event.status === undefined);
    assert.ok(notified?.type === 'codat-call');
    assert.equal(notified.code, 'CERT_HAS_EXPIRED');
    assert.ok(!JSON.stringify(notified).includes('hush'));
  });
});

describe('an absurd Retry-After', () => {
  it('lasts until 00:00 UTC and no longer', async () => {
    const { clock, codat, connections, own, openPage } = await setUpOdd();
    const { fetch } = codat;
    codat.fetch = () =>
      Promise.resolve(new Response(null, { status: 429, headers: { 'Retry-After': '99999999999' } }));
    const refused = await own.ask(connections);
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('Retry-After'), String(15 * 3600), 'it is nine in the morning');
    codat.fetch = fetch;
    clock.now += 15 * 3_600_000 + 1000;
    const { list } = await openPage();
    assert.deepEqual(await list(), []);
  });

  it('counts as none if it is neither a whole number nor a date', async () => {
    for (const wait of ['-5', '1.5', '1e9', 'soon', '2', 'Mon, 23 Nov 2026 09:00:03 GMT']) {
      const { codat, connections, own } = await setUpOdd();
      const { fetch } = codat;
      codat.fetch = () =>
        Promise.resolve(new Response(null, { status: 429, headers: { 'Retry-After': wait } }));
      const expected = { '2': '2', 'Mon, 23 Nov 2026 09:00:03 GMT': '3' }[wait] ?? '30';
      assert.equal((await own.ask(connections)).headers.get('Retry-After'), expected, wait);
      codat.fetch = fetch;
    }
  });
});
