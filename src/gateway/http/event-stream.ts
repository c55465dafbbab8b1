const encoder = new TextEncoder();

/** So many messages may wait for a page to read them; one that is further behind has gone, or will read everything anyway. */
const mostUnread = 100;

/** An answer that goes on: server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export class EventStream {
  readonly #over = new AbortController();
  readonly #body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor() {
    this.#body = new ReadableStream({
      start: (controller) => {
        this.#controller = controller;
      },
      cancel: () => this.#over.abort(),
    });
  }

  /** Aborted when the page went away, or the stream was ended. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  send(event: string, data: unknown): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Says nothing to the page, but shows both ends and all between that the other is there. */
  remark(text: string): void {
    this.#write(`: ${text}\n\n`);
  }

  end(): void {
    if (this.over.aborted) return;
    this.#controller?.close();
    this.#over.abort();
  }

  toResponse(): Response {
    return new Response(this.#body, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        // What compresses on the way would hold messages back until it has enough of them.
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      },
    });
  }

  #write(text: string): void {
    if (this.over.aborted) return;
    this.#controller?.enqueue(encoder.encode(text));
    if ((this.#controller?.desiredSize ?? 0) < -mostUnread) this.end();
  }
}
