import { createGateway, memoryStore, type GatewaySettings, type Store } from '../../src/gateway/index.js';
import { createSimulator, platforms, type SimulatedPlatform } from '../../src/simulator/index.js';

export const baseUrl = 'https://lender.example/codat';
export const codatOrigin = 'https://api.codat.example';
export const apiKey = 'test-key-that-no-page-may-see';
export const signingKey = 'a-signing-key-of-thirty-two-chars-or-more';

/** As Codat's Portal shows them. */
export const webhookSecret = 'whsec_plJ3nmyCDGBKInavdOK15jsl0123456789abcdef';
export const nextWebhookSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDC2FVsBQI';

/** A company id at Codat that is nobody's here. */
export const unknownCompany = '11111111-2222-4333-8444-555555555555';

/** Few, so that filling the catalogue takes no time: Xero, both QuickBooks, Wave without a logo, and Workday switched off. */
export const fewPlatforms = platforms.filter(({ key }) =>
  ['gbol', 'qhyg', 'pqsw', 'pbtz', 'rvam'].includes(key),
);

interface Call {
  method?: string;
  token?: string;
  headers?: Record<string, string>;
  body?: string;
}

type Outcome = 'allow' | 'cancel' | 'error' | 'unsupported';

/** A lender's gateway on a simulated Codat, with one company whose person is signed in. */
export async function setUp(
  settings: Partial<GatewaySettings> = {},
  offeredPlatforms: readonly SimulatedPlatform[] = fewPlatforms,
) {
  const clock = { now: Date.UTC(2026, 10, 23, 9) };
  const now = () => clock.now;
  const simulator = createSimulator({
    apiKey,
    origin: codatOrigin,
    redirectUrl: `${baseUrl}/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
    now,
    platforms: offeredPlatforms,
    webhookConsumers: (settings.webhookSecrets ?? []).slice(0, 1).map((secret) => ({
      url: `${baseUrl}/webhooks`,
      secret,
      deliver: (request) => gateway.fetch(request),
    })),
  });
  /** What answers for Codat. */
  const codat = { fetch: (request: Request): Promise<Response> => simulator.fetch(request) };
  /** Requests to anyone but Codat: there must never be one. */
  const foreignRequests: string[] = [];
  const visitor: { company: string | null } = { company: null };
  const others = new Map<string, string>();
  const gateway = createGateway({
    apiKey,
    baseUrl,
    signingKeys: [signingKey],
    company: ({ headers }) => others.get(headers.get('Cookie') ?? '') ?? visitor.company,
    codatUrl: codatOrigin,
    fetch: async (request) => {
      const { origin, href } = new URL(request.url);
      if (origin !== codatOrigin) foreignRequests.push(href);
      return codat.fetch(request);
    },
    now,
    lender: 'Larkspur',
    ...settings,
  });
  const company = await gateway.ensureCompany({ reference: 'customer-1' });
  visitor.company = company;

  const call = (path: string, { method = 'GET', token, headers = {}, body }: Call = {}): Promise<Response> =>
    gateway.fetch(
      new Request(path.startsWith('https:') ? path : baseUrl + path, {
        method,
        headers: { ...headers, ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
        ...(body !== undefined && { body }),
      }),
    );
  const tokenFor = async (): Promise<string> => {
    const { accessToken } = await json<{ accessToken: string }>(await call('/token', { method: 'POST' }));
    return accessToken;
  };

  /** Another customer of the lender, and the requests of their page. */
  const addCustomer = async () => {
    const other = await gateway.ensureCompany({ reference: 'customer-2' });
    const own = { Cookie: 'customer-2' };
    others.set(own.Cookie, other);
    const { accessToken: token } = await json<{ accessToken: string }>(
      await call('/token', { method: 'POST', headers: own }),
    );
    const sendRequest = (path: string, { headers, ...init }: Call = {}) =>
      call(path, { token, headers: { ...own, ...headers }, ...init });
    return { ask: sendRequest, company: other };
  };

  /** The requests of the company's page to Codat's own paths. */
  const openPage = async () => {
    const token = await tokenFor();
    const sendRequest = (path: string, init: Call = {}) => call(`/api${path}`, { token, ...init });
    const connections = `/companies/${company}/connections`;
    const send = (method: string, path: string, body: object) =>
      sendRequest(path, { method, body: JSON.stringify(body) });
    return {
      ask: sendRequest,
      list: async () => (await json<{ results: WireConnection[] }>(await sendRequest(connections))).results,
      read: async (id: string) => json<WireConnection>(await sendRequest(`${connections}/${id}`)),
      connect: async (platformKey: string) =>
        json<WireConnection>(await send('POST', connections, { platformKey })),
      unlink: (id: string) => send('PATCH', `${connections}/${id}`, { status: 'Unlinked' }),
      remove: (id: string) => sendRequest(`${connections}/${id}`, { method: 'DELETE' }),
    };
  };

  /** A person opens the link, chooses a button on the sign-in page, and is sent back to the gateway. */
  const signIn = async (linkUrl: string, outcome: Outcome) =>
    finishSignIn(locationOf(await call(linkUrl)), outcome);
  /** The same from the sign-in page on. */
  const finishSignIn = async (start: string, outcome: Outcome) => {
    const form = await (await simulator.fetch(start)).text();
    const id = /name="signIn" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const body = new URLSearchParams({ signIn: id, outcome });
    const url = new URL(start);
    return call(locationOf(await simulator.fetch(url.origin + url.pathname, { method: 'POST', body })));
  };

  /** The company has connected something, which its page has seen: more calls are its to use. */
  let isLinked = false;
  const linkOne = async () => {
    if (isLinked) return;
    isLinked = true;
    const own = await openPage();
    await signIn((await own.connect('pbtz')).linkUrl, 'allow');
    await own.list();
  };

  /** Codat's requests of a kind so far. */
  const countRequests = (method: string, path: RegExp): number =>
    simulator.requests.filter((request) => request.method === method && path.test(request.path)).length;

  return {
    addCustomer,
    countRequests,
    call,
    clock,
    codat,
    company,
    finishSignIn,
    gateway,
    linkOne,
    foreignRequests,
    openPage,
    signIn,
    simulator,
    tokenFor,
    visitor,
  };
}

/** A store that keeps its calls, and a switch that makes it unavailable. */
export function recordingStore() {
  const kept = memoryStore();
  const calls: string[] = [];
  const trouble = { away: false };
  const sendRequest = <Answer>(asked: string, answer: () => Promise<Answer>): Promise<Answer> => {
    calls.push(asked);
    return trouble.away ? Promise.reject(new Error('connect ECONNREFUSED hush')) : answer();
  };
  const store: Store = {
    get: (key) => sendRequest(`get ${key}`, () => kept.get(key)),
    set: (key, value, ttl) => sendRequest(`set ${key}`, () => kept.set(key, value, ttl)),
    add: (key, value, ttl) => sendRequest(`add ${key}`, () => kept.add(key, value, ttl)),
    delete: (key) => sendRequest(`delete ${key}`, () => kept.delete(key)),
  };
  return { calls, store, trouble };
}

/** The fields of a connection that tests check. */
export interface WireConnection {
  id: string;
  status: string;
  linkUrl: string;
  can: string[];
  integrationKey: string;
  platformName: string;
  dataConnectionErrors: { statusCode: string }[];
}

/** What a program finds in a refusal. */
export interface ErrorBody {
  statusCode: number;
  service: string;
  error: string;
  correlationId?: string;
  canBeRetried: string;
  detailedErrorCode: number;
}

/** The answer's body; the test says what it expects it to be. */
export const json = async <Body>(response: Response): Promise<Body> => (await response.json()) as Body;

/** Where the answer sends the person. */
export function locationOf(response: Response): string {
  const location = response.headers.get('Location');
  if (response.status !== 303 || !location) throw new Error(`Not a redirect but ${response.status}`);
  return location;
}

/** The ticket in the fragment of the page someone returns to. */
export const ticketIn = (response: Response): string =>
  new URL(locationOf(response)).hash.replace('#codat=', '');
