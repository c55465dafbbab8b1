/** An error response of Codat's API. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  /** Codat's error body (`ErrorMessage` in its OpenAPI), in which `canBeRetried` is text, not a boolean. */
  toResponse(headers?: HeadersInit): Response {
    const body = {
      statusCode: this.status,
      service: 'PublicApi',
      error: this.message,
      correlationId: crypto.randomUUID().replaceAll('-', ''),
      canBeRetried: 'Unknown',
      detailedErrorCode: 0,
    };
    return Response.json(body, { status: this.status, ...(headers && { headers }) });
  }
}

/** The 400 for a body that the endpoint does not accept. */
export const createInvalidRequestError = (reason: string): ApiError =>
  new ApiError(400, `Error processing request - not valid. ${reason}`);
