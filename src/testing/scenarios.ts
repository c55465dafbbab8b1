import type { ConnectionStatus, SignInFailureStatus, Simulator } from '../simulator/index.js';

/** The options of a scenario, by their names in a query. */
export interface ScenarioOptions {
  /** For `slow`: by how many milliseconds answers are delayed. Default 3000. */
  readonly ms?: number;
  /** For `rate-limited` and `unavailable`: the seconds in `Retry-After`. Default 30 and none. */
  readonly seconds?: number;
  /** The id of a company at Codat. Default: the newest. */
  readonly company?: string;
  /** For `connected` and `pending`: Codat's key of the platform. Default `gbol`, Xero. */
  readonly platform?: string;
  /** For `connected`: the organisation's name. Default `Demo Company`. */
  readonly organisation?: string;
  /** For `sign-in-failed`: the status code, 403 cancelled (default), 500 an error, 501 not supported. */
  readonly status?: SignInFailureStatus | 403 | 500 | 501;
}

type Scenario = (simulator: Simulator, options: ScenarioOptions) => Promise<void> | void;

const refused =
  (status: number): Scenario =>
  ({ faults }, { seconds }) =>
    void faults.add({
      trouble: { is: 'refused', status, ...(seconds !== undefined && { retryAfter: seconds }) },
    });

/** The scenarios by name. Those that make requests slow or fail last until `calm`. */
const scenarios = {
  /** Requests are fast and succeed again. */
  calm: ({ faults }) => faults.clear(),
  slow: ({ faults }, { ms = 3_000 }) => void faults.add({ trouble: { is: 'slow', ms } }),
  'rate-limited': (simulator, { seconds = 30 }) => refused(429)(simulator, { seconds }),
  unavailable: refused(503),
  malformed: ({ faults }) => void faults.add({ trouble: { is: 'malformed' } }),
  unreachable: ({ faults }) => void faults.add({ trouble: { is: 'reset' } }),
  /** The company gets a connection whose sign-in isn't finished. */
  pending: async (simulator, options) => void (await connect(simulator, options)),
  /** The company gets a linked connection. */
  connected: async (simulator, options) =>
    simulator.authorize(await connect(simulator, options), options.organisation),
  /** The platform revokes the access of the company's linked connections. */
  deauthorized: (simulator, options) => {
    for (const { id } of connectionsOf(simulator, options, 'Linked')) simulator.deauthorize(id);
  },
  /** The company's open sign-ins fail. */
  'sign-in-failed': (simulator, options) => {
    const { status = '403' } = options;
    for (const { id } of connectionsOf(simulator, options, 'PendingAuth'))
      simulator.addError(id, `${status}`);
  },
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];

export const isScenario = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name);

/** Puts a simulator into a scenario. Rejects if the company or the platform doesn't exist. */
export async function applyScenario(
  simulator: Simulator,
  name: ScenarioName,
  options: ScenarioOptions = {},
): Promise<void> {
  await scenarios[name](simulator, options);
}

/**
 * Answers `POST /scenarios/NAME?…`, whose query has the options, and `GET /scenarios`, with the names of all
 * scenarios; undefined for requests to Codat.
 */
export async function handleSimulatorScenarioRequest(
  simulator: Simulator,
  request: Request,
): Promise<Response | undefined> {
  const { pathname, searchParams } = new URL(request.url);
  const [, folder, name = '', ...more] = pathname.split('/');
  if (folder !== 'scenarios' || more.length > 0) return undefined;
  if (name === '') return Response.json(scenarioNames);
  if (!isScenario(name))
    return new Response(`The scenarios are ${scenarioNames.join(', ')}.`, { status: 404 });
  if (request.method !== 'POST')
    return new Response('Use POST.', { status: 405, headers: { Allow: 'POST' } });
  try {
    await applyScenario(simulator, name, parseScenarioOptions(searchParams));
  } catch (thrown) {
    return new Response(thrown instanceof Error ? thrown.message : String(thrown), { status: 400 });
  }
  return new Response(null, { status: 204 });
}

/** The options in a query. A number that isn't positive counts as absent. */
function parseScenarioOptions(query: URLSearchParams): ScenarioOptions {
  const { ms, seconds, ...texts } = Object.fromEntries(query);
  return {
    ...(texts as ScenarioOptions),
    ...(Number(ms) > 0 && { ms: Number(ms) }),
    ...(Number(seconds) > 0 && { seconds: Number(seconds) }),
  };
}

async function connect(simulator: Simulator, options: ScenarioOptions): Promise<string> {
  const { platform = 'gbol' } = options;
  const answer = await simulator.fetch(
    `${simulator.origin}/companies/${companyOf(simulator, options)}/connections`,
    {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(simulator.apiKey)}` },
      body: JSON.stringify({ platformKey: platform }),
    },
  );
  if (!answer.ok) throw new Error(`The simulator answered ${answer.status} for the platform “${platform}”.`);
  return ((await answer.json()) as { id: string }).id;
}

function companyOf(simulator: Simulator, { company }: ScenarioOptions): string {
  const id = company ?? simulator.snapshot().companies.at(-1)?.id;
  if (id === undefined) throw new Error('There is no company yet: open a page with the elements first.');
  return id;
}

const connectionsOf = (
  simulator: Simulator,
  options: ScenarioOptions,
  status: ConnectionStatus,
): readonly { readonly id: string }[] => {
  const company = companyOf(simulator, options);
  const { connections = [] } = simulator.snapshot().companies.find(({ id }) => id === company) ?? {};
  return connections.filter((connection) => connection.status === status);
};
