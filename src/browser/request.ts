/**
 * A request that its signal can abort. Where a unit test's DOM brings an `AbortSignal` that the `Request` of its Node
 * refuses, the request goes without: whoever aborted it drops the answer anyway.
 */
export function requestTo(input: string | Request, { signal, ...init }: RequestInit): Request {
  try {
    return new Request(input, { ...init, ...(signal && { signal }) });
  } catch {
    return new Request(input, init);
  }
}
