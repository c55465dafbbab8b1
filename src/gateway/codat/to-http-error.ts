import { isHTTPError } from 'ky';
import * as z from 'zod/mini';
import { readCappedRetryAfterSeconds } from '../limits/retry-after.js';
import { HttpError } from '../http-error.js';

const busyMessage = 'Codat is limiting requests. Try again later.';
const downMessage = 'Codat can’t be reached just now. Try again later.';
const refusedMessage = 'Codat refused this request, or sent it elsewhere.';
const lockedMessage = 'The lender’s own access to Codat needs attention.';

/** Codat's status → our status and message. A refused API key becomes a 502, since the page can't change it. */
const problems: Record<number, readonly [status: number, message: string]> = {
  400: [400, 'Codat could not make sense of this request.'],
  401: [502, lockedMessage],
  402: [502, lockedMessage],
  403: [502, lockedMessage],
  404: [404, 'There is nothing here by that name.'],
  408: [503, downMessage],
  409: [409, 'This is not possible just now. Try again later.'],
  429: [429, busyMessage],
};

const errorBody = z.object({ correlationId: z.string().check(z.regex(/^[\w.:-]{1,100}$/)) });

/**
 * Turns what a call to Codat threw into an {@link HttpError} with our own message. `wasSent`: whether a change was sent,
 * which Codat may have made although the call failed. `now` in milliseconds since 1970.
 */
export function toHttpError(thrown: unknown, wasSent: boolean, now: number): HttpError {
  if (thrown instanceof HttpError) return thrown;
  if (!isHTTPError(thrown)) return new HttpError(503, downMessage, { retryAfter: 5, mayBeDone: wasSent });
  const { response, data } = thrown;
  const [status, message] =
    problems[response.status] ?? (response.status >= 500 ? [503, downMessage] : [502, refusedMessage]);
  const wait = readCappedRetryAfterSeconds(response.headers, now) ?? (status === 429 ? 30 : 5);
  return new HttpError(status, message, {
    retryAfter: status === 429 || status === 503 ? wait : undefined,
    correlationId: errorBody.safeParse(data).data?.correlationId,
    // A proxy sends these, and Codat may have made the change.
    mayBeDone: wasSent && (response.status === 502 || response.status === 504),
  });
}
