import { parseJson } from '../../../gateway/parse-json.js';
import { createFault, createUnsafeFault } from '../findings.js';
import { decodeToken } from '../json-web-token.js';
import { createFaultIfAnyMatch } from '../exchanges.js';
import type { Exchange } from '../prober.js';
import type { CheckContext } from '../check-context.js';

/** Checks that no answer of the run has a secret, a stack trace or a one-time link. */
export function checkSecrets({ findings, prober, settings }: CheckContext): void {
  const { exchanges } = prober;
  const { apiKey } = settings;
  const ownOrigin = new URL(settings.gateway ?? settings.tokenEndpoint).origin;

  findings.add('no secret', `None of ${exchanges.length} answers has one.`, [
    ...createFaultIfAnyMatch(
      exchanges,
      (each) => apiKey !== undefined && holdsKey(each, apiKey),
      (where) =>
        createUnsafeFault(
          `Codat’s API key is in the answer of ${where}.`,
          'Make another key in the Portal at once, and keep keys in the server’s own requests to Codat.',
        ),
    ),
    ...createFaultIfAnyMatch(
      exchanges,
      (each) => !(apiKey !== undefined && holdsKey(each, apiKey)) && holdsSecret(each),
      (where) =>
        createUnsafeFault(
          `The answer of ${where} has what looks like a secret: an API key, an Authorization header or a webhook secret.`,
          'Answer with the fields of openapi.yaml alone, never with a request, its settings or an error object.',
        ),
    ),
    ...createFaultIfAnyMatch(exchanges, holdsStack, (where) =>
      createFault(
        `The answer of ${where} has a stack trace.`,
        'Turn off debug pages, and answer failures with a sentence of your own.',
      ),
    ),
  ]);
  findings.add('no one-time link', 'No answer has a one-time link of Codat’s.', [
    ...createFaultIfAnyMatch(
      exchanges,
      (each) => holdsLink(each, ownOrigin),
      (where) =>
        createUnsafeFault(
          `The answer of ${where} has a sign-in link that is not the gateway’s.`,
          'Replace Codat’s linkUrl and redirect by a URL of your own, which reads Codat’s link when a person opens it.',
        ),
    ),
  ]);
}

function holdsKey({ answer }: Exchange, apiKey: string): boolean {
  const forms = [apiKey, btoa(String.fromCharCode(...new TextEncoder().encode(apiKey)))];
  const texts = [answer.text, claimsOf(answer.text), ...answer.headers.values()];
  return texts.some((text) => forms.some((form) => text.includes(form)));
}

const secretHeaders = ['Authorization', 'Proxy-Authorization', 'X-Api-Key', 'Api-Key'];
/** Names of fields, in lower case and without `_` and `-`. */
const secretFields =
  /^(?:x?(?:codat)?apikey|codatkey|(?:proxy|basic)?auth(?:orization)?(?:header)?|(?:client|webhook|signing)secrets?|signingkeys?|secret|password)$/;
/** A Basic authentication header, or a secret of Codat's webhooks. */
const secretTexts = /\bBasic +[A-Za-z0-9+/_-]{12,}={0,2}|whsec_[A-Za-z0-9+/=]{16,}/;

function holdsSecret({ answer: { headers, text } }: Exchange): boolean {
  if (secretHeaders.some((name) => headers.has(name))) return true;
  if ([...headers.values()].some((value) => secretTexts.test(value))) return true;
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

/** The parameter of Codat's links that opens them once. */
const oneTime = /[?&](?:amp;)?otp=\w/i;

function holdsLink({ answer: { text, headers }, url }: Exchange, ownOrigin: string): boolean {
  const isSignIn = /\/(?:link|share)\//.test(new URL(url).pathname);
  const seen = [
    text,
    ...Array.from(headers, ([name, value]) => (isSignIn && name === 'location' ? '' : value)),
  ];
  if (seen.some((each) => linkHost.test(each) || oneTime.test(each))) return true;
  return fieldsOf(parseJson(text)).some(
    ([name, value]) =>
      ['linkUrl', 'redirect'].includes(name) &&
      typeof value === 'string' &&
      URL.canParse(value) &&
      new URL(value).origin !== ownOrigin,
  );
}

/** The claims of a token in a body, as text. */
function claimsOf(text: string): string {
  const [token] = fieldsOf(parseJson(text)).flatMap(([name, value]) =>
    name === 'accessToken' && typeof value === 'string' ? [value] : [],
  );
  return JSON.stringify(decodeToken(token ?? '')?.claims ?? '');
}

/** Every field of a value, however deep; without recursion, since deep nesting could overflow the stack. */
function fieldsOf(value: unknown): [name: string, value: unknown][] {
  const found: [name: string, value: unknown][] = [];
  for (let open = [value]; open.length > 0;) {
    const fields = open.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.entries(each) as [string, unknown][]) : [],
    );
    for (const field of fields) found.push(field);
    open = fields.map(([, field]) => field);
  }
  return found;
}
