import { jsonResponse } from './responses.js';
import { describeError, type GatewayEvent, type HostSetting } from './telemetry/gateway-event.js';

interface ProblemInit {
  /** Seconds to wait before the same request may succeed. */
  retryAfter?: number | undefined;
  /** Codat's name for what happened, to quote to its support. */
  correlationId?: string | undefined;
  /** Whether it may have been done all the same, or still be. */
  mayBeDone?: boolean;
  /** What was thrown; never sent. */
  cause?: unknown;
}

/**
 * Why a request could not be answered, in our own words: `message` is safe to send and to log. What Codat
 * said is not kept, nor is the request, which carried the API key.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** The HTTP status to answer with. */
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly correlationId: string | undefined;
  readonly mayBeDone: boolean;

  constructor(
    status: number,
    message: string,
    { retryAfter, correlationId, mayBeDone = false, cause }: ProblemInit = {},
  ) {
    super(message, { cause });
    this.status = status;
    this.retryAfter = retryAfter;
    this.correlationId = correlationId;
    this.mayBeDone = mayBeDone;
  }

  /** The headers that go with the status. */
  get headers(): Record<string, string> {
    return {
      ...(this.status === 401 && { 'WWW-Authenticate': 'Bearer' }),
      ...(this.retryAfter !== undefined && { 'Retry-After': String(this.retryAfter) }),
    };
  }

  /** The answer a program gets: Codat's own `ErrorMessage`, so that Codat's clients read it too. */
  toResponse(): Response {
    const { status, message, correlationId, headers } = this;
    return jsonResponse(
      {
        statusCode: status,
        service: 'connect-elements',
        error: message,
        correlationId,
        canBeRetried: passing.has(status) ? 'True' : 'False',
        detailedErrorCode: 0,
      },
      { status, headers },
    );
  }
}

const passing = new Set([408, 429, 503]);

/** A function among the host's settings failed; `cause` is what it threw. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';
  readonly setting: HostSetting;
  /** Whether it may pass, as when the host's own sign-in is away; not where it answered what makes no sense. */
  readonly mayPass: boolean;

  constructor(setting: HostSetting, cause: unknown, { mayPass = true } = {}) {
    super(`The host’s ${setting} failed.`, { cause });
    this.setting = setting;
    this.mayPass = mayPass;
  }
}

/** Tells the host of what it, or we, have to mend. */
export function report(thrown: unknown, emit: (event: GatewayEvent) => void): void {
  emit(
    thrown instanceof HostFailure
      ? { type: 'trouble', with: 'host', setting: thrown.setting, ...describeError(thrown.cause) }
      : { type: 'trouble', with: 'gateway', ...describeError(thrown) },
  );
}

/** What to answer to anything thrown. What is not a problem already is ours or the host's to mend. */
export function toProblem(thrown: unknown, emit: (event: GatewayEvent) => void): Problem {
  if (thrown instanceof Problem) return thrown;
  report(thrown, emit);
  if (thrown instanceof HostFailure && thrown.mayPass) {
    return new Problem(503, 'The lender’s server can’t do this just now. Try again in a moment.', {
      retryAfter: 5,
    });
  }
  return new Problem(500, 'Something went wrong at the lender’s server.');
}

/** Says the same, whether the thing never was or belongs to another company. */
export const notFound = (): Problem => new Problem(404, 'There is nothing here by that name.');
