/**
 * The kind of an error. Kinds are distinguished by their remedy.
 *
 * - `token`: the host's token endpoint failed
 * - `signed-out`: the token endpoint answered 401 or 403, or redirected, or the session ended
 * - `refused`: 401 twice, 402, 403, or the page has switched company · `missing`: 404 · `rejected`: 400 and other 4xx
 * - `outdated`: 410: the gateway serves other versions of the page
 * - `busy`: 429 · `unavailable`: 408, 5xx · `slow`: no answer within thirty seconds
 * - `offline`: the device has no network · `unreachable`: it seems to have one, but the request failed
 * - `unreadable`: the answer could not be parsed
 * - `declined`: the platform reported an error (redirect status 500) · `unsupported`: it can't be connected here (501)
 */
export type ErrorKind =
  | 'token'
  | 'signed-out'
  | 'refused'
  | 'missing'
  | 'outdated'
  | 'rejected'
  | 'busy'
  | 'unavailable'
  | 'slow'
  | 'offline'
  | 'unreachable'
  | 'unreadable'
  | 'declined'
  | 'unsupported';

interface CodatErrorOptions {
  readonly status?: number | undefined;
  readonly correlationId?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

const retryableKinds: ReadonlySet<ErrorKind> = new Set([
  'busy',
  'unavailable',
  'slow',
  'offline',
  'unreachable',
]);

const kindOfStatus: Readonly<Record<number, ErrorKind>> = {
  401: 'refused',
  402: 'refused',
  403: 'refused',
  404: 'missing',
  410: 'outdated',
  408: 'unavailable',
  429: 'busy',
};

/** The error that this library throws, and dispatches with `codat-failed`. */
export class CodatError extends Error {
  override readonly name = 'CodatError';
  readonly kind: ErrorKind;
  /** The HTTP status of the response; undefined if there was none. */
  readonly status: number | undefined;
  /** Codat's id of the request, to quote to its support. */
  readonly correlationId: string | undefined;
  /** Seconds to wait before the next request, from the header `Retry-After`; a day at most. */
  readonly retryAfter: number | undefined;

  constructor(
    kind: ErrorKind,
    message: string,
    { status, correlationId, retryAfter, cause }: CodatErrorOptions = {},
  ) {
    super(message, { cause });
    this.kind = kind;
    this.status = status;
    this.correlationId = correlationId;
    this.retryAfter = retryAfter;
  }

  /** The error of a response that isn't ok, by its HTTP status. The body's text is never shown. */
  static fromResponse({ status, headers }: Response, correlationId?: string): CodatError {
    const kind = kindOfStatus[status] ?? (status >= 500 ? 'unavailable' : 'rejected');
    const retryAfter = Math.min(Number(headers.get('Retry-After')), 86_400) || undefined;
    return new CodatError(kind, `Status ${status}.`, { status, correlationId, retryAfter });
  }

  /**
   * A `CodatError` as it is; anything else wrapped, as `unreadable` by default. It is recognized by its name, since a page
   * may have two copies of this package: elements from the script tag, and a session from npm.
   */
  static from(thrown: unknown, kind: ErrorKind = 'unreadable'): CodatError {
    return (thrown as Error | undefined)?.name === 'CodatError'
      ? (thrown as CodatError)
      : new CodatError(kind, 'Something was thrown.', { cause: thrown });
  }

  /** Whether the same request may succeed later without a change. */
  get retryable(): boolean {
    return retryableKinds.has(this.kind);
  }
}
