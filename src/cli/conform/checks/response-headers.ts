import { createFault, createAdvice, specificationUrls, createUnsafeFault } from '../findings.js';
import { createFaultIfAnyMatch } from '../exchanges.js';
import type { Exchange } from '../prober.js';
import { foreignOrigin, type CheckContext } from '../check-context.js';
import { tryParseGrantedToken } from './token-endpoint.js';

/** Checks every response of the run: its cookies, CORS, `Vary`, `nosniff`, and the type and caching of failures. */
export function checkResponseHeaders({ findings, prober }: CheckContext): void {
  const { exchanges } = prober;
  findings.add('cookies', 'Every cookie that is set is Secure and HttpOnly.', [
    ...createFaultIfAnyMatch(
      exchanges,
      (each) => weakCookies(each).length > 0,
      (where, [first]) =>
        createUnsafeFault(
          `A cookie of ${where} lacks ${first ? weakCookies(first).join(', ') : ''}.`,
          'Set it with Secure; HttpOnly; SameSite=Lax, or set none here.',
          specificationUrls.cookies,
        ),
    ),
  ]);
  const openFor = (allowed: (value: string | null) => boolean) => (each: Exchange) =>
    isOpenWithCredentials(each) && allowed(allowedOrigin(each));
  findings.add('CORS', 'No other site’s pages may read an answer.', [
    ...createFaultIfAnyMatch(
      exchanges,
      openFor((value) => value !== '*'),
      (where) =>
        createUnsafeFault(
          `${where} lets pages of any site read its answer: Access-Control-Allow-Origin repeats whatever Origin says.`,
          corsCure,
          specificationUrls.cors,
        ),
    ),
    ...createFaultIfAnyMatch(
      exchanges,
      openFor((value) => value === '*'),
      (where) =>
        createUnsafeFault(
          `${where} lets pages of any site in: Access-Control-Allow-Origin is * beside Access-Control-Allow-Credentials.`,
          corsCure,
          specificationUrls.cors,
        ),
    ),
    ...createFaultIfAnyMatch(
      exchanges,
      (each) => !isOpenWithCredentials(each) && isPrivateAndOpen(each),
      (where) =>
        createFault(
          `${where} lets pages of any site read a token: Access-Control-Allow-Origin is *.`,
          corsCure,
          specificationUrls.cors,
        ),
    ),
  ]);
  findings.add('Vary', 'Answers that differ by a header say so.', [
    ...createFaultIfAnyMatch(exchanges, lacksVaryOrigin, (where) =>
      createFault(
        `${where} names an origin in Access-Control-Allow-Origin without Vary: Origin, so that a cache gives it to another.`,
        'Add Vary: Origin to every answer of that path, also to those without CORS headers.',
        specificationUrls.vary,
      ),
    ),
    ...createFaultIfAnyMatch(exchanges, lacksVaryEncoding, (where) =>
      createFault(
        `${where} is compressed and may be cached, without Vary: Accept-Encoding.`,
        'Add Vary: Accept-Encoding.',
        specificationUrls.vary,
      ),
    ),
    ...createFaultIfAnyMatch(exchanges, lacksVaryLanguage, (where) =>
      createFault(
        `${where} is in a language of several and may be cached, without Vary: Accept-Language.`,
        'Add Vary: Accept-Language.',
        specificationUrls.vary,
      ),
    ),
  ]);
  findings.add('failures', 'They are JSON, as everything else.', [
    ...createFaultIfAnyMatch(exchanges, isFailurePage, (where) =>
      createAdvice(
        `A failure of ${where} is a page of HTML.`,
        'Answer with the Problem of openapi.yaml, whose correlationId Codat’s support asks for.',
        specificationUrls.contentType,
      ),
    ),
  ]);
  findings.add('caching of failures', 'No cache keeps one.', [
    ...createFaultIfAnyMatch(exchanges, isKeptFailure, (where) =>
      createFault(
        `A failure of ${where} may be kept by caches, and given to others when it is over.`,
        'Set Cache-Control: no-store on failures too.',
        specificationUrls.caching,
      ),
    ),
  ]);
  findings.add('nosniff', 'Browsers guess no type.', [
    ...createFaultIfAnyMatch(exchanges, lacksNosniff, (where) =>
      createAdvice(
        `${where} lets browsers guess its type.`,
        'Send X-Content-Type-Options: nosniff with every answer.',
        specificationUrls.nosniff,
      ),
    ),
  ]);
}

const corsCure = 'Name the origins of your own pages, or send no Access-Control-Allow-Origin at all.';

/** The attributes that cookies lack. A CSRF cookie needs no `HttpOnly`, since scripts have to read it. */
function weakCookies({ answer: { headers } }: Exchange): string[] {
  const missing = headers.getSetCookie().flatMap((cookie) => {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const [name = '', value] = pair.split('=', 2);
    if (!value) return [];
    const has = (wanted: string) => attributes.some((each) => each.toLowerCase() === wanted);
    const isForScripts = /csrf|xsrf/i.test(name);
    return [...(has('secure') ? [] : ['Secure']), ...(has('httponly') || isForScripts ? [] : ['HttpOnly'])];
  });
  return [...new Set(missing)];
}

const allowedOrigin = ({ answer }: Exchange): string | null =>
  answer.headers.get('Access-Control-Allow-Origin');

/** Whether an answer allows a foreign origin or `null`, or all origins (`*`) with credentials. */
function isOpenWithCredentials(exchange: Exchange): boolean {
  const allowed = allowedOrigin(exchange);
  if (allowed === 'null' || allowed === foreignOrigin) return true;
  return allowed === '*' && exchange.answer.headers.get('Access-Control-Allow-Credentials') === 'true';
}

const isPrivateAndOpen = (exchange: Exchange): boolean =>
  allowedOrigin(exchange) === '*' && tryParseGrantedToken(exchange.answer) !== undefined;

const varies = ({ answer }: Exchange, by: string): boolean =>
  (answer.headers.get('Vary') ?? '')
    .toLowerCase()
    .split(',')
    .some((name) => name.trim() === by || name.trim() === '*');

const lacksVaryOrigin = (exchange: Exchange): boolean => {
  const allowed = allowedOrigin(exchange);
  return allowed !== null && allowed !== '*' && !varies(exchange, 'origin');
};

const isCacheable = ({ answer }: Exchange): boolean =>
  answer.status === 200 && !/no-store/i.test(answer.headers.get('Cache-Control') ?? '');

const lacksVaryEncoding = (exchange: Exchange): boolean =>
  isCacheable(exchange) &&
  exchange.answer.headers.has('Content-Encoding') &&
  !varies(exchange, 'accept-encoding');

const lacksVaryLanguage = (exchange: Exchange): boolean =>
  isCacheable(exchange) &&
  exchange.answer.headers.has('Content-Language') &&
  !varies(exchange, 'accept-language');

/** Whether a failure is an HTML page, on a route that people don't open themselves. */
const isFailurePage = ({ url, method, answer }: Exchange): boolean =>
  answer.status >= 400 &&
  method !== 'OPTIONS' &&
  !/\/(?:link|share)\//.test(new URL(url).pathname) &&
  /html/i.test(answer.headers.get('Content-Type') ?? '');

/** Whether a failure explicitly lets caches keep it. */
const isKeptFailure = ({ answer: { status, headers } }: Exchange): boolean =>
  status >= 400 && /\bpublic\b|max-age=[1-9]/i.test(headers.get('Cache-Control') ?? '');

const lacksNosniff = ({ answer: { status, headers } }: Exchange): boolean =>
  status === 200 && headers.get('X-Content-Type-Options')?.toLowerCase() !== 'nosniff';
