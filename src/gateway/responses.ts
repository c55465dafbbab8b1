interface AnswerInit {
  status?: number;
  headers?: Record<string, string>;
}

/** A JSON answer that nobody keeps, unless `headers` say otherwise. */
export function jsonResponse(body: unknown, { status = 200, headers = {} }: AnswerInit = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });
}

/** Sends a person on, telling the next page nothing of this one, and keeps no trace of where they went. */
export function seeOther(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  });
}
