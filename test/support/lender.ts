import { createGateway, type Gateway, type GatewaySettings } from '../../src/gateway/index.js';
import { createSession, type Session } from '../../src/session/session.js';
import { createSimulator, type Simulator, type SimulatorSettings } from '../../src/simulator/index.js';

/** A lender's whole server in this page: the real gateway on the simulator of Codat, each reached by `fetch` alone. */
export interface Lender {
  readonly simulator: Simulator;
  readonly gateway: Gateway;
  readonly companyId: string;
  /** Where the gateway is mounted. */
  readonly home: string;
  readonly session: Session;
  /** Another page of the same lender: the return page, or a second tab. */
  anotherPage(): Session;
  /** Signs the person out at the lender. */
  signOut(): void;
  /** Signs in someone of another company in the same browser, and answers with that company's id. */
  signInAs(reference: string): Promise<string>;
  /** Ends what the test began. */
  end(): void;
}

let lenders = 0;

export async function openLender(
  settings: Partial<GatewaySettings> = {},
  codat: SimulatorSettings = {},
): Promise<Lender> {
  const number = ++lenders;
  const home = `https://lender-${number}.test/codat`;
  const simulator = createSimulator({
    origin: 'https://codat.test',
    redirectUrl: `${home}/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
    ...codat,
  });
  let company: string | null = null;
  const gateway = createGateway({
    apiKey: simulator.apiKey,
    baseUrl: home,
    codatUrl: simulator.origin,
    signingKeys: ['a key of thirty-two characters or more'],
    company: () => company,
    permit: () => true,
    fetch: (request) => simulator.fetch(request),
    ...settings,
  });
  const companyId = await gateway.ensureCompany({ reference: `customer-${number}` });
  company = companyId;
  const sessions: Session[] = [];
  const open = (): Session => {
    const session = createSession({
      tokenEndpoint: `${home}/token`,
      fetch: (request) => gateway.fetch(request),
    });
    sessions.push(session);
    return session;
  };
  return {
    simulator,
    gateway,
    companyId,
    home,
    session: open(),
    anotherPage: open,
    signOut: () => (company = null),
    signInAs: async (reference) => (company = await gateway.ensureCompany({ reference })),
    end: () => sessions.forEach((session) => session.end()),
  };
}
