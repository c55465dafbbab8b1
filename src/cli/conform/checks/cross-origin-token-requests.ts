import { createAdvice, createFault, specificationUrls } from '../findings.js';
import { foreignOrigin, type CheckContext, type PeopleWithTokens } from '../check-context.js';
import { tryParseGrantedToken } from './token-endpoint.js';

/** Checks that pages of other sites get no token, even with a person's cookies, and that `--page-origin` may read one. */
export async function checkCrossOriginTokenRequests(
  { findings, prober, settings }: CheckContext,
  { first }: PeopleWithTokens,
): Promise<void> {
  const { tokenEndpoint, pageOrigin } = settings;
  const person = first?.person;
  const ask = (Origin: string, site: string) =>
    prober.send(tokenEndpoint, { method: 'POST', person, headers: { Origin, 'Sec-Fetch-Site': site } });
  const preflight = (Origin: string) =>
    prober.send(tokenEndpoint, {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': 'POST' },
    });
  const foreign = await ask(foreignOrigin, 'cross-site');
  await ask('null', 'cross-site');
  await preflight(foreignOrigin);
  await ask(new URL(tokenEndpoint).origin, 'same-origin');
  const isAnswered = tryParseGrantedToken(foreign) !== undefined;
  findings.add('pages of other sites', 'They get no token.', [
    isAnswered &&
      createAdvice(
        'Requests of other sites’ pages are answered with a token, which only CORS keeps from them.',
        'Answer 403 when Origin is not yours, or Sec-Fetch-Site is cross-site.',
        specificationUrls.cors,
      ),
  ]);
  if (pageOrigin === undefined) return;
  const [own, preflighted] = [await ask(pageOrigin, 'same-site'), await preflight(pageOrigin)];
  const isAllowed = [own, preflighted].every(
    (answer) =>
      answer?.headers.get('Access-Control-Allow-Origin') === pageOrigin &&
      answer.headers.get('Access-Control-Allow-Credentials') === 'true',
  );
  findings.add('pages of --page-origin', 'They may ask with cookies.', [
    !isAllowed &&
      createFault(
        `Pages of ${pageOrigin} may not read the token.`,
        'Answer them, preflights too, with Access-Control-Allow-Origin of that origin, Access-Control-Allow-Credentials: true and Vary: Origin.',
        specificationUrls.cors,
      ),
  ]);
}
