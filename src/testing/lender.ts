import type { Fetch } from '../api/fetch-json.js';
import { createGateway, type Gateway, type GatewaySettings } from '../gateway/index.js';
import { createSession, type Session } from '../session/session.js';
import { createSimulator, type Simulator, type SimulatorSettings } from '../simulator/index.js';

/** A lender's whole server in this page: the real gateway on the simulator of Codat, each reached by `fetch` alone. */
export interface Lender {
  readonly simulator: Simulator;
  readonly gateway: Gateway;
  readonly companyId: string;
  /** Where the gateway is mounted. */
  readonly baseUrl: string;
  /** How the lender's pages reach the gateway. */
  readonly fetch: Fetch;
  readonly session: Session;
  /** Requests of the lender's pages to the gateway, oldest first. */
  readonly requests: readonly Request[];
  /** The gateway handles the requests that `which` accepts at once, but their responses arrive only when they are released. */
  holdResponse(which: (request: Request) => boolean): HeldResponse;
  /** Another page of the same lender: the return page, or a second tab. */
  openSession(): Session;
  /** Advances the clock of Codat and the gateway by milliseconds. The page's own clock runs on as usual. */
  tick(milliseconds: number): void;
  /** Adds a connection of the company at Codat, linked if an organisation is named, and resolves with its id. */
  addConnection(platformKey: string, organisation?: string): Promise<string>;
  /** Deletes a connection at Codat without the page or the gateway. */
  deleteConnection(connectionId: string): Promise<void>;
  /** Signs the person out at the lender. */
  signOut(): void;
  signInAgain(): void;
  /** Signs in someone of another company in the same browser, and resolves with that company's id. */
  signInAs(reference: string): Promise<string>;
  /** Ends the sessions that the test opened. */
  end(): void;
}

/** Controls a response that is held back: `ready` resolves once the gateway has made it, `release` delivers it. */
export interface HeldResponse {
  readonly ready: Promise<void>;
  readonly release: () => void;
}

let lenders = 0;

export async function openLender(
  settings: Partial<GatewaySettings> = {},
  codat: SimulatorSettings = {},
): Promise<Lender> {
  const number = ++lenders;
  const baseUrl = `https://lender-${number}.test/codat`;
  let elapsedMs = 0;
  const now = (): number => Date.now() + elapsedMs;
  const simulator = createSimulator({
    origin: 'https://codat.test',
    redirectUrl: `${baseUrl}/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
    now,
    ...codat,
  });
  let company: string | null = null;
  const gateway = createGateway({
    apiKey: simulator.apiKey,
    baseUrl,
    codatUrl: simulator.origin,
    signingKeys: ['a key of thirty-two characters or more'],
    company: () => company,
    permit: () => true,
    lender: 'Larkspur',
    fetch: (request) => simulator.fetch(request),
    now,
    ...settings,
  });
  const companyId = await gateway.ensureCompany({ reference: `customer-${number}` });
  company = companyId;
  const atCodat = (method: string, path: string, body?: string): Promise<Response> =>
    simulator.fetch(`${simulator.origin}/companies/${companyId}/${path}`, {
      method,
      headers: { Authorization: `Basic ${btoa(simulator.apiKey)}` },
      ...(body !== undefined && { body }),
    });
  const sessions: Session[] = [];
  const requests: Request[] = [];
  /** Each resolves once the response to that request may arrive. */
  const holds: ((request: Request) => Promise<void>)[] = [];
  const fetch: Fetch = async (request) => {
    requests.push(request.clone());
    const answer = await gateway.fetch(request);
    await Promise.all(holds.map((hold) => hold(request)));
    return answer;
  };
  const open = (): Session => {
    const session = createSession({ tokenEndpoint: `${baseUrl}/token`, fetch });
    sessions.push(session);
    return session;
  };
  return {
    simulator,
    gateway,
    companyId,
    baseUrl,
    fetch,
    session: open(),
    requests,
    holdResponse(which) {
      let release: () => void = () => undefined;
      const until = new Promise<void>((resolve) => (release = resolve));
      const ready = new Promise<void>((resolve) => {
        holds.push((request) => {
          if (!which(request)) return Promise.resolve();
          resolve();
          return until;
        });
      });
      return { ready, release };
    },
    openSession: open,
    tick: (milliseconds) => (elapsedMs += milliseconds),
    async addConnection(platformKey, organisation) {
      const answer = await atCodat('POST', 'connections', JSON.stringify({ platformKey }));
      const { id } = (await answer.json()) as { id: string };
      if (organisation) simulator.authorize(id, organisation);
      return id;
    },
    async deleteConnection(connectionId) {
      await atCodat('DELETE', `connections/${connectionId}`);
    },
    signOut: () => (company = null),
    signInAgain: () => (company = companyId),
    signInAs: async (reference) => (company = await gateway.ensureCompany({ reference })),
    end: () => sessions.forEach((session) => session.end()),
  };
}
