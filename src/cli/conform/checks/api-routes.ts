import * as z from 'zod/mini';
import { schemasByName } from '../../../gateway/operations/schemas.js';
import { operationsByPath, type RoutePath } from '../../../gateway/operations/operations-by-path.js';
import type { BufferedResponse } from '../../request.js';
import { createFault, createUnsafeFault } from '../findings.js';
import { answerGivesAccess, checkJsonResponse } from '../check-json-response.js';
import { urlOfConnections, summarizeNames, optionalRoutes, urlOfRoute } from '../paths.js';
import {
  foreignOrigin,
  type CheckContext,
  type PersonWithToken,
  type PeopleWithTokens,
} from '../check-context.js';
import { checkOtherCompanies } from './other-companies.js';
import { checkForgedAndMisplacedTokens, checkRequestsWithoutToken } from './refusals.js';

/** The reads of a page whose shapes are compared, in the order in which pages send them. */
const reads = [
  '/api/integrations',
  '/api/integrations/:key',
  '/api/integrations/:key/branding',
  '/api/companies/:company/connections',
  '/api/companies/:company/connections/:connection',
  '/api/companies/:company/dataStatus',
  '/api/companies/:company/data/history',
  '/consents',
  '/shares',
] as const satisfies readonly RoutePath[];

const connectionIds = z.object({ results: z.array(z.object({ id: z.string() })) });
const integrationKeys = z.object({ results: z.array(z.object({ key: z.string() })) });

/** Checks the answers to a page with its token, and that nothing else gives access to a company's data. */
export async function checkApiRoutesAndAccess(
  context: CheckContext,
  gateway: string,
  { first, second }: PeopleWithTokens,
): Promise<void> {
  await checkRequestsWithoutToken(context, gateway, first);
  if (!first) {
    context.findings.skip('api', 'It needs a token.');
    return;
  }
  await checkShapes(context, gateway, first);
  await checkForwardedHost(context, gateway, first);
  await checkForgedAndMisplacedTokens(context, first);
  await checkForbiddenPaths(context, first);
  await checkBodies(context, first);
  if (second && second.company !== first.company) await checkOtherCompanies(context, first, second);
  else context.findings.skip('other companies', 'It needs a second person, of another company.');
}

/** Compares the answers to a page's reads with openapi.yaml. */
async function checkShapes(
  { findings, prober }: CheckContext,
  gateway: string,
  first: PersonWithToken,
): Promise<void> {
  const { company, person, token, api } = first;
  let key: string | undefined;
  let connection: string | undefined;
  for (const route of reads) {
    const check = `GET ${route}`;
    if (route.includes(':key') && key === undefined) {
      findings.skip(check, 'There is no integration.');
      continue;
    }
    if (route.includes(':connection') && connection === undefined) {
      findings.skip(check, 'There is no connection: --connect KEY creates one.');
      continue;
    }
    const url = urlOfRoute(route, {
      gateway,
      api,
      company,
      ...(key !== undefined && { key }),
      ...(connection !== undefined && { connection }),
    });
    const answer = await prober.send(url, { person, token });
    if (optionalRoutes.has(route) && answer?.status === 404) {
      findings.skip(check, 'This gateway has none.');
      continue;
    }
    const name = operationsByPath[route].GET?.answers[200]?.json;
    if (!name) continue;
    const { faults, body } = checkJsonResponse(check, answer, { body: schemasByName[name] });
    findings.add(check, 'It is what openapi.yaml says, and no cache stores it.', faults);
    if (route.endsWith('/connections')) connection = connectionIds.safeParse(body).data?.results[0]?.id;
    if (route === '/api/integrations') key = integrationKeys.safeParse(body).data?.results[0]?.key;
  }
}

/** Checks paths that a gateway would open if it forwarded every path. */
async function checkForbiddenPaths(
  { findings, prober }: CheckContext,
  first: PersonWithToken,
): Promise<void> {
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
  const open = answers.filter(({ answer }) => answerGivesAccess(answer));
  const failed = answers.filter(({ answer }) => !answer || answer.status >= 500);
  const nameOf = ({ path }: { path: string }) => `GET /api${path.replace(own, '{company}')}`;
  findings.add('other paths of Codat’s', 'No other path of Codat’s API is open.', [
    open.length > 0 &&
      createUnsafeFault(
        `These are answered with a success: ${summarizeNames(open.map(nameOf))}.`,
        'Pass on the paths of openapi.yaml alone, and never with a path that you did not build yourself.',
      ),
    failed.length > 0 &&
      createFault(
        `These are not answered, or with a failure: ${summarizeNames(failed.map(nameOf))}.`,
        'Answer 404 by a list of the paths that are yours.',
      ),
  ]);
}

/** Checks that bodies of another shape, or too long, are refused. */
async function checkBodies(
  { findings, prober }: CheckContext,
  { api, company, person, token }: PersonWithToken,
): Promise<void> {
  const url = urlOfConnections({ api, company });
  const bodies: readonly [what: string, body: object][] = [
    ['a body without a platform', {}],
    ['a body of 100 kB', { platformKey: 'x'.repeat(100_000) }],
  ];
  const answers = await Promise.all(
    bodies.map(async ([what, body]) => ({
      what,
      answer: await prober.send(url, { method: 'POST', person, token, body }),
    })),
  );
  findings.add('bodies', 'A body of another shape, or one that is too long, is refused.', [
    ...answers.map(
      ({ what, answer }) =>
        (!answer || answer.status < 400 || answer.status >= 500) &&
        createFault(
          `A new connection with ${what} is answered ${answer?.status ?? 'nothing'}.`,
          'Compare bodies with openapi.yaml before you pass anything on: 400, or 413 for more than 4 kB.',
        ),
    ),
  ]);
}

/** Headers that anyone can send, and that frameworks take for the server's own address. */
const forwarded = {
  'X-Forwarded-Host': new URL(foreignOrigin).host,
  'X-Forwarded-Proto': 'http',
  Forwarded: `host=${new URL(foreignOrigin).host};proto=http`,
};

async function checkForwardedHost(
  { findings, prober }: CheckContext,
  gateway: string,
  { api, company, person, token }: PersonWithToken,
): Promise<void> {
  const { host } = new URL(foreignOrigin);
  const requests: readonly Parameters<typeof prober.send>[] = [
    [`${gateway}/platforms`],
    [`${gateway}/return?state=forged`],
    [urlOfConnections({ api, company }), { person, token }],
  ];
  const namesForeignHost = (answer: BufferedResponse | undefined) =>
    answer && (answer.text.includes(host) || answer.headers.get('Location')?.includes(host));
  let believes = false;
  for (const [url, init = {}] of requests) {
    if (!namesForeignHost(await prober.send(url, { ...init, headers: forwarded }))) continue;
    // The answer may contain that host even without these headers.
    believes ||= !namesForeignHost(await prober.send(url, init));
  }
  findings.add('own address', 'Nothing in a request says where the gateway is.', [
    believes &&
      createUnsafeFault(
        'An address in an answer is made of what X-Forwarded-Host or Forwarded says.',
        'Take the gateway’s public address from your settings: anyone can send these headers.',
      ),
  ]);
}
