import * as z from 'zod/mini';
import { createFault, createUnsafeFault } from '../findings.js';
import { answerGivesAccess, checkJsonResponse } from '../check-json-response.js';
import { urlOfConnections } from '../paths.js';
import { unusedId, type CheckContext, type PersonWithToken } from '../check-context.js';

const connectionIds = z.object({ results: z.array(z.object({ id: z.string() })) });

/** Checks that a token opens nothing of another company and, if people have cookies, nothing with someone else's. */
export async function checkOtherCompanies(
  { findings, prober }: CheckContext,
  first: PersonWithToken,
  second: PersonWithToken,
): Promise<void> {
  const theirs = ['connections', `connections/${unusedId}`, 'dataStatus', 'data/history', 'accessToken'];
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
      const answer = await prober.send(urlOfConnections(each), { person: each.person, token: each.token });
      const list = checkJsonResponse('', answer, { body: connectionIds }).body?.results ?? [];
      return list.map(({ id }) => id);
    }),
  );
  const both = mine?.filter((id) => other?.includes(id)) ?? [];
  const [ownId] = mine ?? [];
  const stolen =
    ownId === undefined
      ? undefined
      : await prober.send(`${urlOfConnections(second)}/${ownId}`, {
          person: second.person,
          token: second.token,
        });
  const isOpen = opened.some(answerGivesAccess);
  const failed = opened.find((answer) => answer !== undefined && answer.status >= 500);
  findings.add('other companies', 'A token opens nothing of another company.', [
    isOpen &&
      createUnsafeFault(
        'One company’s token opens another company’s paths.',
        'Compare the company of the path with the token’s, and answer 404 when they differ.',
      ),
    both.length > 0 &&
      createUnsafeFault(
        'Both companies’ lists have the same connection.',
        'List the connections of the token’s company alone, and cache them by company.',
      ),
    answerGivesAccess(stolen) &&
      createUnsafeFault(
        'A connection can be read by another company.',
        'Read connections by the company of the token and the id together.',
      ),
    !isOpen &&
      failed &&
      createFault(
        `Another company’s path is answered ${failed.status}.`,
        'Answer 404 before Codat is asked.',
      ),
  ]);
  if (![first, second].every(({ person }) => person.headers.has('Cookie'))) return;
  const mixed = await prober.send(urlOfConnections(first), { person: second.person, token: first.token });
  findings.add('token and sign-in', 'A token is of use only to whom it was given.', [
    answerGivesAccess(mixed) &&
      createUnsafeFault(
        'A token still opens its company after someone else has signed in to the same browser.',
        'Compare the company of the request’s cookies with the token’s, and answer 401 when they differ.',
      ),
  ]);
}
