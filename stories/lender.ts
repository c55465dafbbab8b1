import { createGateway, type GatewaySettings } from '../src/gateway/index.js';
import { createSession, type Session } from '../src/index.js';
import { createSimulator, type Simulator } from '../src/simulator/index.js';
import { serve } from './relay.js';
import { SameOrigin } from './same-origin.js';

/** How a lender of a story differs from the others. */
export type LenderSettings = Pick<GatewaySettings, 'permit'> & Partial<Pick<GatewaySettings, 'consents'>>;

/** What came of a connection before the story begins. */
export interface Past {
  /** Whose books they are. */
  readonly organisation?: string;
  /** How many hours ago someone signed in. Default 0. */
  readonly hoursAgo?: number;
  /** How many hours ago everything was read once more. */
  readonly readHoursAgo?: number;
  /** The computer that has the books was on, so that they were read. */
  readonly isAwake?: boolean;
}

/** A lender in this page: its gateway, on Codat's simulator, and what the lender's own page knows. */
export interface Lender {
  readonly simulator: Simulator;
  /** What elements get as `.session`; on a host's page `token-endpoint` does the same. */
  readonly session: Session;
  /** Another page of the lender: the one people come back to. */
  anotherPage(): Session;
  /** Answers whatever a browser asks the lender or the pretend platform for. */
  fetch(request: Request): Promise<Response>;
  /** Someone chose a platform and has not signed in yet; answers with the connection's id. */
  begin(platformKey: string): Promise<string>;
  /** Someone signed in at a platform; answers with the connection's id. */
  connect(platformKey: string, past?: Past): Promise<string>;
  /** Codat's clock stands still, this many seconds from now. */
  stopClock(seconds: number): void;
  /** Codat gives a connection a status that we have never heard of. */
  invent(connectionId: string, status: string): void;
  /** Nothing of what is connected was ever read, nor asked for. */
  readNothing(): void;
  signOut(): void;
  /** The same customer signs in again. */
  signIn(): void;
  /** Nothing this page asks gets to the lender's server, until the answer is called. */
  cutOff(): () => void;
  /** Something between this page and the lender's server answers such requests in its stead. */
  interfere(which: (request: Request) => boolean, answer: (request: Request) => Promise<Response>): void;
  /** Codat's one-time links are opened by something else before the person gets there, until the answer is called. */
  spendLinks(): () => void;
  /** The platforms take back whatever access there is. */
  revoke(): void;
  end(): void;
}

const hour = 3_600_000;

export async function openLender({ permit = () => true, consents }: LenderSettings): Promise<Lender> {
  const id = crypto.randomUUID().slice(0, 8);
  const home = new URL(`lender/${id}`, document.baseURI).href;
  const life = new AbortController();
  const invented = new Map<unknown, string>();
  let clock: number | undefined;
  let company: string | null = null;
  const secret = `whsec_${btoa(crypto.randomUUID())}`;
  const interfering: {
    which: (request: Request) => boolean;
    answer: (request: Request) => Promise<Response>;
  }[] = [];
  let isCutOff = false;
  let areLinksSpent = false;
  let isAnythingRead = true;

  const simulator = createSimulator({
    origin: 'https://codat.example',
    redirectUrl: `${home}/codat/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
    now: () => clock ?? Date.now(),
    webhookConsumers: [
      { url: `${home}/codat/webhooks`, secret, deliver: (request) => gateway.fetch(request) },
    ],
  });
  const platformPages = new SameOrigin(simulator, `${home}/platform`);
  const codat = async (request: Request): Promise<Response> => {
    const response = await simulator.fetch(request);
    if (!isAnythingRead && request.url.includes('/dataStatus')) return Response.json({});
    if (!isAnythingRead && request.url.includes('/data/history'))
      return Response.json({ results: [], pageNumber: 1, pageSize: 100, totalResults: 0 });
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
    if (invented.size === 0 || !isJson) return response;
    return new Response(withStatuses(await response.text(), invented), response);
  };
  const gateway = createGateway({
    apiKey: simulator.apiKey,
    baseUrl: `${home}/codat`,
    lender: 'Larkspur',
    codatUrl: simulator.origin,
    signingKeys: [crypto.randomUUID()],
    webhookSecrets: [secret],
    company: () => company,
    permit,
    ...(consents && { consents }),
    returnTo: new URL(
      `iframe.html?viewMode=story&id=connection-result--coming-back&lender=${id}`,
      document.baseURI,
    ).href,
    fetch: codat,
  });
  const companyId = await gateway.ensureCompany({ reference: 'Marlow' });
  company = companyId;

  const sessions: Session[] = [];
  const anotherPage = (): Session => {
    const session = createSession({
      tokenEndpoint: `${home}/codat/token`,
      fetch: (request) => {
        if (isCutOff) return Promise.reject(new TypeError('Failed to fetch'));
        return interfering.find(({ which }) => which(request))?.answer(request) ?? gateway.fetch(request);
      },
    });
    sessions.push(session);
    return session;
  };
  const ask = (path: string, body?: object): Promise<Response> =>
    simulator.fetch(`${simulator.origin}/companies/${companyId}/${path}`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(simulator.apiKey)}` },
      ...(body && { body: JSON.stringify(body) }),
    });
  const begin = async (platformKey: string): Promise<string> => {
    const { id } = (await (await ask('connections', { platformKey })).json()) as { id: string };
    return id;
  };
  const lender: Lender = {
    simulator,
    session: anotherPage(),
    anotherPage,
    async fetch(request) {
      if (request.url.startsWith(`${home}/codat/`)) return platformPages.lead(await gateway.fetch(request));
      if (areLinksSpent && request.url.includes('otp=')) await platformPages.fetch(request.clone());
      return platformPages.fetch(request);
    },
    begin,
    async connect(platformKey, { organisation = 'Marlow Bakery', hoursAgo = 0, readHoursAgo, isAwake } = {}) {
      const now = Date.now();
      clock = now - hoursAgo * hour;
      const id = await begin(platformKey);
      simulator.authorize(id, organisation);
      if (isAwake) simulator.wake(id);
      if (readHoursAgo !== undefined) {
        clock = now - readHoursAgo * hour;
        await ask('data/all');
      }
      clock = undefined;
      return id;
    },
    stopClock: (seconds) => (clock = Date.now() + seconds * 1000),
    invent: (id, status) => invented.set(id, status),
    readNothing: () => (isAnythingRead = false),
    signOut: () => (company = null),
    signIn: () => (company = companyId),
    interfere: (which, answer) => void interfering.push({ which, answer }),
    cutOff() {
      isCutOff = true;
      return () => (isCutOff = false);
    },
    spendLinks() {
      areLinksSpent = true;
      return () => (areLinksSpent = false);
    },
    revoke() {
      const connections = simulator.snapshot().companies.flatMap(({ connections }) => connections);
      for (const { id, status } of connections) if (status === 'Linked') simulator.deauthorize(id);
    },
    end() {
      life.abort();
      for (const session of sessions) session.end();
    },
  };
  await serve(home, (request) => lender.fetch(request), life.signal);
  return lender;
}

function withStatuses(json: string, statuses: ReadonlyMap<unknown, string>): string {
  const revived = JSON.parse(json, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('id' in value)) return value;
    const status = statuses.get(value.id);
    return status === undefined ? value : { ...value, status };
  }) as unknown;
  return JSON.stringify(revived);
}
