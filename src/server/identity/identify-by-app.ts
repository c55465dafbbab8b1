import * as z from 'zod/mini';
import { tryReadBytesWithinLimit } from '../../gateway/codat/try-read-bytes-within-limit.js';
import { parseJson } from '../../gateway/parse-json.js';
import type { IdentifyByAppSettings } from '../server-settings.js';
import { CircuitBreaker } from './circuit-breaker.js';
import type { IdentifyCompany, CompanyIdOrReference } from './identify.js';
import { QueuedSingleFlight } from './queued-single-flight.js';

/** A number is allowed, since many apps number their customers; not 0, which many use for a visitor who isn't signed in. */
const reference = z.pipe(
  z.union([z.string(), z.int().check(z.positive())]),
  z.transform((value) => String(value)),
);

const answer = z.union([z.strictObject({ companyId: z.string() }), z.strictObject({ reference })]);

/** The statuses that an app, or a proxy in front of it, answers to everyone while the app is down. */
const awayStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

/** Whether a status shows that the app is well. A 500 or a 429 proves nothing: a single visitor can cause it, and so can a failing app. */
const isSound = ({ status }: AppAnswer): boolean => status < 500 && status !== 429;

/** Several times the length of any valid answer. */
const maxBytes = 4096;

interface AppAnswer {
  readonly status: number;
  readonly body: string;
}

interface AskDeps {
  readonly fetch: (request: Request) => Promise<Response>;
  /** A monotonic clock in milliseconds. */
  readonly elapsed: () => number;
}

/**
 * Asks the lender's app whose company a request is for, with the listed headers and no others. It answers
 * `{ "companyId": … }`, `{ "reference": … }` or 401. Any other answer rejects.
 */
export function createIdentifyCompanyByApp(
  { url, forward, timeoutMs }: IdentifyByAppSettings,
  { fetch, elapsed }: AskDeps,
): IdentifyCompany {
  const breaker = new CircuitBreaker<AppAnswer>(elapsed, isSound);
  const questions = new QueuedSingleFlight<CompanyIdOrReference>();

  const ask = async (headers: readonly [string, string][]): Promise<CompanyIdOrReference> => {
    const response = await breaker.run(() => send(headers));
    if (response.status === 401) return null;
    if (response.status !== 200) throw wrongAnswer(`STATUS_${response.status}`);
    const read = answer.safeParse(parseJson(response.body));
    if (!read.success) throw wrongAnswer('NOT_AN_IDENTITY');
    return read.data;
  };

  /** The app's answer. Rejects if the app can't be reached, is too slow or is down; the circuit breaker counts these failures. */
  const send = async (headers: readonly [string, string][]): Promise<AppAnswer> => {
    const request = new Request(url, {
      headers: [...headers, ['Accept', 'application/json']],
      // The login page that a redirect leads to would answer anyone with 200.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const response = await fetch(request);
    const bytes = await tryReadBytesWithinLimit(response, maxBytes);
    if (awayStatuses.has(response.status)) throw wrongAnswer(`STATUS_${response.status}`);
    return { status: response.status, body: new TextDecoder().decode(bytes) };
  };

  return async ({ headers }) => {
    const passedOn = forward.flatMap((name): [string, string][] => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    // Without any of these headers nobody is signed in, whatever the app would answer.
    if (passedOn.length === 0) return null;
    return questions.run(JSON.stringify(passedOn), () => ask(passedOn));
  };
}

/** The gateway's events report `code`, but not the message. */
const wrongAnswer = (code: string): Error =>
  Object.assign(new Error('The lender’s app did not say whose company it is.'), { code });
