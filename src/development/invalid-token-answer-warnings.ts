import type { CodatError } from '../api/errors.js';
import type { CodatElement } from '../components/codat-element.js';
import { activeSessionOf } from './active-session-of.js';
import type { DevWarning } from './dev-warning.js';

/** Warns when the token endpoint or the host's `getToken` returned something that is no token, or threw: the page only says that loading failed. */
export function findInvalidTokenAnswerWarnings(element: CodatElement): DevWarning[] {
  const resource = activeSessionOf(element)?.connections.resource;
  const message = resource?.is === 'failed' ? describeFailure(element, resource.error) : undefined;
  return message === undefined ? [] : [{ topic: 'no-token', message }];
}

function describeFailure(
  { localName, session, tokenEndpoint }: CodatElement,
  error: CodatError,
): string | undefined {
  // If a token endpoint can't be reached, the browser itself logs why.
  if (session && error.kind === 'unreachable')
    return `The requests of the session of <${localName}> fail with ${String(error.cause)}. It comes from getToken or from fetch.`;
  const source = session ? 'token endpoint or getToken of the session' : `token endpoint ${tokenEndpoint}`;
  const answered = describeAnswer(error);
  return answered && `The ${source} of <${localName}> answered with ${answered}.`;
}

/** Undefined for an error that has another reason, and for a 401 or a 403, by which the host says that nobody is signed in. */
function describeAnswer(error: CodatError): string | undefined {
  const { kind, status } = error;
  if (kind === 'signed-out' && (status === 0 || String(status).startsWith('3')))
    return 'a redirect, most likely to a page to sign in on, so the person counts as signed out';
  if (kind !== 'token') return undefined;
  if (status !== undefined) return `the status ${status}, where a token comes with 200`;
  return isSyntaxError(error)
    ? 'no JSON, most likely a page in HTML'
    : 'an empty body, or JSON without `companyId`, `accessToken` and `expiresIn` as they have to be, or with an `apiBase` or `events` that is no URL';
}

/** Whether a JSON parser threw the error, or one that caused it. */
const isSyntaxError = ({ name, cause }: Error): boolean =>
  name === 'SyntaxError' || (cause instanceof Error && isSyntaxError(cause));
