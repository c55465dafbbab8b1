import { parseJson } from '../../../gateway/parse-json.js';
import { fault, pages, unsafe } from '../findings.js';
import { readToken } from '../json-web-token.js';
import { foreignOrigin, type Run } from '../run.js';
import type { Exchange } from '../prober.js';
import { tokenIn } from './token-endpoint.js';

/** Checks what holds of every answer of the run: no secrets, no one-time links, and the headers that browsers obey. */
export function checkAllAnswers({ findings, prober, settings }: Run): void {
  const { exchanges } = prober;
  const { apiKey } = settings;
  const own = new URL(settings.gateway ?? settings.tokenEndpoint).origin;

  findings.add('no secret', `None of ${exchanges.length} answers has one.`, [
    ...namesIn(
      exchanges,
      (each) => apiKey !== undefined && holdsKey(each, apiKey),
      (where) =>
        unsafe(
          `Codat’s API key is in the answer of ${where}.`,
          'Make another key in the Portal at once, and keep keys in the server’s own requests to Codat.',
        ),
    ),
    ...namesIn(
      exchanges,
      (each) => holdsSecret(each),
      (where) =>
        unsafe(
          `The answer of ${where} has what looks like a secret: an API key, an Authorization header or a webhook secret.`,
          'Answer with the fields of openapi.yaml alone, never with a request, its settings or an error object.',
        ),
    ),
    ...namesIn(exchanges, holdsStack, (where) =>
      fault(
        `The answer of ${where} has a stack trace.`,
        'Turn off debug pages, and answer failures with a sentence of your own.',
      ),
    ),
  ]);
  findings.add('no one-time link', 'No answer has a link of Codat’s to sign in by.', [
    ...namesIn(
      exchanges,
      (each) => holdsLink(each, own),
      (where) =>
        unsafe(
          `The answer of ${where} has a link to sign in by that is not the gateway’s.`,
          'Replace Codat’s linkUrl and redirect by a URL of your own, which reads Codat’s link when a person opens it.',
        ),
    ),
  ]);
  findings.add('cookies', 'Every cookie that is set is Secure and HttpOnly.', [
    ...namesIn(
      exchanges,
      (each) => weakCookies(each).length > 0,
      (where, [first]) =>
        unsafe(
          `A cookie of ${where} lacks ${first ? weakCookies(first).join(', ') : ''}.`,
          'Set it with Secure; HttpOnly; SameSite=Lax, or set none here.',
          pages.cookies,
        ),
    ),
  ]);
  findings.add('CORS', 'No other site’s pages may read an answer.', [
    ...namesIn(exchanges, isOpenWithCredentials, (where) =>
      unsafe(
        `${where} lets pages of any site read its answer with cookies: ${corsOf(where, exchanges)}.`,
        'Name the origins of your own pages, or send no Access-Control-Allow-Origin at all.',
        pages.cors,
      ),
    ),
    ...namesIn(
      exchanges,
      (each) => !isOpenWithCredentials(each) && isPrivateAndOpen(each),
      (where) =>
        fault(
          `${where} lets pages of any site read a token: Access-Control-Allow-Origin is *.`,
          'Name the origins of your own pages, or send no Access-Control-Allow-Origin at all.',
          pages.cors,
        ),
    ),
  ]);
  findings.add('Vary', 'Answers that differ by a header say so.', [
    ...namesIn(exchanges, lacksVaryOrigin, (where) =>
      fault(
        `${where} names an origin in Access-Control-Allow-Origin without Vary: Origin, so that a cache gives it to another.`,
        'Add Vary: Origin to every answer of that path, also to those without CORS headers.',
        pages.vary,
      ),
    ),
    ...namesIn(exchanges, lacksVaryEncoding, (where) =>
      fault(
        `${where} is compressed and may be cached, without Vary: Accept-Encoding.`,
        'Add Vary: Accept-Encoding.',
        pages.vary,
      ),
    ),
    ...namesIn(exchanges, lacksVaryLanguage, (where) =>
      fault(
        `${where} is in a language of several and may be cached, without Vary: Accept-Language.`,
        'Add Vary: Accept-Language.',
        pages.vary,
      ),
    ),
  ]);
}

/** One item for all exchanges that match, with a name for where they are; none when there are none. */
function namesIn<Item>(
  exchanges: readonly Exchange[],
  matches: (exchange: Exchange) => boolean,
  describe: (where: string, matching: readonly Exchange[]) => Item,
): Item[] {
  const matching = exchanges.filter(matches);
  const names = [...new Set(matching.map(nameOf))];
  if (names.length === 0) return [];
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return [describe(names.slice(0, 3).join(', ') + more, matching)];
}

/** The method and path, without parts that may be secrets. */
const nameOf = ({ method, url }: Exchange): string =>
  `${method} ${new URL(url).pathname.replace(/[^/]{40,}/g, '…')}`;

function holdsKey({ answer }: Exchange, apiKey: string): boolean {
  const forms = [apiKey, btoa(String.fromCharCode(...new TextEncoder().encode(apiKey)))];
  const texts = [answer.text, claimsOf(answer.text), ...answer.headers.values()];
  return texts.some((text) => forms.some((form) => text.includes(form)));
}

const secretHeaders = ['Authorization', 'Proxy-Authorization', 'X-Api-Key', 'Api-Key'];
/** Names of fields, without `_`, `-` and capitals. */
const secretFields =
  /^(?:(?:codat)?apikey|xapikey|(?:proxy)?authorization|(?:client|webhook|signing)secrets?|signingkeys?|secret|password)$/;
/** A header of Basic authentication, a secret of Codat's webhooks. */
const secretTexts = /\bBasic +[A-Za-z0-9+/_-]{12,}={0,2}|whsec_[A-Za-z0-9+/=]{16,}/;

function holdsSecret({ answer: { headers, text } }: Exchange): boolean {
  if (secretHeaders.some((name) => headers.has(name))) return true;
  return [text, claimsOf(text)].some(
    (each) =>
      secretTexts.test(each) || fieldsOf(parseJson(each)).some(([name, value]) => isSecret(name, value)),
  );
}

const isSecret = (name: string, value: unknown): boolean =>
  secretFields.test(name.toLowerCase().replace(/[_-]/g, '')) && Boolean(value) && value !== true;

const holdsStack = ({ answer: { text } }: Exchange): boolean =>
  /\n\s+at .{1,200}:\d+:\d+\)?|Traceback \(most recent call last\)|\\n\s+at [^"]{1,200}:\d+:\d+|(?:^|\n)#0 .{1,200}\(\d+\)/.test(
    text,
  );

/** A host of Codat's at which people sign in: `link.codat.io`, `link-api.codat.io`. */
const linkHost = /https?:(?:\\?\/){2}link(?:-[a-z]+)*\.codat\.io\b/i;

function holdsLink({ answer: { text, headers }, url }: Exchange, own: string): boolean {
  if (linkHost.test(text)) return true;
  const isSignIn = /\/(?:link|share)\//.test(new URL(url).pathname);
  if (!isSignIn && linkHost.test(headers.get('Location') ?? '')) return true;
  return fieldsOf(parseJson(text)).some(
    ([name, value]) =>
      ['linkUrl', 'redirect'].includes(name) &&
      typeof value === 'string' &&
      URL.canParse(value) &&
      new URL(value).origin !== own,
  );
}

/** The attributes that cookies lack. What scripts must read against forgery is no secret from them. */
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

/** Whether an answer allows an origin that is nobody's, or all of them, with cookies. */
function isOpenWithCredentials(exchange: Exchange): boolean {
  const allowed = allowedOrigin(exchange);
  if (allowed === 'null' || allowed === foreignOrigin) return true;
  return allowed === '*' && exchange.answer.headers.get('Access-Control-Allow-Credentials') === 'true';
}

const corsOf = (where: string, exchanges: readonly Exchange[]): string => {
  const allowed = exchanges
    .filter((each) => isOpenWithCredentials(each) && where.includes(nameOf(each)))
    .map(allowedOrigin);
  return allowed.includes('*')
    ? 'Access-Control-Allow-Origin is * beside Access-Control-Allow-Credentials'
    : 'Access-Control-Allow-Origin repeats whatever Origin says';
};

const isPrivateAndOpen = (exchange: Exchange): boolean =>
  allowedOrigin(exchange) === '*' && tokenIn(exchange.answer) !== undefined;

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

/** The claims of a token in a body, as text. */
function claimsOf(text: string): string {
  const [token] = fieldsOf(parseJson(text)).flatMap(([name, value]) =>
    name === 'accessToken' && typeof value === 'string' ? [value] : [],
  );
  return JSON.stringify(readToken(token ?? '')?.claims ?? '');
}

/** Every field of a value, however deep. */
function fieldsOf(value: unknown): [name: string, value: unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]): [string, unknown][] => [
    [name, field],
    ...fieldsOf(field),
  ]);
}
