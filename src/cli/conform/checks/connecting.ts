import { presentedConnection } from '../../../gateway/operations/schemas.js';
import { asksForBasicAuthentication, type BufferedResponse } from '../../request.js';
import { createFault, createUnsafeFault, type MaybeFault } from '../findings.js';
import { findCachingFault, checkJsonResponse } from '../check-json-response.js';
import { urlOfConnections } from '../paths.js';
import type { CheckContext, PersonWithToken, PeopleWithTokens } from '../check-context.js';

/** Creates a connection for the first person, and checks who can sign in by its link, and how. */
export async function checkConnecting(
  context: CheckContext,
  gateway: string,
  { first, second }: PeopleWithTokens,
): Promise<void> {
  const { findings, prober, settings } = context;
  const check = 'connecting';
  const { platformKey } = settings;
  if (platformKey === undefined) {
    findings.skip(
      check,
      'With --connect KEY a connection is created for the first person, to see where its link leads.',
    );
    return;
  }
  if (!first) {
    findings.skip(check, 'It needs a token.');
    return;
  }
  const url = urlOfConnections(first);
  const create = () =>
    prober.send(url, { method: 'POST', person: first.person, token: first.token, body: { platformKey } });
  const created = checkJsonResponse('The new connection', await create(), { body: presentedConnection });
  const again =
    created.body && checkJsonResponse('The same connection', await create(), { body: presentedConnection });
  findings.add(check, 'A connection is created once, however often it is asked for.', [
    ...created.faults,
    again?.body && again.body.id !== created.body?.id
      ? createFault(
          'Asking twice creates two connections.',
          'Answer with the one to this platform that nobody has signed in to yet.',
        )
      : undefined,
  ]);
  if (!created.body) return;
  await checkOwner(context, created.body.id, first, second);
  await checkLink(context, gateway, created.body.linkUrl, first, second);
}

/** Checks that a new connection is in the list of its company, and not in the other company's. */
async function checkOwner(
  { findings, prober }: CheckContext,
  id: string,
  first: PersonWithToken,
  second: PersonWithToken | undefined,
): Promise<void> {
  const isListed = async (owner: PersonWithToken): Promise<boolean> => {
    const { person, token } = owner;
    const headers = { 'Cache-Control': 'no-cache' };
    const answer = await prober.send(urlOfConnections(owner), { person, token, headers });
    return answer?.text.includes(JSON.stringify(id)) ?? false;
  };
  findings.add('new connection', 'It is in the list of its company, and in no other.', [
    !(await isListed(first)) &&
      createFault(
        'A new connection is not in the list of its company.',
        'List the connections of the token’s company, and answer Cache-Control: no-cache with what Codat says now.',
      ),
    second !== undefined &&
      second.company !== first.company &&
      (await isListed(second)) &&
      createUnsafeFault(
        'A new connection is in the list of another company.',
        'List the connections of the token’s company alone, and cache them by company.',
      ),
  ]);
}

async function checkLink(
  { findings, prober }: CheckContext,
  gateway: string,
  link: string,
  first: PersonWithToken,
  second: PersonWithToken | undefined,
): Promise<void> {
  const check = 'link to sign in';
  if (!link.startsWith(`${gateway}/`)) {
    findings.skip(check, 'It does not lead to the gateway, so it is not opened.');
    return;
  }
  // Requests that must not open the link come first, since Codat's link opens only once.
  const head = await prober.send(link, { method: 'HEAD', person: first.person });
  const prefetch = await prober.send(link, { person: first.person, headers: { 'Sec-Purpose': 'prefetch' } });
  const stranger = await prober.send(link);
  const other = second && (await prober.send(link, { person: second.person }));
  const own = await prober.send(link, { person: first.person });
  findings.add(check, 'It leads the company’s own people to sign in, and nobody else.', [
    isRedirect(head) && createFault('HEAD opens the link, which is then used up.', 'Answer HEAD with 204.'),
    isRedirect(prefetch) &&
      createFault(
        'A prefetch opens the link, which is then used up.',
        'Answer 204 when Sec-Purpose says prefetch.',
      ),
    isRedirect(stranger) &&
      createUnsafeFault(
        'Anyone with the link is led to sign in at once, for a company that may not be theirs.',
        'Show who is not signed in a page that says whose data is read, with a button.',
      ),
    isRedirect(other) &&
      createUnsafeFault(
        'Another company’s person is led to sign in by the link.',
        'Answer 403 when the company of the request’s cookies is another.',
      ),
    findRedirectFault(own),
  ]);
}

const isRedirect = (answer: BufferedResponse | undefined): boolean =>
  answer !== undefined && answer.status >= 300 && answer.status < 400 && answer.headers.has('Location');

function findRedirectFault(answer: BufferedResponse | undefined): MaybeFault {
  if (!answer || !isRedirect(answer)) {
    const what = asksForBasicAuthentication(answer) ? 'a password' : (answer?.status ?? 'nothing');
    return createFault(
      `The company’s own person gets ${what} rather than a redirect to sign in.`,
      'Redirect with 303 to the link that Codat gives now.',
    );
  }
  if (answer.headers.get('Referrer-Policy') !== 'no-referrer')
    return createFault(
      'The redirect passes the link’s address, which is a key, on.',
      'Send Referrer-Policy: no-referrer.',
    );
  return findCachingFault('The redirect', answer);
}
