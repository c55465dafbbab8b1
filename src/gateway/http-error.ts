import { jsonResponse } from './responses.js';
import {
  toErrorDetailsWithoutMessage,
  type GatewayEvent,
  type HostCallbackName,
} from './telemetry/gateway-event.js';

interface HttpErrorInit {
  /** Seconds to wait before the same request may succeed. */
  retryAfter?: number | undefined;
  /** Codat's id of the failure, for its support. */
  correlationId?: string | undefined;
  /** Whether the change may have been made in spite of the failure, or may still be. */
  mayBeDone?: boolean;
  /** The original error; never sent. */
  cause?: unknown;
}

/**
 * An error response. `message` is our own text, safe to send and to log. Codat's error text is not kept, nor is the
 * request, which carries the API key.
 */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  /** The HTTP status of the response. */
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly correlationId: string | undefined;
  readonly mayBeDone: boolean;

  constructor(
    status: number,
    message: string,
    { retryAfter, correlationId, mayBeDone = false, cause }: HttpErrorInit = {},
  ) {
    super(message, { cause });
    this.status = status;
    this.retryAfter = retryAfter;
    this.correlationId = correlationId;
    this.mayBeDone = mayBeDone;
  }

  /** The headers of the response. */
  get headers(): Record<string, string> {
    return {
      ...(this.status === 401 && { 'WWW-Authenticate': 'Bearer' }),
      ...(this.retryAfter !== undefined && { 'Retry-After': String(this.retryAfter) }),
    };
  }

  /** The response as JSON: Codat's own `ErrorMessage`, which Codat's clients can read. */
  toResponse(): Response {
    const { status, message, correlationId, headers } = this;
    return jsonResponse(
      {
        statusCode: status,
        service: 'connect-elements',
        error: message,
        correlationId,
        canBeRetried: retryableStatuses.has(status) ? 'True' : 'False',
        detailedErrorCode: 0,
      },
      { status, headers },
    );
  }
}

const retryableStatuses = new Set([408, 429, 503]);

/** A function among the host's settings failed; `cause` is the thrown value. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';
  readonly setting: HostCallbackName;
  /** Whether a later attempt may succeed, as when the host's own sign-in is down; false for a malformed return value. */
  readonly mayPass: boolean;

  constructor(setting: HostCallbackName, cause: unknown, { mayPass = true } = {}) {
    super(`The host’s ${setting} failed.`, { cause });
    this.setting = setting;
    this.mayPass = mayPass;
  }
}

/** Emits a `trouble` event for an unexpected error, whether the host's code or ours threw it. */
export function emitUnexpectedError(thrown: unknown, emit: (event: GatewayEvent) => void): void {
  emit(
    thrown instanceof HostFailure
      ? {
          type: 'trouble',
          with: 'host',
          setting: thrown.setting,
          ...toErrorDetailsWithoutMessage(thrown.cause),
        }
      : { type: 'trouble', with: 'gateway', ...toErrorDetailsWithoutMessage(thrown) },
  );
}

/** Converts anything thrown to an {@link HttpError}. An unexpected error is also reported to the host. */
export function convertAndReportUnexpectedError(
  thrown: unknown,
  emit: (event: GatewayEvent) => void,
): HttpError {
  if (thrown instanceof HttpError) return thrown;
  emitUnexpectedError(thrown, emit);
  if (thrown instanceof HostFailure && thrown.mayPass) {
    return new HttpError(503, 'The lender’s server can’t do this just now. Try again in a moment.', {
      retryAfter: 5,
    });
  }
  return new HttpError(500, 'Something went wrong at the lender’s server.');
}

/** A 404, the same for a resource that doesn't exist and for one of another company, so that it reveals neither. */
export const createNotFoundError = (): HttpError => new HttpError(404, 'There is nothing here by that name.');

/** A 404 for the host's engineer: most often a router or a proxy has removed the path of `baseUrl`. */
export const createOutsideMountError = (prefix: string): HttpError =>
  new HttpError(
    404,
    `The gateway answers below ${prefix}/ alone. Neither a router nor a proxy may remove that path of its baseUrl.`,
  );
