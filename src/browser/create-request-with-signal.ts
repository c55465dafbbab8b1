/**
 * A request with a signal. In a unit test the DOM's `AbortSignal` may not be accepted by Node's `Request`: then the
 * request has no signal, and the caller drops the answer after an abort.
 */
export function createRequestWithSignal(input: string | Request, { signal, ...init }: RequestInit): Request {
  try {
    return new Request(input, { ...init, ...(signal && { signal }) });
  } catch {
    return new Request(input, init);
  }
}
