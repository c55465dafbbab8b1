interface JsonResponseInit {
  status?: number;
  headers?: Record<string, string>;
}

/** A JSON response, not cached unless `headers` say otherwise. */
export const jsonResponse = (body: unknown, init?: JsonResponseInit): Response =>
  jsonTextResponse(JSON.stringify(body), init);

/** A JSON response whose body is serialized already. */
export function jsonTextResponse(
  json: string,
  { status = 200, headers = {} }: JsonResponseInit = {},
): Response {
  return new Response(json, {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });
}

/** A 303 redirect that is not cached and sends no referrer to the next page. */
export function seeOther(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  });
}
