import * as z from 'zod/mini';
import { isCodatId } from '../../../gateway/settings.js';
import { tokenAnswer } from '../../../gateway/operations/schemas.js';
import { parseJson } from '../../../gateway/parse-json.js';
import { asksForBasicAuthentication, type BufferedResponse } from '../../request.js';
import {
  createAdvice,
  createFault,
  specificationUrls,
  createUnsafeFault,
  type MaybeFault,
} from '../findings.js';
import { readLocationWithoutQuery, answerGivesAccess, checkJsonResponse } from '../check-json-response.js';
import type { Person } from '../run-settings.js';
import type { CheckContext, PersonWithToken, PeopleWithTokens } from '../check-context.js';
import { findTokenLifetimeFault, findUnsignedTokenFault } from './token-lifetime-and-signature.js';

const someToken = z.object({ companyId: z.string(), accessToken: z.string() });
/** Without the lifetime, which has a check of its own. */
const withoutLifetime = z.object({ ...tokenAnswer.shape, expiresIn: z.optional(z.unknown()) });

const nobody: Person = { name: 'someone who is not signed in', headers: new Headers() };

/** The company and the token of an answer; undefined when it has none. */
export const tryParseGrantedToken = (
  answer: BufferedResponse | undefined,
): z.infer<typeof someToken> | undefined =>
  answer && answer.status < 300 ? someToken.safeParse(parseJson(answer.text)).data : undefined;

/** Checks the answers to a stranger and the two people. Resolves with their tokens, or undefined if nothing answers. */
export async function fetchAndCheckTokens(context: CheckContext): Promise<PeopleWithTokens | undefined> {
  const { findings, prober, settings } = context;
  const { tokenEndpoint, person, otherPerson } = settings;
  const answer = await prober.send(tokenEndpoint, { method: 'POST' });
  if (!answer) {
    const says = `Nothing answers at ${tokenEndpoint} within ${settings.timeoutMs / 1000} seconds.`;
    const cure =
      'Start the server, see that this is its address, and that this machine trusts its certificate (NODE_EXTRA_CA_CERTS).';
    findings.add('reachable', '', [createFault(says, cure)]);
    return undefined;
  }
  findings.add('token for strangers', 'Someone who is not signed in gets 401.', [findStrangerFault(answer)]);
  if (!person) {
    const says = 'Give a person who is signed in, with --cookie or --header, to see what they get.';
    // Without a person, the token is checked only if a stranger gets one.
    if (!answerGivesAccess(answer)) findings.skip('token', says);
    return {
      first: answerGivesAccess(answer) ? await checkToken(context, nobody) : undefined,
      second: undefined,
    };
  }
  const first = await checkToken(context, person);
  await checkGet(context, person);
  return { first, second: otherPerson && (await fetchSecondToken(context, otherPerson, first)) };
}

function findStrangerFault(answer: BufferedResponse): MaybeFault {
  const { status } = answer;
  if (tryParseGrantedToken(answer)) {
    return createUnsafeFault(
      'Someone who is not signed in gets a token.',
      'Answer 401 unless your own session says who this is.',
      specificationUrls.tokens,
    );
  }
  if (asksForBasicAuthentication(answer)) {
    return createFault(
      'Someone who is not signed in is asked for a password (Basic auth), for which browsers open a dialogue.',
      'Answer 401 without WWW-Authenticate: Basic.',
      specificationUrls.tokens,
    );
  }
  if (status === 401) return undefined;
  const expected = 'where the elements expect 401';
  if (status === 403)
    return createAdvice(
      `Someone who is not signed in gets 403, ${expected}.`,
      'Answer 401.',
      specificationUrls.tokens,
    );
  let gets = String(status);
  if (status < 300) gets += ' and no token';
  else if (status < 400) gets = `a redirect (${status}) to ${readLocationWithoutQuery(answer)}`;
  return createFault(
    `Someone who is not signed in gets ${gets}, ${expected}.`,
    status >= 500
      ? 'Look whether there is a session before you use it, and answer 401 when there is none.'
      : 'Answer 401 at this address, and keep sign-in redirects off it.',
    specificationUrls.tokens,
  );
}

/** Requests a token for a person, or for a stranger who gets one, and checks its shape, lifetime and signature. */
async function checkToken(context: CheckContext, person: Person): Promise<PersonWithToken | undefined> {
  const { findings, prober, settings, now } = context;
  const answer = await prober.send(settings.tokenEndpoint, { method: 'POST', person });
  const { faults, body } = checkJsonResponse('The token', answer, { body: withoutLifetime });
  const unlikeId =
    body &&
    !isCodatId(body.companyId) &&
    createAdvice(
      'The companyId is not of Codat’s shape.',
      'Answer with Codat’s id of the company, a UUID, rather than your own.',
    );
  findings.add('token', 'A person who is signed in gets a token, as JSON that no cache stores.', [
    ...faults,
    unlikeId,
  ]);
  if (!body) return undefined;
  findings.add('token lifetime', 'The token says for how long it is good, and it is good for so long.', [
    findTokenLifetimeFault(body.expiresIn, body.accessToken, now()),
  ]);
  findings.add('token signature', 'The token is signed, or opaque.', [
    findUnsignedTokenFault(body.accessToken),
  ]);
  return toPersonWithToken(context, person, body);
}

/** Checks that a GET gives no token, since links, images and prefetches are GET requests. */
async function checkGet({ findings, prober, settings }: CheckContext, person: Person): Promise<void> {
  const answer = await prober.send(settings.tokenEndpoint, { person });
  findings.add('token by GET', 'A GET gives no token.', [findGetTokenFault(answer)]);
}

function findGetTokenFault(answer: BufferedResponse | undefined): MaybeFault {
  const cure = 'Answer POST alone, and GET with 405 and Allow: POST.';
  if (!answer)
    return createFault('A GET of the token endpoint is not answered.', cure, specificationUrls.methods);
  if (tryParseGrantedToken(answer))
    return createUnsafeFault(
      'A GET gives a token too, as links, prefetches and caches send.',
      cure,
      specificationUrls.methods,
    );
  if (answer.status >= 500)
    return createFault(
      `A GET of the token endpoint ends with ${answer.status}.`,
      cure,
      specificationUrls.methods,
    );
  if (answer.status < 400)
    return createAdvice(
      `A GET of the token endpoint is answered ${answer.status}.`,
      cure,
      specificationUrls.methods,
    );
  return undefined;
}

/** Fetches a token for the second person. Other checks compare it with the first one's. */
async function fetchSecondToken(
  context: CheckContext,
  person: Person,
  first: PersonWithToken | undefined,
): Promise<PersonWithToken | undefined> {
  const { findings, prober, settings } = context;
  const answer = await prober.send(settings.tokenEndpoint, { method: 'POST', person });
  const { faults, body } = checkJsonResponse('The second person’s token', answer, { body: withoutLifetime });
  // If the first person got no token either, a fault has been reported already.
  if (first)
    findings.add('token of the second person', 'The second person gets one as well.', body ? [] : faults);
  return body && toPersonWithToken(context, person, body);
}

function toPersonWithToken(
  { settings }: CheckContext,
  person: Person,
  body: z.infer<typeof withoutLifetime>,
): PersonWithToken | undefined {
  const { tokenEndpoint } = settings;
  const { companyId: company, accessToken: token, apiBase, events } = body;
  const api = apiBase ?? './api';
  if (!URL.canParse(api, tokenEndpoint)) return undefined;
  return {
    person,
    company,
    token,
    api: new URL(api, tokenEndpoint).href.replace(/\/+$/, ''),
    events: events && URL.canParse(events, tokenEndpoint) ? new URL(events, tokenEndpoint).href : undefined,
  };
}
