import { createSimulator, type Simulator, type SimulatorSettings } from '../../src/simulator/index.js';

/** The fields of Codat's responses that the tests check. */
export interface Answer {
  id: string;
  name: string;
  tags: Record<string, string>;
  status: string;
  linkUrl: string;
  lastSync?: string;
  logoUrl: string;
  integrationId: string;
  platformName: string;
  dataType: string;
  progress: number;
  isCompleted: boolean;
  isErrored: boolean;
  error: string;
  correlationId: string;
  connectionInfo?: { companyName: string };
  dataConnections: Answer[];
  dataConnectionErrors: Record<string, string>[];
  results: Answer[];
  eventTypes: string[];
  totalResults: number;
  _links: Record<string, { href: string }>;
  logo?: Record<'full' | 'square', { image: { src: string } }>;
  button?: Record<'default' | 'hover', { image: { src: string } }>;
}

/** A lender's server that calls a simulated Codat, on a stopped clock. */
export class Lender {
  readonly codat: Simulator;
  #now = Date.parse('2026-03-04T09:00:00Z');

  constructor(settings: SimulatorSettings = {}) {
    this.codat = createSimulator({ now: () => this.#now, ...settings });
  }

  /** Lets time pass, in seconds. */
  pass(seconds: number): void {
    this.#now += seconds * 1000;
  }

  /** Sends a request and returns the whole response. A body that is not text is sent as JSON. */
  send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = { Authorization: `Basic ${btoa(this.codat.apiKey)}` };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.codat.fetch(this.codat.origin + path, {
      method,
      headers,
      ...(body !== undefined && { body: text }),
    });
  }

  /** Sends a request and returns the JSON of the response. */
  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    return (await (await this.send(method, path, body)).json()) as Answer;
  }

  /** Sends a request with these query parameters. */
  find(path: string, query: Record<string, string>): Promise<Answer> {
    return this.ask('GET', `${path}?${new URLSearchParams(query).toString()}`);
  }

  /** A company with one connection, and the path of each. */
  async connect(platformKey = 'gbol') {
    const company = await this.ask('POST', '/companies', { name: 'Bracken Bakery' });
    const home = `/companies/${company.id}`;
    const connection = await this.ask('POST', `${home}/connections`, { platformKey });
    return { company, connection, home, path: `${home}/connections/${connection.id}` };
  }

  /** A company with one connection that someone has signed in to. */
  async link(platformKey = 'gbol') {
    const made = await this.connect(platformKey);
    this.codat.authorize(made.connection.id);
    return made;
  }
}
