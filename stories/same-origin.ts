interface Server {
  readonly origin: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** Shows the pages of another origin below an address of this one, since a static Storybook has no second origin. */
export class SameOrigin {
  readonly #server: Server;
  readonly #below: string;

  constructor(server: Server, below: string) {
    this.#server = server;
    this.#below = below;
  }

  /** Answers a request below the address as the other origin would. */
  async fetch(request: Request): Promise<Response> {
    const { origin, fetch } = this.#server;
    const { method, headers, url } = request;
    const body = method === 'GET' ? null : await request.arrayBuffer();
    const response = await fetch(new Request(url.replace(this.#below, origin), { method, headers, body }));
    if (!response.headers.get('Content-Type')?.startsWith('text/html')) return this.lead(response);
    const root = new URL(this.#below).pathname;
    const html = (await response.text()).replace(/ (action|href|src)="\//g, ` $1="${root}/`);
    return new Response(html, response);
  }

  /** A redirect to the other origin leads below the address instead. */
  lead(response: Response): Response {
    const location = response.headers.get('Location');
    if (!location) return response;
    const led = new Response(null, response);
    led.headers.set('Location', location.replace(this.#server.origin, this.#below));
    return led;
  }
}
