import { createFault, createUnsafeFault, type MaybeFault } from '../findings.js';
import {
  unusedId,
  type CheckContext,
  type PersonWithToken,
  type PeopleWithTokens,
} from '../check-context.js';
import type { Person } from '../run-settings.js';
import { tryParseGrantedToken } from './token-endpoint.js';

const ownSession = 'Take the company from your own session of this request alone.';

/** Checks that people get a token of their own company, whatever they ask and whoever asks at the same moment. */
export async function checkTokensAreForOwnCompany(
  context: CheckContext,
  { first, second }: PeopleWithTokens,
): Promise<void> {
  await checkAskedCompany(context, first, second);
  if (!context.settings.otherPerson) {
    context.findings.skip(
      'two people',
      'Give a second person, of another company, with --other-cookie or --other-header, to see that they are kept apart.',
    );
    return;
  }
  if (!first || !second) {
    context.findings.skip('two people', 'Both people need a token first.');
    return;
  }
  context.findings.add('two people', 'Two people get tokens for a company each.', [
    findSharedTokenFault(first, second),
  ]);
  if (first.company !== second.company) await checkAtOnce(context, first, second);
}

function findSharedTokenFault(first: PersonWithToken, second: PersonWithToken): MaybeFault {
  if (first.company === second.company) {
    return createUnsafeFault(
      'Both people get a token for the same company.',
      `${ownSession} If they do belong to one company, give people of two.`,
    );
  }
  if (first.token === second.token)
    return createUnsafeFault(
      'Both people get the same token.',
      'Make a token for each company, and keep none in a variable.',
    );
  return undefined;
}

/** Requests tokens that name another company in the query, the body and a header, any of which a server may read. */
async function checkAskedCompany(
  { findings, prober, settings }: CheckContext,
  first?: PersonWithToken,
  second?: PersonWithToken,
): Promise<void> {
  const company = second?.company ?? unusedId;
  const names = ['companyId', 'company', 'company_id'];
  const url = new URL(settings.tokenEndpoint);
  for (const name of names) url.searchParams.set(name, company);
  const body = Object.fromEntries(names.map((name) => [name, company]));
  const headers = { 'X-Company-Id': company };
  const ask = async (person?: Person) =>
    tryParseGrantedToken(await prober.send(url.href, { method: 'POST', person, body, headers }));
  const [asPerson, asStranger] = [first && (await ask(first.person)), await ask()];
  const isTaken = asPerson && first && asPerson.companyId !== first.company;
  findings.add('company from the session', 'Nothing in a request names the company of its token.', [
    isTaken && createUnsafeFault('A person gets a token for the company that the request names.', ownSession),
    asStranger &&
      createUnsafeFault(
        asStranger.companyId === company
          ? 'Someone who is not signed in gets a token for the company that the request names.'
          : 'Someone who is not signed in gets a token of whoever asked before.',
        ownSession,
      ),
  ]);
}

const pairs = 8;

/** Requests tokens for both at the same moment: a server that keeps the person in a shared variable mixes them up. */
async function checkAtOnce(
  { findings, prober, settings }: CheckContext,
  first: PersonWithToken,
  second: PersonWithToken,
): Promise<void> {
  const people = Array.from({ length: pairs }, () => [first, second]).flat();
  const answers = await Promise.all(
    people.map(({ person }) => prober.send(settings.tokenEndpoint, { method: 'POST', person })),
  );
  const companies = answers.map((answer) => tryParseGrantedToken(answer)?.companyId);
  const isMixed = companies.some(
    (company, index) => company !== undefined && company !== people[index]?.company,
  );
  const failed = answers.find((answer, index) => companies[index] === undefined && answer?.status !== 429);
  findings.add('two people at once', 'Requests at the same moment are kept apart.', [
    isMixed &&
      createUnsafeFault(
        'A person gets the other’s company when both ask at the same moment.',
        'Keep who is signed in with the request: in no global, cache or field that requests share.',
      ),
    failed &&
      !isMixed &&
      createFault(
        `Of ${people.length} requests at the same moment one is answered ${failed.status}.`,
        'See the server’s log for what failed.',
      ),
  ]);
}
