import { operationsByPath } from '../../../gateway/operations/operations-by-path.js';
import { createFault, specificationUrls, createUnsafeFault, type MaybeFault } from '../findings.js';
import { answerGivesAccess } from '../check-json-response.js';
import { decodeToken, corruptSignature, removeSignature } from '../json-web-token.js';
import { urlOfConnections, summarizeNames, optionalRoutes, urlOfRoute } from '../paths.js';
import { foreignOrigin, unusedId, type CheckContext, type PersonWithToken } from '../check-context.js';

/** Without a token, calls every operation that needs one. */
export async function checkRequestsWithoutToken(
  { findings, prober }: CheckContext,
  gateway: string,
  first: PersonWithToken | undefined,
): Promise<void> {
  const company = first?.company ?? unusedId;
  const api = first?.api ?? `${gateway}/api`;
  const requests = Object.entries(operationsByPath).flatMap(([route, methods]) =>
    Object.entries(methods)
      .filter(([, { by }]) => by === 'page' || by === 'return page')
      .map(([method]) => ({ route, method })),
  );
  const answers = await Promise.all(
    requests.map(async ({ route, method }) => ({
      name: `${method} ${route}`,
      isOptional: optionalRoutes.has(route),
      answer: await prober.send(urlOfRoute(route, { gateway, api, company }), {
        method,
        ...(['POST', 'PATCH'].includes(method) && { body: {} }),
        // If the gateway wrongly opens the stream, it doesn't end.
        streams: route === '/events',
      }),
    })),
  );
  const wrong = answers.filter(
    ({ answer, isOptional }) => answer?.status !== 401 && !(isOptional && answer?.status === 404),
  );
  const open = wrong.filter(({ answer }) => answerGivesAccess(answer));
  const byStatus = new Map<number | undefined, string[]>();
  // If some operations are open, don't report the others: they probably fail only because no token names the company.
  for (const { name, answer } of open.length > 0 ? [] : wrong)
    byStatus.set(answer?.status, [...(byStatus.get(answer?.status) ?? []), name]);
  findings.add('requests without a token', `All ${requests.length} kinds are answered with 401.`, [
    open.length > 0 &&
      createUnsafeFault(
        `Without a token, these are answered with a success: ${summarizeNames(open.map(({ name }) => name))}.`,
        'Verify the bearer token first, and answer 401 without a valid one.',
        specificationUrls.tokens,
      ),
    ...Array.from(byStatus, ([status, names]) => createRefusalFault(status, names)),
  ]);
}

function createRefusalFault(status: number | undefined, names: readonly string[]): MaybeFault {
  const says = `Without a token, these are answered ${status ?? 'nothing'} rather than 401: ${summarizeNames(names)}.`;
  const cure =
    status === undefined || status >= 500
      ? 'Look whether there is a token before you use it, and answer 401 when there is none.'
      : 'Answer 401, with which pages ask for another token. Redirects and other statuses they take for failures.';
  return createFault(says, cure, specificationUrls.tokens);
}

/** Checks that the API refuses forged tokens and tokens in the URL, and how it answers pages of other sites. */
export async function checkForgedAndMisplacedTokens(
  { findings, prober }: CheckContext,
  first: PersonWithToken,
): Promise<void> {
  const { api, company, person, token } = first;
  const url = urlOfConnections({ api, company });
  const forged: readonly [what: string, token: string][] = [
    ['a token that is none', 'none'],
    ['a token whose end was changed', corruptSignature(token)],
    ...(decodeToken(token)
      ? [['a token without its signature', removeSignature(token)] as [string, string]]
      : []),
  ];
  const answers = await Promise.all(
    forged.map(async ([what, value]) => [what, await prober.send(url, { person, token: value })] as const),
  );
  const accepted = answers.filter(([, answer]) => answerGivesAccess(answer)).map(([what]) => what);
  const others = answers.filter(([, answer]) => !answerGivesAccess(answer) && answer?.status !== 401);
  findings.add('forged tokens', 'They are answered with 401.', [
    accepted.length > 0 &&
      createUnsafeFault(
        `The API takes ${accepted.join(', ')}.`,
        'Verify the signature of every token, by the one alg that is yours.',
        specificationUrls.jwt,
      ),
    ...others.map(([what, answer]) =>
      createFault(
        `The API answers ${answer?.status ?? 'nothing'} to ${what}.`,
        'Answer 401, with which pages ask for another token.',
        specificationUrls.tokens,
      ),
    ),
  ]);
  const inAddress = await prober.send(`${url}?access_token=${token}&token=${token}&accessToken=${token}`, {
    person,
  });
  const without = await prober.send(url, { person });
  findings.add('token in the address', 'It is not taken there.', [
    answerGivesAccess(inAddress) &&
      !answerGivesAccess(without) &&
      createUnsafeFault(
        'The API takes a token in the address, which ends up in logs.',
        'Take it from Authorization alone.',
        specificationUrls.tokens,
      ),
  ]);
  await prober.send(url, {
    method: 'OPTIONS',
    headers: {
      Origin: foreignOrigin,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization',
    },
  });
  const foreign = await prober.send(url, {
    token,
    person,
    headers: { Origin: foreignOrigin, 'Sec-Fetch-Site': 'cross-site' },
  });
  findings.add('pages of other sites at the API', 'They are not answered, or may not read the answer.', [
    foreign &&
      foreign.status >= 500 &&
      createFault(
        `A page of another site is answered ${foreign.status}.`,
        'Answer 403.',
        specificationUrls.cors,
      ),
  ]);
}
