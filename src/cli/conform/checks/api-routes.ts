import * as z from 'zod/mini';
import { components, presentedConnection } from '../../../gateway/http/operations/bodies.js';
import { operations } from '../../../gateway/http/operations/operations.js';
import { parseJson } from '../../../gateway/parse-json.js';
import type { RoutePath } from '../../../gateway/telemetry/gateway-event.js';
import type { Answer } from '../../request.js';
import { fault, pages, unsafe, type MaybeFault } from '../findings.js';
import { readJson } from '../json-answer.js';
import { tamper, unsign, readToken } from '../json-web-token.js';
import { foreignOrigin, noId, type Run, type Visit, type Visits } from '../run.js';

/** Routes that a gateway has only where the lender wants them. */
const optionalRoutes: ReadonlySet<string> = new Set(['/consents', '/shares', '/shares/:id', '/events']);

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

const connectionIds = z.object({ results: z.array(z.object({ id: z.string() })) });
const integrationKeys = z.object({ results: z.array(z.object({ key: z.string() })) });

/** A path of the gateway with a page's own company, and ids that are nobody's. */
const pathFor = (route: string, { company, key = 'none' }: { company: string; key?: string }): string =>
  route
    .replace(':company', encodeURIComponent(company))
    .replace(':key', encodeURIComponent(key))
    .replace(/:\w+/, noId);

/** Where a route is: what is under `/api` is where the token says. */
const urlOf = (gateway: string, api: string, path: string): string =>
  path.startsWith('/api/') ? api + path.slice('/api'.length) : gateway + path;

/** Checks what a page reads with its token, and that nothing else opens what is a company's. */
export async function checkApiRoutes(run: Run, gateway: string, { first, second }: Visits): Promise<void> {
  await checkRefusals(run, gateway, first);
  if (!first) {
    run.findings.skip('api', 'It needs a token.');
    return;
  }
  await checkShapes(run, gateway, first);
  await checkTokens(run, first);
  await checkForbiddenPaths(run, first);
  if (second && second.company !== first.company) await checkCompanies(run, first, second);
  else run.findings.skip('other companies', 'It needs a second person, of another company.');
}

/** Every operation with a token, without one. */
async function checkRefusals(
  { findings, prober }: Run,
  gateway: string,
  first: Visit | undefined,
): Promise<void> {
  const company = first?.company ?? noId;
  const api = first?.api ?? `${gateway}/api`;
  const asked = Object.entries(operations).flatMap(([route, methods]) =>
    Object.entries(methods)
      .filter(([, { by }]) => by === 'page' || by === 'return page')
      .map(([method]) => ({ route, method })),
  );
  const answers = await Promise.all(
    asked.map(async ({ route, method }) => ({
      name: `${method} ${route}`,
      isOptional: optionalRoutes.has(route),
      answer: await prober.send(urlOf(gateway, api, pathFor(route, { company })), {
        method,
        ...(['POST', 'PATCH'].includes(method) && { body: {} }),
        // An event stream that opens has no end.
        streams: route === '/events',
      }),
    })),
  );
  const wrong = answers.filter(
    ({ answer, isOptional }) => answer?.status !== 401 && !(isOptional && answer?.status === 404),
  );
  const byStatus = new Map<number | undefined, string[]>();
  for (const { name, answer } of wrong)
    byStatus.set(answer?.status, [...(byStatus.get(answer?.status) ?? []), name]);
  findings.add(
    'requests without a token',
    `All ${asked.length} kinds are answered with 401.`,
    Array.from(byStatus, ([status, names]) => describeRefusal(status, names)),
  );
}

function describeRefusal(status: number | undefined, names: readonly string[]): MaybeFault {
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  const where = names.slice(0, 3).join(', ') + more;
  const says = `Without a token, ${where} ${names.length > 1 ? 'are' : 'is'} answered ${status ?? 'nothing'}.`;
  if (status !== undefined && status < 300)
    return unsafe(says, 'Verify the bearer token first, and answer 401 without a valid one.', pages.tokens);
  const cure =
    status === undefined || status >= 500
      ? 'Look whether there is a token before you use it, and answer 401 when there is none.'
      : 'Answer 401, with which pages ask for another token. Redirects and other statuses they take for failures.';
  return fault(says, cure, pages.tokens);
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
    const path = pathFor(route, { company, ...(key !== undefined && { key }) });
    const answer = await prober.send(urlOf(gateway, api, path), { person, token });
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

/** Tokens that are not the person's own. */
async function checkTokens({ findings, prober }: Run, first: Visit): Promise<void> {
  const { api, company, person, token } = first;
  const url = `${api}/companies/${encodeURIComponent(company)}/connections`;
  const forged: readonly [what: string, token: string][] = [
    ['a token that is none', 'none'],
    ['a token whose end was changed', tamper(token)],
    ...(readToken(token) ? [['a token without its signature', unsign(token)] as [string, string]] : []),
  ];
  const answers = await Promise.all(
    forged.map(async ([what, value]) => [what, await prober.send(url, { person, token: value })] as const),
  );
  findings.add('forged tokens', 'They are answered with 401.', [
    ...answers.map(([what, answer]) => describeForged(what, answer)),
  ]);
  const foreign = await prober.send(url, {
    token,
    headers: { ...person.headers, Origin: foreignOrigin, 'Sec-Fetch-Site': 'cross-site' },
  });
  findings.add('pages of other sites at the API', 'They are not answered, or may not read the answer.', [
    foreign &&
      foreign.status >= 500 &&
      fault(`A page of another site is answered ${foreign.status}.`, 'Answer 403.', pages.cors),
  ]);
}

function describeForged(what: string, answer: Answer | undefined): MaybeFault {
  if (answer?.status === 401) return undefined;
  const says = `The API answers ${answer?.status ?? 'nothing'} to ${what}.`;
  return answer && answer.status < 300
    ? unsafe(says, 'Verify the signature of every token, by the one alg that is yours.', pages.jwt)
    : fault(says, 'Answer 401, with which pages ask for another token.', pages.tokens);
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
  findings.add('other paths of Codat’s', 'No other path of Codat’s API is open.', [
    ...answers.map(({ path, answer }) => {
      const name = `GET /api${path.replace(own, '{company}')}`;
      if (!answer || answer.status >= 500)
        return fault(
          `${name} is answered ${answer?.status ?? 'nothing'}.`,
          'Answer 404 by a list of the paths that are yours.',
        );
      return (
        answer.status < 300 &&
        unsafe(
          `${name} is answered ${answer.status}.`,
          'Pass on the paths of openapi.yaml alone, and never with a path that you did not build yourself.',
        )
      );
    }),
  ]);
}

/** Whether the first person's token opens anything of the second one's company. */
async function checkCompanies({ findings, prober }: Run, first: Visit, second: Visit): Promise<void> {
  const listOf = (of: Visit) => `${of.api}/companies/${encodeURIComponent(of.company)}/connections`;
  const theirs = ['connections', `connections/${noId}`, 'dataStatus', 'data/history', 'accessToken'];
  const opened = await Promise.all(
    theirs.map((path) =>
      prober.send(`${first.api}/companies/${encodeURIComponent(second.company)}/${path}`, {
        person: first.person,
        token: first.token,
      }),
    ),
  );
  const [mine, other] = await Promise.all(
    [first, second].map(async (each) => {
      const answer = await prober.send(listOf(each), { person: each.person, token: each.token });
      const list = readJson('', answer, { body: connectionIds }).body?.results ?? [];
      return list.map(({ id }) => id);
    }),
  );
  const both = mine?.filter((id) => other?.includes(id)) ?? [];
  const [ownId] = mine ?? [];
  const stolen =
    ownId === undefined
      ? undefined
      : await prober.send(`${listOf(second)}/${ownId}`, { person: second.person, token: second.token });
  const isOpen = opened.some((answer) => answer !== undefined && answer.status < 300);
  const failed = opened.find((answer) => answer === undefined || answer.status >= 500);
  findings.add('other companies', 'A token opens nothing of another company.', [
    isOpen &&
      unsafe(
        'One company’s token opens another company’s paths.',
        'Compare the company of the path with the token’s, and answer 404 when they differ.',
      ),
    both.length > 0 &&
      unsafe(
        'Both companies’ lists have the same connection.',
        'List the connections of the token’s company alone, and cache them by company.',
      ),
    stolen &&
      stolen.status < 300 &&
      presentedConnection.safeParse(parseJson(stolen.text)).success &&
      unsafe(
        'A connection can be read by another company.',
        'Read connections by the company of the token and the id together.',
      ),
    !isOpen &&
      failed !== undefined &&
      fault(`Another company’s path is answered ${failed.status}.`, 'Answer 404 before Codat is asked.'),
  ]);
  if (first.person.headers['Cookie'] === undefined || second.person.headers['Cookie'] === undefined) return;
  const mixed = await prober.send(listOf(first), { person: second.person, token: first.token });
  findings.add('token and sign-in', 'A token is of use only to whom it was given.', [
    mixed &&
      mixed.status < 300 &&
      unsafe(
        'A token still opens its company after someone else has signed in to the same browser.',
        'Compare the company of the request’s cookies with the token’s, and answer 401 when they differ.',
      ),
  ]);
}
