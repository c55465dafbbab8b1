import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  createGateway,
  memoryBus,
  memoryStore,
  type Gateway,
  type GatewaySettings,
} from '../../src/gateway/index.js';
import { createSimulator } from '../../src/simulator/index.js';
import { readEvents } from '../gateway/event-reader.js';
import {
  apiKey,
  baseUrl,
  codatOrigin,
  fewPlatforms,
  json,
  locationOf,
  signingKey,
  ticketIn,
  webhookSecret,
  type WireConnection,
} from '../gateway/set-up.js';
import { gatewayOf, keptVersions } from './kept-versions.js';

type Create = typeof createGateway;

const consent = {
  version: '1',
  locale: 'en',
  sections: [{ title: 'Purpose', body: 'To lend.' }],
  agree: 'I agree',
};

/** Two gateways of one lender, as while a version is replaced by another: they share keys, store and bus. */
async function deploy(one: Create, other: Create) {
  const [store, bus] = [memoryStore(), memoryBus()];
  let webhookGateway: Gateway | undefined;
  const simulator = createSimulator({
    apiKey,
    origin: codatOrigin,
    redirectUrl: `${baseUrl}/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
    platforms: fewPlatforms,
    webhookConsumers: [
      {
        url: `${baseUrl}/webhooks`,
        secret: webhookSecret,
        deliver: async (request) =>
          (await webhookGateway?.fetch(request)) ?? new Response(null, { status: 503 }),
      },
    ],
  });
  let company = '';
  const settings: GatewaySettings = {
    apiKey,
    baseUrl,
    signingKeys: [signingKey],
    webhookSecrets: [webhookSecret],
    codatUrl: codatOrigin,
    company: ({ headers }) => (headers.get('Cookie') === 'session=1' ? company : null),
    fetch: (request) => simulator.fetch(request),
    consents: [consent],
    lender: 'Larkspur',
    store,
    bus,
    // What one gateway warns of is none of these tests' facts.
    onEvent: () => undefined,
  };
  const [first, second] = [one(settings), other(settings)];
  company = await first.ensureCompany({ reference: 'customer-1' });
  assert.equal(await second.ensureCompany({ reference: 'customer-1' }), company);

  const ask = (at: Gateway, path: string, init: RequestInit & { token?: string; body?: string } = {}) => {
    const { token, ...rest } = init;
    const url = path.startsWith('https:') ? path : baseUrl + path;
    const headers = { Cookie: 'session=1', ...(token !== undefined && { Authorization: `Bearer ${token}` }) };
    return at.fetch(new Request(url, { ...rest, headers }));
  };
  const post = async <Body>(at: Gateway, path: string, token: string, body: object): Promise<Body> => {
    const answer = await ask(at, path, { method: 'POST', token, body: JSON.stringify(body) });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return json<Body>(answer);
  };
  const tokenFrom = async (at: Gateway): Promise<string> =>
    (await json<{ accessToken: string }>(await ask(at, '/token', { method: 'POST' }))).accessToken;
  return {
    first,
    second,
    company,
    simulator,
    ask,
    post,
    tokenFrom,
    connections: `/api/companies/${company}/connections`,
    sendWebhooksTo: (at: Gateway) => (webhookGateway = at),
    /** The person allows it on the platform's sign-in page; where they are sent to then. */
    allow: async (start: string): Promise<string> => {
      const form = await (await simulator.fetch(start)).text();
      const signIn = /name="signIn" value="([^"]+)"/.exec(form)?.[1] ?? '';
      const { origin, pathname } = new URL(start);
      const body = new URLSearchParams({ signIn, outcome: 'allow' });
      return locationOf(await simulator.fetch(origin + pathname, { method: 'POST', body }));
    },
    receiptFrom: async (at: Gateway, token: string, platformKey: string): Promise<string> => {
      const { receipt } = await post<{ receipt: string }>(at, '/consents', token, {
        version: '1',
        locale: 'en',
        platformKey,
      });
      return receipt;
    },
  };
}

for (const version of keptVersions) {
  const { createGateway: createKept } = await gatewayOf(version);
  const pairs = [
    [`a gateway of ${version.name} before one of now`, createKept, createGateway],
    [`a gateway of now before one of ${version.name}`, createGateway, createKept],
  ] as const;
  for (const [name, one, other] of pairs) {
    describe(name, () => {
      it('leaves a journey that the other one goes on with at every step', async () => {
        const { first, second, ask, allow, company, connections, post, receiptFrom, tokenFrom } =
          await deploy(one, other);
        const token = await tokenFrom(first);
        const receipt = await receiptFrom(first, token, 'gbol');
        const begun = await post<WireConnection>(second, connections, token, {
          platformKey: 'gbol',
          consent: receipt,
        });
        const again = await post<WireConnection>(first, connections, token, {
          platformKey: 'gbol',
          consent: receipt,
        });
        assert.equal(again.id, begun.id);

        const start = locationOf(await ask(first, begun.linkUrl));
        const ticket = ticketIn(await ask(second, await allow(start)));
        const status = await json<Record<string, string>>(
          await ask(first, '/return/status', { token: ticket }),
        );
        assert.deepEqual(
          [status['companyId'], status['connectionId'], status['status'], status['for']],
          [company, begun.id, 'Linked', 'own'],
        );

        const { results } = await json<{ results: WireConnection[] }>(
          await ask(second, connections, { token }),
        );
        assert.deepEqual(
          results.map(({ id, status }) => [id, status]),
          [[begun.id, 'Linked']],
        );
      });

      it('makes a link to share, which the other one lists, opens and withdraws', async () => {
        const { first, second, ask, post, receiptFrom, tokenFrom } = await deploy(one, other);
        const token = await tokenFrom(second);
        const share = async () =>
          post<{ id: string; url: string }>(first, '/shares', token, {
            platformKey: 'gbol',
            consent: await receiptFrom(second, token, 'gbol'),
          });
        const [made, kept] = [await share(), await share()];
        const list = await json<{ results: { id: string }[] }>(await ask(second, '/shares', { token }));
        assert.deepEqual(list.results.map(({ id }) => id).sort(), [made.id, kept.id].sort());

        assert.equal((await ask(second, made.url)).status, 200);
        assert.match(locationOf(await ask(second, made.url, { method: 'POST' })), /\/start\?otp=/);
        assert.equal((await ask(second, `/shares/${kept.id}`, { method: 'DELETE', token })).status, 204);
        assert.equal((await ask(first, kept.url)).status, 404);
      });

      it('hears of what a webhook said to the other', async () => {
        const lender = await deploy(one, other);
        const { first, second, ask, connections, post, receiptFrom, sendWebhooksTo, simulator, tokenFrom } =
          lender;
        sendWebhooksTo(second);
        const token = await tokenFrom(second);
        const consent = await receiptFrom(second, token, 'gbol');
        const begun = await post<WireConnection>(first, connections, token, { platformKey: 'gbol', consent });
        await simulator.tick();
        const stream = readEvents(await ask(first, '/events', { token }));
        assert.equal(await stream.next(), ': open');

        simulator.authorize(begun.id);
        await simulator.tick();
        assert.deepEqual(await stream.nextNotice(), { at: 'connections', connection: begun.id });
        await stream.cancel();
      });
    });
  }
}

describe('a gateway of the contract’s next version', () => {
  it('has a page of now, which sends no version, ask its reader to reload it', async () => {
    const createNext = await buildGatewayOfContract('2');
    const { first, second, ask } = await deploy(createGateway, createNext);
    const statusOf = async (at: Gateway, query = ''): Promise<number> =>
      (await ask(at, `/token${query}`, { method: 'POST' })).status;

    assert.equal(await statusOf(first), 200);
    assert.equal(await statusOf(second), 410);
    assert.equal(await statusOf(second, '?contract=2'), 200);
  });
});

/** The gateway of now, with another version of the contract. */
async function buildGatewayOfContract(version: string): Promise<Create> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/gateway/index.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    plugins: [
      {
        name: 'contract version',
        setup: (bundle) =>
          bundle.onLoad({ filter: /\/contract-version\.ts$/ }, () => ({
            contents: `export const contractVersion = '${version}';`,
          })),
      },
    ],
  });
  const script = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const gateway = (await import(`data:text/javascript;base64,${script}`)) as { createGateway: Create };
  return gateway.createGateway;
}
