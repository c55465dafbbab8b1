import assert from 'node:assert/strict';
import { nextWebhookSecret } from '../set-up.js';
import type { AttackRequest, Attack, Cell, Outcome } from './attack.js';
import {
  addresses,
  all,
  changing,
  because,
  body,
  both,
  endlessBody,
  huge,
  names,
  path,
  query,
  overriding,
  silenceCodat,
  pathVariants,
} from './attacks.js';
import {
  byHost,
  byLink,
  byNobody,
  bySecret,
  byState,
  byTicket,
  byToken,
  byTokenAndConnection,
  byTokenAndPath,
  bySignature,
  event,
  webhook,
} from './identities.js';
import type { Row } from './threat.js';
import type { Environment } from './environment.js';

/** One route of the gateway: the request that is in order, how it ends, and a cell for each threat. */
export interface RouteRow {
  readonly good: Outcome;
  readonly request: (w: Environment) => Partial<AttackRequest>;
  readonly cells: Row;
}

const mine = (w: Environment): Partial<AttackRequest> => ({ token: w.mine.token });
const nothing = (): Partial<AttackRequest> => ({});
const json = (original: object): string => JSON.stringify(original);

/** Nothing of these is a path of ours, and none is passed on. */
const pathTricks = (ends: Outcome = [404, 405]): Cell => all(ends, ...pathVariants.map(path));
const spoofed = (good: Outcome): Cell => all(good, ...names);
const again = (good: Outcome): Cell => all(good, { again: true });
/** The rate of the route, or of what is opened, is used up. */
const rated = (times: number): Cell => all(429, { repeated: times, changes: true });
/** It can be repeated without limit, at the price of so many calls to Codat. */
const cheap = (good: Outcome, mostCalls = 0): Cell => all(good, { repeated: 300, mostCalls, changes: true });

/** The last part of the path is only ever a name. */
const addressIn = (part: (w: Environment) => string, ends: Outcome): Cell =>
  all(
    ends,
    ...addresses.map((address) => path((path, w) => path.replace(part(w), encodeURIComponent(address)))),
  );
/** Parameters by which others say where to go. */
const addressAsked = (
  ends: Outcome,
  parameters = ['url', 'returnTo', 'redirect_uri', 'next', 'apiBase'],
): Cell =>
  all(
    ends,
    ...addresses.map((address) =>
      changing((_, original) => ({
        query: [original.query, ...parameters.map((name) => `${name}=${encodeURIComponent(address)}`)]
          .filter(Boolean)
          .join('&'),
      })),
    ),
  );

const oddHeaders = [
  { 'Content-Type': 'text/xml', Accept: 'nothing/nowhere' },
  { 'Cache-Control': ',,;=', 'If-None-Match': '"' },
  { 'Content-Length': '-1', Range: 'bytes=-1' },
  { 'X-HTTP-Method-Override': 'DELETE', 'X-Method-Override': 'DELETE' },
].map((headers) => overriding({ headers }));

const longToken = all(401, overriding({ token: huge }));
const longQuery = (good: Outcome): Cell => all(good, query(`x=${huge}`));

/** What is read of Codat ends although Codat does not answer. */
const codatIsSilent = (ends: Outcome): Cell =>
  all(ends, {
    before: (w) => ((w.clock.now += 11_000), silenceCodat(w)),
    changes: true,
    slow: true,
  });

const bodies: readonly (BodyInit | undefined)[] = [
  undefined,
  '',
  '{',
  'null',
  '7',
  '[]',
  '{}',
  '"platformKey"',
  '{"__proto__":{"platformKey":"gbol"}}',
  '{"platformKey":["gbol"]}',
  'platformKey=gbol',
  '<platformKey>gbol</platformKey>',
  new Uint8Array([0xff, 0xfe, 0x7b]),
];
const malformed = all(400, ...bodies.map(body));
const oversized = both(
  all(413, body(json({ platformKey: huge })), body(`{"platformKey":"gbol"${' '.repeat(5000)}}`), {
    // It has no Content-Length.
    change: () => ({ body: new Blob([huge]).stream() }),
  }),
  longToken,
);
const dribbled: Cell = all(408, { change: () => ({ body: endlessBody() }), slow: true });

/** A read of the token’s company at Codat. */
const companyRead = (more: Partial<Row> = {}): RouteRow => ({
  good: 200,
  request: mine,
  cells: {
    ...byTokenAndPath(),
    malformed: all(200, ...oddHeaders),
    oversized: both(longToken, longQuery(200)),
    slow: codatIsSilent(503),
    greed: cheap(200, 1),
    'path trick': pathTricks(),
    replay: again(200),
    SSRF: both(
      addressIn(({ mine }) => mine.company, 404),
      addressAsked(200),
    ),
    '`Host` spoofing': spoofed(200),
    ...more,
  },
});

const lists = {
  malformed: all(
    400,
    ...['page=0', 'page=x', 'pageSize=5001', 'orderBy=;', 'query=', 'query=a', 'page=%00'].map(query),
  ),
  oversized: both(longToken, longQuery(200), all(400, query(`query=${huge}`), query(`orderBy=${huge}`))),
  SSRF: both(
    addressAsked(200),
    ...['query', 'page', 'orderBy'].map((parameter) => addressAsked(400, [parameter])),
  ),
};

/** What everyone gets alike. */
const open = (more: Pick<Row, 'malformed' | 'slow' | 'path trick' | 'SSRF'>): RouteRow => ({
  good: 200,
  request: nothing,
  cells: {
    ...byNobody(),
    oversized: both(longQuery(200), all(200, overriding({ headers: { 'If-None-Match': huge } }))),
    greed: cheap(200),
    replay: again(200),
    '`Host` spoofing': spoofed(200),
    ...more,
  },
});

/** One platform of the catalogue, by its key. */
const ofPlatform: RouteRow = {
  good: 200,
  request: mine,
  cells: {
    ...byToken(),
    malformed: all(
      404,
      path((path) => path.replace('gbol', 'zzzz')),
      path((path) => path.replace('gbol', '%ff')),
    ),
    oversized: both(
      longToken,
      all(
        404,
        path((path) => path.replace('gbol', huge)),
      ),
    ),
    slow: codatIsSilent(200),
    greed: cheap(200),
    'path trick': pathTricks(),
    replay: again(200),
    SSRF: addressIn(() => 'gbol', 404),
    '`Host` spoofing': spoofed(200),
  },
};

const connection = (w: Environment): string => w.mine.connection;
const posts = (w: Environment): number => w.countRequests('POST', /connections$/);
/** The same request before. */
const once = (
  method: string,
  path: (w: Environment) => string,
  original: (w: Environment) => object | undefined,
): Pick<Attack, 'before' | 'changes'> => ({
  before: (w) =>
    w.call(path(w), { method, token: w.mine.token, ...(original(w) && { body: json(original(w) ?? {}) }) }),
  changes: true,
});

const aConnection = {
  malformed: all(
    404,
    path((path, w) => path.replace(connection(w), 'not-an-id')),
    path((path, w) => path.replace(connection(w), `${connection(w)}x`)),
    path((path, w) => path.replace(connection(w), '{connectionId}')),
  ),
  long: all(
    404,
    path((path, w) => path.replace(connection(w), huge)),
  ),
  SSRF: addressIn(connection, 404),
};

const beginning = ({ mine: { receipt } }: Environment) => ({ platformKey: 'qhyg', consent: receipt });
const sharing = ({ mine: { receipt } }: Environment) => ({ platformKey: 'qhyg', consent: receipt });
const agreeing = { version: '1', locale: 'en-GB', platformKey: 'gbol' };
const posting = (original: (w: Environment) => object) => (w: Environment) => ({
  ...mine(w),
  body: json(original(w)),
});
const insteadOf = (original: (w: Environment) => object, change: object) =>
  changing((w) => ({ body: json({ ...original(w), ...change }) }));

const withHeaders = (headers: Readonly<Record<string, string>>) =>
  changing((_, original) => ({ headers: { ...original.headers, ...headers } }));

/** Every route of the gateway. */
export const rows: Readonly<Record<string, RouteRow>> = {
  'POST /token': {
    good: 'own token',
    request: nothing,
    cells: {
      ...byHost(),
      malformed: all('own token', ...bodies.map(body), ...oddHeaders),
      oversized: all('own token', body(huge), query(`x=${huge}`), overriding({ token: huge })),
      // Its body is not read.
      slow: all('own token', { change: () => ({ body: endlessBody() }), slow: true }),
      greed: rated(600),
      'path trick': pathTricks(),
      replay: again('own token'),
      SSRF: addressAsked('own token'),
      '`Host` spoofing': spoofed('own token'),
    },
  },
  'GET /platforms': open({
    malformed: all(200, ...oddHeaders, query('page=0&pageSize=x')),
    slow: codatIsSilent(200),
    'path trick': pathTricks(),
    SSRF: addressAsked(200),
  }),
  'GET /api/integrations': {
    good: 200,
    request: mine,
    cells: {
      ...byToken(),
      ...lists,
      slow: codatIsSilent(200),
      greed: cheap(200),
      'path trick': pathTricks(),
      replay: again(200),
      '`Host` spoofing': spoofed(200),
    },
  },
  'GET /api/integrations/:key': ofPlatform,
  'GET /api/integrations/:key/branding': ofPlatform,
  'GET /api/companies/:company/accessToken': {
    good: 403,
    request: mine,
    cells: {
      ...byTokenAndPath(),
      malformed: all(403, ...oddHeaders),
      oversized: both(longToken, longQuery(403)),
      slow: because('Codat is not asked, and no body is read'),
      greed: cheap(403),
      'path trick': pathTricks(),
      replay: again(403),
      SSRF: addressIn(({ mine }) => mine.company, 404),
      '`Host` spoofing': spoofed(403),
    },
  },
  'GET /api/companies/:company/connections': companyRead(lists),
  'POST /api/companies/:company/connections': {
    good: 200,
    request: posting(beginning),
    cells: {
      ...byTokenAndPath(),
      malformed,
      oversized,
      slow: both(dribbled, codatIsSilent(503)),
      greed: all([200, 429], { repeated: 300, mostCalls: 130, changes: true }),
      'path trick': pathTricks(),
      replay: both(
        all(200, {
          ...once('POST', ({ mine }) => `/api/companies/${mine.company}/connections`, beginning),
          check: (w) => assert.equal(posts(w), 5, 'the pending connection is resumed'),
        }),
        all(403, insteadOf(beginning, { platformKey: 'pqsw' })),
        all(403, {
          change: ({ theirs }) => ({ body: json({ platformKey: 'qhyg', consent: theirs.receipt }) }),
        }),
      ),
      SSRF: both(
        ...addresses.map((address) => all(403, insteadOf(beginning, { platformKey: address }))),
        ...addresses.map((address) => all(403, insteadOf(beginning, { consent: address }))),
        ...addresses.map((address) =>
          all(200, insteadOf(beginning, { linkUrl: address, redirectUrl: address, returnTo: address })),
        ),
      ),
      '`Host` spoofing': spoofed(200),
    },
  },
  'GET /api/companies/:company/connections/:connection': {
    good: 200,
    request: mine,
    cells: {
      ...byTokenAndConnection(),
      ...aConnection,
      oversized: both(aConnection.long, longToken, longQuery(200)),
      slow: codatIsSilent(503),
      greed: cheap(200, 1),
      'path trick': pathTricks(),
      replay: again(200),
      '`Host` spoofing': spoofed(200),
    },
  },
  'PATCH /api/companies/:company/connections/:connection': {
    good: 200,
    request: posting(() => ({ status: 'Unlinked' })),
    cells: {
      ...byTokenAndConnection(),
      malformed: both(
        malformed,
        aConnection.malformed,
        all(400, body('{"status":"Linked"}'), body('{"status":"Unlinked","companyId":"x"}')),
      ),
      oversized: both(oversized, aConnection.long),
      slow: both(dribbled, codatIsSilent(503)),
      greed: rated(10),
      'path trick': pathTricks(),
      replay: all(
        400,
        once(
          'PATCH',
          ({ mine }) => `/api/companies/${mine.company}/connections/${mine.connection}`,
          () => ({ status: 'Unlinked' }),
        ),
      ),
      SSRF: aConnection.SSRF,
      '`Host` spoofing': spoofed(200),
    },
  },
  'DELETE /api/companies/:company/connections/:connection': {
    good: 200,
    request: mine,
    cells: {
      ...byTokenAndConnection(),
      malformed: aConnection.malformed,
      oversized: both(aConnection.long, longToken),
      slow: codatIsSilent(503),
      greed: rated(10),
      'path trick': pathTricks(),
      replay: all(
        404,
        once(
          'DELETE',
          ({ mine }) => `/api/companies/${mine.company}/connections/${mine.connection}`,
          () => undefined,
        ),
      ),
      SSRF: aConnection.SSRF,
      '`Host` spoofing': spoofed(200),
    },
  },
  'GET /api/companies/:company/dataStatus': companyRead(),
  'GET /api/companies/:company/data/history': companyRead(lists),
  'GET /consents': {
    good: 200,
    request: mine,
    cells: {
      ...byToken(),
      malformed: all(200, query('locale=%ff'), query('locale=-&locale=x'), query('locale=__proto__')),
      oversized: both(longToken, all(200, query(`locale=${huge}`))),
      slow: because('Codat is not asked, and no body is read'),
      greed: cheap(200),
      'path trick': pathTricks(),
      replay: again(200),
      SSRF: addressAsked(200, ['locale', 'url']),
      '`Host` spoofing': spoofed(200),
    },
  },
  'POST /consents': {
    good: 201,
    request: posting(() => agreeing),
    cells: {
      ...byToken(),
      malformed: both(malformed, all(400, body(json({ ...agreeing, version: '0' })))),
      oversized,
      slow: dribbled,
      greed: rated(60),
      'path trick': pathTricks(),
      replay: again(201),
      SSRF: both(
        ...addresses.map((address) => all(404, body(json({ ...agreeing, platformKey: address })))),
        ...addresses.map((address) => all(400, body(json({ ...agreeing, locale: address })))),
      ),
      '`Host` spoofing': spoofed(201),
    },
  },
  'GET /shares': {
    good: 200,
    request: mine,
    cells: {
      ...byToken(),
      malformed: all(200, ...oddHeaders),
      oversized: both(longToken, longQuery(200)),
      slow: all(200, {
        before: async (w) => {
          await w.call(`/share/${w.mine.secret}`, { method: 'POST' });
          return silenceCodat(w);
        },
        changes: true,
        slow: true,
      }),
      greed: rated(240),
      'path trick': pathTricks(),
      replay: again(200),
      SSRF: addressAsked(200),
      '`Host` spoofing': spoofed(200),
    },
  },
  'POST /shares': {
    good: 201,
    request: posting(sharing),
    cells: {
      ...byToken(),
      malformed,
      oversized,
      slow: dribbled,
      greed: rated(10),
      'path trick': pathTricks(),
      replay: both(
        all(403, insteadOf(sharing, { platformKey: 'pqsw' })),
        all(429, {
          before: async (w) => {
            for (let made = 1; made < 10; made++) {
              await w.call('/shares', { method: 'POST', token: w.mine.token, body: json(sharing(w)) });
            }
          },
          changes: true,
        }),
      ),
      SSRF: both(...addresses.map((address) => all(403, insteadOf(sharing, { platformKey: address })))),
      '`Host` spoofing': spoofed(201),
    },
  },
  'DELETE /shares/:id': {
    good: 204,
    request: mine,
    cells: {
      ...byToken(),
      'another’s': both(
        byToken()['another’s'],
        all(
          404,
          path((path, { mine, theirs }) => path.replace(mine.share, theirs.share)),
        ),
      ),
      malformed: all(
        404,
        path((path, { mine }) => path.replace(mine.share, 'nonsense')),
      ),
      oversized: both(
        longToken,
        all(
          404,
          path((path, { mine }) => path.replace(mine.share, huge)),
        ),
      ),
      slow: because('Codat is not asked, and no body is read'),
      greed: rated(10),
      'path trick': pathTricks(),
      replay: all(
        204,
        once(
          'DELETE',
          ({ mine }) => `/shares/${mine.share}`,
          () => undefined,
        ),
      ),
      SSRF: addressIn(({ mine }) => mine.share, 404),
      '`Host` spoofing': spoofed(204),
    },
  },
  'GET /share/:secret': {
    good: 200,
    request: nothing,
    cells: {
      ...bySecret(200, 200),
      malformed: all(
        404,
        path(() => '/share/%ff'),
        path(() => '/share/%3Cscript%3E'),
      ),
      oversized: all(
        404,
        path(() => `/share/${huge}`),
      ),
      slow: because('only the store is read: neither Codat nor a body'),
      greed: rated(120),
      'path trick': pathTricks(),
      replay: again(200),
      SSRF: both(
        addressIn(({ mine }) => mine.secret, 404),
        addressAsked(200),
      ),
      '`Host` spoofing': spoofed(200),
    },
  },
  'POST /share/:secret': {
    good: 'to Codat',
    request: nothing,
    cells: {
      ...bySecret('to Codat', 'to its page'),
      malformed: both(
        all(
          404,
          path(() => '/share/%ff'),
          path(() => '/share/%3Cscript%3E'),
        ),
        all('to Codat', ...bodies.map(body)),
      ),
      oversized: both(
        all(
          404,
          path(() => `/share/${huge}`),
        ),
        all('to Codat', body(huge)),
      ),
      slow: both(
        codatIsSilent(503),
        all('to Codat', { change: () => ({ body: endlessBody() }), slow: true }),
      ),
      greed: rated(5),
      'path trick': pathTricks(),
      replay: both(
        // Its connection is reused until it is linked, and requests are limited.
        all('to Codat', {
          before: (w) => w.call(`/share/${w.mine.secret}`, { method: 'POST' }),
          check: (w) => assert.equal(posts(w), 5),
          changes: true,
        }),
        all(410, {
          before: async (w) => {
            await w.call(`/share/${w.mine.secret}`, { method: 'POST' });
            const { connections = [] } =
              w.simulator.snapshot().companies.find(({ id }) => id === w.mine.company) ?? {};
            w.simulator.authorize(connections.at(-1)?.id ?? '');
          },
          changes: true,
        }),
        all(429, {
          before: async (w) => {
            for (let time = 0; time < 5; time++) await w.call(`/share/${w.mine.secret}`, { method: 'POST' });
          },
          changes: true,
        }),
      ),
      SSRF: both(
        addressIn(({ mine }) => mine.secret, 404),
        addressAsked('to Codat'),
      ),
      '`Host` spoofing': spoofed('to Codat'),
    },
  },
  'GET /link/:signed': {
    good: 'to Codat',
    request: nothing,
    cells: {
      ...byLink(200, 'to Codat'),
      malformed: all(
        410,
        path(() => '/link/%ff'),
        path((path) => `${path}x`),
        path((path) => path.slice(0, -2)),
      ),
      oversized: both(
        all(
          410,
          path(() => `/link/${huge}`),
        ),
        all(400, query(`returnTo=${huge}`)),
      ),
      slow: codatIsSilent(503),
      greed: both(
        rated(30),
        // By anyone who was sent it.
        all(429, { before: (w) => (w.visitor.company = null), repeated: 120, mostCalls: 0, changes: true }),
      ),
      'path trick': pathTricks([404, 405, 410]),
      replay: all('to Codat', {
        before: async (w) => w.call(`/link/${w.mine.link}`),
        check: (w) => {
          const opened = w.simulator.snapshot().links.map(({ otp }) => otp);
          assert.equal(new Set(opened).size, opened.length, 'every one is another link of Codat’s');
        },
      }),
      SSRF: both(
        addressIn(({ mine }) => mine.link, 410),
        addressAsked(400, ['returnTo']),
        addressAsked('to Codat', ['url', 'state']),
      ),
      '`Host` spoofing': spoofed('to Codat'),
    },
  },
  'POST /link/:signed': {
    good: 'to Codat',
    request: nothing,
    cells: {
      ...byLink('to Codat', 'to its page'),
      malformed: all(
        410,
        path(() => '/link/%ff'),
        path((path) => `${path}x`),
        path((path) => path.slice(0, -2)),
      ),
      oversized: both(
        all(
          410,
          path(() => `/link/${huge}`),
        ),
        all(400, query(`returnTo=${huge}`)),
      ),
      slow: codatIsSilent(503),
      greed: rated(5),
      'path trick': pathTricks([404, 405, 410]),
      replay: all('to Codat', {
        before: async (w) => w.call(`/link/${w.mine.link}`),
        check: (w) => {
          const opened = w.simulator.snapshot().links.map(({ otp }) => otp);
          assert.equal(new Set(opened).size, opened.length, 'every one is another link of Codat’s');
        },
      }),
      SSRF: both(
        addressIn(({ mine }) => mine.link, 410),
        addressAsked(400, ['returnTo']),
        addressAsked('to Codat', ['url', 'state']),
      ),
      '`Host` spoofing': spoofed('to Codat'),
    },
  },
  'GET /return': {
    good: 'ticket',
    request: ({ mine: { state, pending } }) => ({
      query: `state=${state}&statusCode=200&connectionId=${pending}`,
    }),
    cells: {
      ...byState(),
      malformed: both(
        all('unknown', query('state=%'), query('state&statusCode'), query('state[]=x'), query('state=a.b.c')),
        all(
          'ticket',
          ...['', 'nonsense', '%3Cscript%3E', '200&statusCode=403'].map((code) =>
            changing(({ mine }) => ({ query: `state=${mine.state}&statusCode=${code}` })),
          ),
        ),
      ),
      oversized: all(
        'unknown',
        query(`state=${huge}`),
        changing(({ mine }) => ({ query: `state=${mine.state}&connectionId=${huge}` })),
      ),
      slow: because('Codat is not asked, and no body is read'),
      greed: cheap('ticket'),
      'path trick': pathTricks(),
      replay: again('ticket'),
      SSRF: both(
        addressAsked('ticket'),
        ...addresses.map((address) =>
          all(
            'unknown',
            changing(({ mine }) => ({
              query: `state=${mine.state}&connectionId=${encodeURIComponent(address)}`,
            })),
          ),
        ),
        ...addresses.map((address) => all('unknown', query(`state=${encodeURIComponent(address)}`))),
      ),
      '`Host` spoofing': spoofed('ticket'),
    },
  },
  'GET /return/status': {
    good: 200,
    request: ({ mine }) => ({ token: mine.ticket }),
    cells: {
      ...byTicket(),
      malformed: all(200, ...oddHeaders),
      oversized: both(longToken, longQuery(200)),
      slow: codatIsSilent(503),
      greed: rated(120),
      'path trick': pathTricks(),
      replay: again(200),
      SSRF: addressAsked(200, ['connectionId', 'url', 'returnTo']),
      '`Host` spoofing': spoofed(200),
    },
  },
  'GET /events': {
    good: 200,
    request: mine,
    cells: {
      ...byToken(),
      malformed: all(200, ...oddHeaders, overriding({ headers: { 'Last-Event-ID': '<script>' } })),
      oversized: both(longToken, longQuery(200)),
      slow: because('Codat is not asked, and no body is read; a page that does not read is dropped'),
      greed: all(429, {
        before: async (w) => {
          for (let page = 0; page < 20; page++)
            w.pages.push(await w.call('/events', { token: w.mine.token }));
        },
        check: async (w) => {
          for (const { body } of w.pages) await body?.cancel();
        },
        changes: true,
      }),
      'path trick': pathTricks(),
      replay: both(
        again(200),
        all(429, {
          before: async (w) => {
            for (let page = 0; page < 20; page++)
              w.pages.push(await w.call('/events', { token: w.mine.token }));
          },
          check: async (w) => {
            for (const { body } of w.pages) await body?.cancel();
          },
          changes: true,
        }),
      ),
      SSRF: addressAsked(200),
      '`Host` spoofing': spoofed(200),
    },
  },
  'POST /webhooks': {
    good: 204,
    request: (w) => webhook(w, event(w)),
    cells: {
      ...bySignature(),
      malformed: both(
        all(
          400,
          ...['{', 'null', '[]', '{}', '{"eventType":7}'].map((text) => changing((w) => webhook(w, text))),
        ),
        all(400, body(undefined)),
        all(
          400,
          ...[{ 'webhook-id': 'a b' }, { 'webhook-timestamp': '1e9' }, { 'webhook-timestamp': '-1' }].map(
            withHeaders,
          ),
        ),
        // Signed, and of a new type: the host receives it.
        all(
          204,
          changing((w) => webhook(w, '{"id":"1","eventType":"connection.","payload":{}}')),
        ),
      ),
      oversized: both(
        all(413, body(huge.repeat(6)), { change: () => ({ body: new Blob([huge.repeat(6)]).stream() }) }),
        all(400, withHeaders({ 'webhook-id': huge })),
        all(
          401,
          withHeaders({ 'webhook-signature': `v1,${huge}` }),
          withHeaders({ 'webhook-signature': 'v1,AAAA '.repeat(1000) }),
        ),
      ),
      slow: both(
        dribbled,
        // A host that takes too long gets it again.
        all(503, {
          before: (w) => (w.host.onWebhook = () => new Promise(() => undefined)),
          changes: true,
          slow: true,
        }),
      ),
      greed: all(401, {
        change: (w) => webhook(w, event(w), { secret: nextWebhookSecret }),
        repeated: 300,
        mostCalls: 0,
      }),
      'path trick': pathTricks(),
      replay: all(204, {
        before: (w) => {
          const { headers = {} } = webhook(w, event(w));
          return w.call('/webhooks', { method: 'POST', headers, body: event(w) });
        },
        check: ({ host }) => assert.equal(host.handed, 1, 'it is handled once'),
      }),
      SSRF: all(
        204,
        ...addresses.map((address) =>
          changing((w) =>
            webhook(
              w,
              JSON.stringify({ ...(JSON.parse(event(w)) as object), url: address, linkUrl: address }),
            ),
          ),
        ),
      ),
      '`Host` spoofing': all(
        204,
        ...names.map(({ change }) =>
          changing((_, original) => ({ headers: { ...original.headers, ...change().headers } })),
        ),
      ),
    },
  },
  'GET /assets/:name': open({
    malformed: all(
      404,
      ...['x', '%ff', `${'0'.repeat(64)}.png`, `${'0'.repeat(64)}.exe`, `${'0'.repeat(64)}.constructor`].map(
        (name) => path(() => `/assets/${name}`),
      ),
    ),
    slow: because('only the store is read: neither Codat nor a body'),
    'path trick': pathTricks(),
    SSRF: both(
      addressIn(({ asset }) => asset, 404),
      addressAsked(200),
    ),
  }),
  'GET /health': open({
    malformed: all(200, ...oddHeaders),
    slow: because('neither Codat nor a body is read'),
    'path trick': pathTricks(),
    SSRF: addressAsked(200),
  }),
};
