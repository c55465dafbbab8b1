import { createGateway, type Gateway, type GatewaySettings } from '../../src/gateway/index.js';
import { createSession, type Session } from '../../src/index.js';
import { createSimulator, type Simulator } from '../../src/simulator/index.js';

/** A lender's whole server in this page: the real gateway on the simulator of Codat, each reached by `fetch` alone. */
export interface Lender {
  readonly simulator: Simulator;
  readonly gateway: Gateway;
  readonly companyId: string;
  readonly session: Session;
  /** Another page of the same lender: the return page, or a second tab. */
  anotherPage(): Session;
  /** Signs the person out at the lender. */
  signOut(): void;
  /** Ends what the test began. */
  end(): void;
}

let lenders = 0;

export async function openLender(settings: Partial<GatewaySettings> = {}): Promise<Lender> {
  const home = `https://lender-${++lenders}.test/codat`;
  const simulator = createSimulator({
    origin: 'https://codat.test',
    redirectUrl: `${home}/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
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
  const companyId = await gateway.ensureCompany({ reference: `customer-${lenders}` });
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
    session: open(),
    anotherPage: open,
    signOut: () => (company = null),
    end: () => sessions.forEach((session) => session.end()),
  };
}
