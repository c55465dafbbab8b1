import type { Fetch } from '../../src/api/fetch-json.js';

/** A fake `fetch`: responds with these responses one after the other, the last again and again, and keeps the requests. */
export class FakeNetwork {
  readonly requests: Request[] = [];
  readonly #answers: readonly (() => Response | Promise<Response>)[];

  constructor(...answers: (() => Response | Promise<Response>)[]) {
    this.#answers = answers;
  }

  readonly fetch: Fetch = async (request) => {
    const answer = this.#answers[Math.min(this.requests.length, this.#answers.length - 1)];
    this.requests.push(request);
    if (!answer) throw new TypeError('fetch failed');
    return answer();
  };
}

/** A network that is not there, as `fetch` puts it. */
export const offline = (): never => {
  throw new TypeError('fetch failed');
};

/** A page some machine in between answers with. */
export const html = (status = 502): Response =>
  new Response('<!doctype html><h1>Bad gateway</h1>', { status, headers: { 'Content-Type': 'text/html' } });

/** The `CodatError` facts a caller can act on, or the value there was instead. */
export async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof Error && 'kind' in thrown) return thrown.kind;
    return thrown;
  }
}
