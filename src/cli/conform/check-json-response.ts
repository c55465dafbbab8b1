import type * as z from 'zod/mini';
import { parseJson } from '../../gateway/parse-json.js';
import type { BufferedResponse } from '../request.js';
import { createFault, specificationUrls, type MaybeFault } from './findings.js';

/** The expected answer. */
interface Expected<Body extends z.ZodMiniType> {
  readonly status?: number;
  readonly body: Body;
  /** Whether the answer must be `no-store`; true by default. */
  readonly noStore?: boolean;
}

/** The faults of an answer that is to be JSON, and its body if it has the right shape. */
interface JsonCheckResult<Body> {
  readonly faults: readonly MaybeFault[];
  readonly body: Body | undefined;
}

const maxIssues = 4;

/** Compares an answer with the contract. `what` names it at the beginning of a sentence. */
export function checkJsonResponse<Body extends z.ZodMiniType>(
  what: string,
  answer: BufferedResponse | undefined,
  { status = 200, body, noStore = true }: Expected<Body>,
): JsonCheckResult<z.output<Body>> {
  const refusal = findStatusFault(what, answer, status);
  if (!answer || refusal) return { faults: [refusal], body: undefined };
  const value = parseJson(answer.text);
  const type = findContentTypeFault(what, answer, value !== undefined);
  if (value === undefined) {
    const unreadable = createFault(
      `${what} is no JSON.`,
      'Answer with the JSON of openapi.yaml alone.',
      specificationUrls.contentType,
    );
    return { faults: [type ?? unreadable], body: undefined };
  }
  const caching = noStore && findCachingFault(what, answer);
  const parsed = body.safeParse(value);
  return {
    faults: [type, parsed.success ? undefined : findShapeFault(what, value, parsed.error.issues), caching],
    body: parsed.data,
  };
}

/** A fault if the answer has another status, or if there is no answer. */
function findStatusFault(what: string, answer: BufferedResponse | undefined, status: number): MaybeFault {
  if (!answer)
    return createFault(
      `${what} did not come in time.`,
      'See that the server answers, and how long it takes.',
    );
  if (answer.status === status) return undefined;
  if (answer.status >= 300 && answer.status < 400) {
    return createFault(
      `${what} is a redirect (${answer.status}) to ${readLocationWithoutQuery(answer)}.`,
      'Answer at this very address: pages follow no redirect here. Keep sign-in redirects and trailing slashes off this path.',
    );
  }
  return createFault(
    `${what} has status ${answer.status}, where ${status} is expected.`,
    cureOf(answer.status),
  );
}

/** Where a redirect leads, without a query, which may hold a secret. */
export const readLocationWithoutQuery = ({ headers }: BufferedResponse): string =>
  (headers.get('Location') ?? 'nowhere').replace(/[?#].*$/s, '');

function cureOf(status: number): string {
  if (status === 401 || status === 403)
    return 'Let the person of --cookie or --header in: see that they are signed in, and pass their headers on to the code that answers.';
  if (status === 404) return 'Answer at this path, under the address that was given.';
  if (status === 429) return 'Let pages ask this often, or wait and run this again.';
  if (status >= 500) return 'See the server’s log for what failed.';
  return 'Answer with the status that openapi.yaml names.';
}

function findContentTypeFault(
  what: string,
  { headers, text }: BufferedResponse,
  isJson: boolean,
): MaybeFault {
  const type = headers.get('Content-Type');
  if (type !== null && /^application\/json\s*(?:;|$)/i.test(type)) return undefined;
  const isHtml = /html/i.test(type ?? '') || (!isJson && isHtmlText(text));
  const says =
    isHtml && !isJson
      ? `${what} is a page of HTML.`
      : `${what} has the type ${type ?? 'of nothing: it has no Content-Type'}.`;
  const cure =
    isHtml && !isJson
      ? 'Answer with JSON: no sign-in page, no error page and no single-page app may take this path.'
      : 'Set Content-Type: application/json.';
  return createFault(says, cure, specificationUrls.contentType);
}

/** A fault unless the answer is `no-store`. */
export function findCachingFault(what: string, { headers }: BufferedResponse): MaybeFault {
  const control = headers.get('Cache-Control');
  if (/(?:^|[\s,])no-store(?:[\s,;]|$)/i.test(control ?? '')) return undefined;
  return createFault(
    `${what} may be stored: ${control === null ? 'it has no Cache-Control' : `its Cache-Control is ${control}`}.`,
    'Set Cache-Control: no-store, so that no browser or proxy gives it to anyone else, or later.',
    specificationUrls.caching,
  );
}

function findShapeFault(what: string, value: unknown, issues: readonly z.core.$ZodIssue[]): MaybeFault {
  if (isFailure(value)) {
    return createFault(
      `${what} has status 200 and an error in its body.`,
      'Give failures a status of their own: 401 for nobody signed in, 4xx for the client’s mistakes, 5xx for the server’s.',
    );
  }
  const named = issues.slice(0, maxIssues).map((issue) => describeIssue(value, issue));
  if (issues.length > maxIssues) named.push(`and ${issues.length - maxIssues} more`);
  return createFault(
    `${what} has another shape: ${named.join('; ')}.`,
    'Answer with the shape that openapi.yaml names.',
  );
}

/** Whether an answer gives access: it is a success, and not an error or an HTML page with a status of success. */
export const answerGivesAccess = (answer: BufferedResponse | undefined): boolean =>
  answer !== undefined &&
  answer.status < 300 &&
  !isHtmlText(answer.text) &&
  !isFailure(parseJson(answer.text));

const isHtmlText = (text: string): boolean => /^\s*<(?:!doctype|html)/i.test(text);

/** Whether a body says that something failed. */
const isFailure = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['error', 'errors', 'message', 'statusCode', 'fault', 'detail'].some((name) => name in value);

/** Names the field and what is wrong with it. The value may be a secret, so it is not repeated. */
function describeIssue(value: unknown, issue: z.core.$ZodIssue): string {
  const found = issue.path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
  const field = issue.path.join('.') || 'the body';
  if (found === undefined) return `${field} is missing`;
  if (issue.code === 'invalid_type') return `${field} is no ${issue.expected}`;
  if (issue.code === 'invalid_value') return `${field} is none of ${issue.values.join(', ')}`;
  return `${field} is not what it should be`;
}
