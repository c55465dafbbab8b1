import type { GatewaySettings } from '../../../src/gateway/index.js';
import type { Finding } from '../../../src/cli/finding.js';
import { apiKey, baseUrl, setUp, webhookSecret } from '../../gateway/set-up.js';
import { type, type Outcome } from '../command-line.js';

type Answering = (request: Request) => Response | Promise<Response>;

export const mine = 'session=mine; theme=dark';
export const theirs = 'session=theirs; theme=dark';

/** The people whom `conform` is given. */
export const people = ['--cookie', mine, '--other-cookie', theirs];

/** Runs `conform` on a server in this process, and gives what it found. */
export async function examine(server: Answering, args: readonly string[] = [baseUrl, ...people]) {
  const { code, output, errors } = await type(['conform', '--json', ...args], {
    env: { CODAT_API_KEY: apiKey },
    fetch: async (request) => server(request),
  });
  return { code, errors, ...readFindings({ code, output, errors }) };
}

/** What `--json` printed. */
export function readFindings({ output }: Outcome) {
  const { findings } = JSON.parse(output) as { findings: Finding[] };
  const wrong = findings.filter(({ is }) => is === 'fault' || is === 'unsafe');
  return { findings, wrong };
}

/** A lender's gateway on the simulated Codat, with two customers. */
export async function lenderWithTwo(settings: Partial<GatewaySettings> = {}) {
  const companies = new Map<string, string>();
  const lender = await setUp({
    webhookSecrets: [webhookSecret],
    company: ({ headers }) =>
      companies.get(/session=(\w+)/.exec(headers.get('Cookie') ?? '')?.[1] ?? '') ?? null,
    now: Date.now,
    ...settings,
  });
  companies.set('mine', lender.company);
  companies.set('theirs', await lender.gateway.ensureCompany({ reference: 'customer-2' }));
  return { ...lender, companies };
}
