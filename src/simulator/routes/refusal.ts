/** A request Codat turns down, thrown where that is noticed and answered in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  /** Codat's error body (`ErrorMessage` in its OpenAPI). `canBeRetried` is text, and says so little, there too. */
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

/** The answer to a body that is not what the endpoint takes. */
export const invalid = (why: string): Refusal =>
  new Refusal(400, `Error processing request - not valid. ${why}`);
