import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { createGateway } from '../../../src/gateway/index.js';
import { seed, sized } from '../../support/trials.js';
import { apiKey, baseUrl, codatOrigin, setUp, signingKey, unknownCompany } from '../set-up.js';
import { requestInOrder } from '../threats/request.js';
import { rows } from '../threats/rows.js';
import { createEnvironment, type Environment } from '../threats/environment.js';

/** Each route, its method first. */
const routes = Object.keys(rows).map((name) => name.split(' '));
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('..', '%', '%00', '\0', '%2e%2e%2f', '__proto__', 'constructor', 'null', ''),
  fc.constantFrom(
    'https://evil.example/',
    '//evil.example',
    '<script>',
    '\r\nX-Evil: 1',
    '{{7*7}}',
    unknownCompany,
  ),
  fc.string({ minLength: 2000, maxLength: 9000 }),
);

/** A text in place of one that is in order, or that one with a character changed. */
const about = (good: string) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(good) },
    { weight: 2, arbitrary: odd },
    fc
      .tuple(fc.nat(), fc.string({ maxLength: 2 }))
      .map(
        ([at, other]) =>
          good.slice(0, at % (good.length + 1)) + other + good.slice((at % (good.length + 1)) + 1),
      ),
  );

const encoded = (text: string): string => encodeURIComponent(text);

const keys = fc.constantFrom(
  'page',
  'pageSize',
  'query',
  'orderBy',
  'locale',
  'returnTo',
  'state',
  'statusCode',
  'connectionId',
  'x',
);
/** Not `Content-Length`: an HTTP server passes on none that isn't true (RFC 9112 §6.3). */
const headerNames = fc.constantFrom(
  'Cookie',
  'Origin',
  'Sec-Fetch-Site',
  'Sec-Purpose',
  'Cache-Control',
  'If-None-Match',
  'Content-Type',
  'Host',
  'X-Forwarded-Host',
  'Access-Control-Request-Method',
);
const headerValues = fc.oneof(
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
    maxLength: 30,
  }),
  fc.constantFrom(
    'null',
    'same-origin',
    'cross-site',
    'https://lender.example',
    'prefetch',
    'no-cache',
    '*',
    '-1',
    '1e9',
  ),
);

const anyMethod = fc.constantFrom(
  'GET',
  'POST',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PUT',
  'PROPFIND',
  'get',
);

/** One request, from anyone, with any part of it valid or not. */
const request = (w: Environment) => {
  const { mine, theirs, asset } = w;
  const parts: Record<string, fc.Arbitrary<string>> = {
    company: fc.oneof({ weight: 3, arbitrary: about(mine.company) }, about(theirs.company)),
    connection: fc.oneof(about(mine.connection), about(mine.pending), about(theirs.connection)),
    key: fc.oneof(about('gbol'), about('pbtz')),
    id: about(mine.share),
    secret: about(mine.secret),
    signed: about(mine.link),
    name: about(asset),
  };
  const route = fc.constantFrom(...routes).chain(([method = '', path = '']) =>
    fc.record({
      method: fc.oneof({ weight: 6, arbitrary: fc.constant(method) }, anyMethod),
      path: fc.oneof(
        { weight: 9, arbitrary: fc.tuple(...path.split('/').map((part) => partOf(part, parts))) },
        fc.array(odd.map(encoded), { maxLength: 6 }),
      ),
    }),
  );
  const fields = {
    platformKey: fc.oneof({ weight: 3, arbitrary: about('qhyg') }, fc.jsonValue()),
    consent: fc.oneof({ weight: 3, arbitrary: about(mine.receipt) }, fc.jsonValue()),
    status: fc.oneof(about('Unlinked'), fc.jsonValue()),
    version: about('1'),
    locale: about('en-GB'),
  };
  const json = fc
    .oneof(
      fc.record(fields),
      fc.record(fields, { requiredKeys: [] }),
      fc.record({ status: fields.status }),
      fc.jsonValue(),
    )
    .map((value) => JSON.stringify(value));
  const body = fc.oneof(
    { weight: 6, arbitrary: json },
    { weight: 2, arbitrary: fc.constant(undefined) },
    odd,
    fc.uint8Array({ maxLength: 6000 }),
  );
  return fc.record({
    route,
    query: fc.array(fc.tuple(keys, fc.oneof(odd, about('1'), about(mine.state), about('name~x'))), {
      maxLength: 3,
    }),
    token: fc.oneof(
      { weight: 5, arbitrary: fc.constant(mine.token) },
      about(mine.token),
      fc.constantFrom(theirs.token, mine.ticket, mine.link, ''),
    ),
    headers: fc.array(fc.tuple(headerNames, headerValues), { maxLength: 3 }),
    body,
  });
};

const partOf = (part: string, parts: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<string> => {
  if (part.startsWith(':')) return (parts[part.slice(1)] ?? odd).map(encoded);
  return fc.oneof({ weight: 60, arbitrary: fc.constant(part) }, odd.map(encoded));
};

type Asked = ReturnType<typeof request> extends fc.Arbitrary<infer Each> ? Each : never;

function send(
  { gateway }: Environment,
  { route: { method, path }, query, token, headers, body }: Asked,
): Promise<Response> {
  const url = new URL(baseUrl + path.join('/'));
  for (const [name, value] of query) url.searchParams.append(name, value);
  const requested = new Headers(
    token ? { Authorization: `Bearer ${token.replace(/[^\x21-\x7e]/g, '?')}` } : {},
  );
  for (const [name, value] of headers) requested.set(name, value);
  const hasBody = body !== undefined && !['GET', 'get', 'HEAD'].includes(method);
  const given = hasBody ? { body: body instanceof Uint8Array ? new Uint8Array(body) : body } : {};
  return gateway.fetch(new Request(url, { method, headers: requested, ...given }));
}

const day = 86_400_000;

const inOrder = {
  apiKey,
  baseUrl,
  signingKeys: [signingKey],
  company: () => null,
  lender: 'Larkspur',
  codatUrl: codatOrigin,
};

/** Routes that put a question to Codat. */
const asksCodat = /connections|dataStatus|history|link|return\/status|POST \/share\//;

/** What becomes of an answer of Codat’s. Statuses that are tried again say when, so that no time passes. */
const answer = fc.oneof(
  fc.record({
    is: fc.constant('other' as const),
    body: fc.oneof(fc.json(), odd),
    status: fc.constantFrom(200, 400, 401, 404, 409, 418, 429, 500, 503),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('edited' as const),
      edits: fc.array(
        fc.record({ at: fc.nat(), value: fc.oneof(fc.jsonValue(), fc.constant(undefined), odd) }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  },
);

type Change = typeof answer extends fc.Arbitrary<infer Each> ? Each : never;

async function changed(response: Response, change: Change): Promise<Response> {
  if (change.is === 'other') {
    return new Response(change.body, { status: change.status, headers: { 'Retry-After': '60' } });
  }
  if (!response.headers.get('Content-Type')?.includes('json')) return response;
  const holder: { whole: unknown } = { whole: await response.json() };
  for (const { at, value } of change.edits) edit(holder, at, value);
  return Response.json(holder.whole ?? null, response);
}

/** Puts a value in one of the places of a JSON value. */
function edit(holder: object, at: number, value: unknown): void {
  const positions: [object, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      positions.push([node, key]);
      walk(child);
    }
  };
  walk(holder);
  const [parent, key] = positions[at % positions.length] ?? [];
  if (parent && key !== undefined) Object.assign(parent, { [key]: value });
}

/** Checks that no error went unreported. That Codat refuses the API key, or responds oddly, is reported to the host. */
function watch(t: TestContext) {
  const log = t.mock.method(console, 'error', (...args: unknown[]) => args);
  return () => {
    const logged = log.mock.calls.map((call) => call.arguments.map(String).join(' '));
    assert.deepEqual(
      logged.filter((line) => !/"with":"(?:api-key|codat)"/.test(line)),
      [],
    );
  };
}

describe('with random input', () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  before(() => process.on('unhandledRejection', note));
  after(() => {
    process.off('unhandledRejection', note);
    assert.deepEqual(unhandled, [], 'a rejection that nobody handled');
  });

  it('the gateway returns a response of its own', async (t) => {
    const check = watch(t);
    const seen = new Map<number, number>();
    for (let batch = 0; batch < sized(20, 2); batch++) {
      const w = await createEnvironment();
      const property = fc.asyncProperty(request(w), async (asked) => {
        const { status, body } = await send(w, asked);
        await body?.cancel();
        seen.set(status, (seen.get(status) ?? 0) + 1);
        check();
        assert.ok(status < 500, String(status));
        assert.deepEqual(w.foreignRequests, []);
      });
      await fc.assert(property, { numRuns: 500, seed: seed + batch });
    }
    t.diagnostic(`seed ${seed}: ${JSON.stringify(Object.fromEntries([...seen].sort()))}`);
  });

  it('a page gets a response of our own, whatever Codat’s is', async (t) => {
    const check = watch(t);
    const asks = Object.entries(rows).filter(([name]) => asksCodat.test(name));
    for (let batch = 0; batch < sized(10, 2); batch++) {
      const w = await createEnvironment();
      const property = fc.asyncProperty(fc.constantFrom(...asks), answer, async ([name, row], change) => {
        w.clock.now += 2_000;
        w.codat.fetch = async (request) => changed(await w.simulator.fetch(request), change);
        const requested = requestInOrder(w, name, row);
        const response = await w.gateway.fetch(
          new Request(`${baseUrl}${requested.path}?${requested.query}`, {
            method: requested.method,
            headers: { Authorization: `Bearer ${requested.token ?? ''}`, 'Cache-Control': 'no-cache' },
            ...(requested.body !== undefined && { body: requested.body }),
          }),
        );
        check();
        assert.notEqual(response.status, 500);
      });
      await fc.assert(property, { numRuns: 100, seed: seed + batch });
    }
  });

  it('every platform of the catalogue is listed or counted as unreadable', async (t) => {
    const check = watch(t);
    const { clock, simulator } = await setUp();
    const property = fc.asyncProperty(answer, answer, async (list, picture) => {
      clock.now += day; // and Codat’s quota is whole again
      const gateway = createGateway({
        ...inOrder,
        fetch: async (request) => {
          const isList = new URL(request.url).pathname === '/integrations';
          return changed(await simulator.fetch(request), isList ? list : picture);
        },
      });
      const { status } = await gateway.fetch(new Request(`${baseUrl}/platforms`));
      check();
      assert.ok(status === 200 || status === 503, String(status));
    });
    await fc.assert(property, { numRuns: sized(250, 50), seed });
  });

  it('the host gets an error at start for every invalid setting', () => {
    const value = fc.oneof(fc.anything(), odd, fc.webUrl(), fc.array(fc.oneof(odd, fc.webUrl())));
    const names = [
      'apiKey',
      'baseUrl',
      'signingKeys',
      'company',
      'returnTo',
      'lender',
      'consents',
      'onConsent',
      'allowedOrigins',
      'codatUrl',
    ];
    const property = fc.property(fc.constantFrom(...names), value, (name, value) => {
      try {
        createGateway({ ...inOrder, [name]: value });
      } catch (thrown) {
        assert.ok(thrown instanceof TypeError, String(thrown));
        assert.match(thrown.message, new RegExp(`^createGateway: \`${name}\` .{20}`));
      }
    });
    fc.assert(property, { numRuns: sized(2000, 500), seed });
  });
});
