/**
 * What went wrong, told apart by what can be done about it.
 *
 * - `token`: the host's token endpoint failed · `signed-out`: it said 401 or 403, or redirected
 * - `refused`: 401 twice, 402, 403 · `missing`: 404 · `rejected`: 400 and other 4xx
 * - `busy`: 429 · `unavailable`: 408, 5xx · `slow`: thirty seconds passed
 * - `offline`: the device has no network · `unreachable`: it has one, and no answer came
 * - `unreadable`: the answer has another shape
 * - `declined`: the platform reported an error (redirect status 500) · `unsupported`: it can't be connected here (501)
 */
export type ErrorKind =
  | 'token'
  | 'signed-out'
  | 'refused'
  | 'missing'
  | 'rejected'
  | 'busy'
  | 'unavailable'
  | 'slow'
  | 'offline'
  | 'unreachable'
  | 'unreadable'
  | 'declined'
  | 'unsupported';

interface ErrorFacts {
  readonly status?: number | undefined;
  readonly correlationId?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

const passing: ReadonlySet<ErrorKind> = new Set(['busy', 'unavailable', 'slow', 'offline', 'unreachable']);

const kinds: Readonly<Record<number, ErrorKind>> = {
  401: 'refused',
  402: 'refused',
  403: 'refused',
  404: 'missing',
  408: 'unavailable',
  429: 'busy',
};

/** The one error this library throws, keeps and dispatches. */
export class CodatError extends Error {
  override readonly name = 'CodatError';
  readonly kind: ErrorKind;
  readonly status: number | undefined;
  /** Quote this to Codat's support. */
  readonly correlationId: string | undefined;
  /** Seconds the gateway asks to be left alone for; a day at most. */
  readonly retryAfter: number | undefined;

  constructor(
    kind: ErrorKind,
    message: string,
    { status, correlationId, retryAfter, cause }: ErrorFacts = {},
  ) {
    super(message, { cause });
    this.kind = kind;
    this.status = status;
    this.correlationId = correlationId;
    this.retryAfter = retryAfter;
  }

  /** An answer that isn't a success, told apart by its HTTP status; what its body says is never shown. */
  static answered({ status, headers }: Response, correlationId?: string): CodatError {
    const kind = kinds[status] ?? (status >= 500 ? 'unavailable' : 'rejected');
    const retryAfter = Math.min(Number(headers.get('Retry-After')), 86_400) || undefined;
    return new CodatError(kind, `Status ${status}.`, { status, correlationId, retryAfter });
  }

  /** Whatever was thrown, as ours. */
  static from(thrown: unknown): CodatError {
    return thrown instanceof CodatError
      ? thrown
      : new CodatError('unreadable', 'Something was thrown.', { cause: thrown });
  }

  /** Whether the same request may succeed later without anyone changing anything. */
  get retryable(): boolean {
    return passing.has(this.kind);
  }
}
