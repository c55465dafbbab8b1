import * as z from 'zod/mini';
import { components } from '../../../gateway/http/operations/bodies.js';
import { operations } from '../../../gateway/http/operations/operations.js';
import type { RoutePath } from '../../../gateway/telemetry/gateway-event.js';
import { fault, unsafe } from '../findings.js';
import { opens, readJson } from '../json-answer.js';
import { listNames, optionalRoutes, urlOf } from '../paths.js';
import type { Run, Visit, Visits } from '../run.js';
import { checkCompanies } from './companies.js';
import { checkForgedTokens, checkRefusals } from './refusals.js';

/** The reads of a page whose shapes are compared, in the order in which pages send them. */
const reads = [
  '/api/integrations',
  '/api/integrations/:key',
  '/api/integrations/:key/branding',
  '/api/companies/:company/connections',
  '/api/companies/:company/dataStatus',
  '/api/companies/:company/data/history',
  '/consents',
  '/shares',
] as const satisfies readonly RoutePath[];

const integrationKeys = z.object({ results: z.array(z.object({ key: z.string() })) });

/** Checks what a page reads with its token, and that nothing else opens what is a company's. */
export async function checkApiRoutes(run: Run, gateway: string, { first, second }: Visits): Promise<void> {
  await checkRefusals(run, gateway, first);
  if (!first) {
    run.findings.skip('api', 'It needs a token.');
    return;
  }
  await checkShapes(run, gateway, first);
  await checkForgedTokens(run, first);
  await checkForbiddenPaths(run, first);
  if (second && second.company !== first.company) await checkCompanies(run, first, second);
  else run.findings.skip('other companies', 'It needs a second person, of another company.');
}

/** Every read of a page, with its token. */
async function checkShapes({ findings, prober }: Run, gateway: string, first: Visit): Promise<void> {
  const { company, person, token, api } = first;
  let key: string | undefined;
  for (const route of reads) {
    const check = `GET ${route}`;
    if (route.includes(':key') && key === undefined) {
      findings.skip(check, 'There is no integration.');
      continue;
    }
    const url = urlOf(route, { gateway, api, company, ...(key !== undefined && { key }) });
    const answer = await prober.send(url, { person, token });
    if (optionalRoutes.has(route) && answer?.status === 404) {
      findings.skip(check, 'This gateway has none.');
      continue;
    }
    const name = operations[route].GET?.answers[200]?.json;
    if (!name) continue;
    const { faults, body } = readJson(check, answer, { body: components[name] });
    findings.add(check, 'It is what openapi.yaml says, and no cache stores it.', faults);
    if (route === '/api/integrations') key = integrationKeys.safeParse(body).data?.results[0]?.key;
  }
}

/** Paths that a gateway which passes on whatever it is asked would open. */
async function checkForbiddenPaths({ findings, prober }: Run, first: Visit): Promise<void> {
  const { api, company, person, token } = first;
  const own = encodeURIComponent(company);
  const forbidden = [
    '/companies',
    '/profile',
    '/webhooks',
    `/companies/${own}`,
    `/companies/${own}/accessToken`,
    `/companies/${own}/connections/..%2f..%2f..%2fcompanies`,
  ];
  const answers = await Promise.all(
    forbidden.map(async (path) => ({ path, answer: await prober.send(api + path, { person, token }) })),
  );
  const open = answers.filter(({ answer }) => opens(answer));
  const failed = answers.filter(({ answer }) => !answer || answer.status >= 500);
  const nameOf = ({ path }: { path: string }) => `GET /api${path.replace(own, '{company}')}`;
  findings.add('other paths of Codat’s', 'No other path of Codat’s API is open.', [
    open.length > 0 &&
      unsafe(
        `These are answered with a success: ${listNames(open.map(nameOf))}.`,
        'Pass on the paths of openapi.yaml alone, and never with a path that you did not build yourself.',
      ),
    failed.length > 0 &&
      fault(
        `These are not answered, or with a failure: ${listNames(failed.map(nameOf))}.`,
        'Answer 404 by a list of the paths that are yours.',
      ),
  ]);
}
