const encoder = new TextEncoder();

/** The stream is closed beyond this many unread messages: the page has gone, or reads everything again once it reconnects. */
const maxUnread = 100;

/** A response of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export class EventStream {
  readonly #closed = new AbortController();
  readonly #body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor() {
    this.#body = new ReadableStream({
      start: (controller) => {
        this.#controller = controller;
      },
      cancel: () => this.#closed.abort(),
    });
  }

  /** Aborted when the client disconnects or the stream is closed. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  send(event: string, data: unknown): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Sends a comment, which pages ignore, and which keeps proxies from closing an idle connection. */
  comment(text: string): void {
    this.#write(`: ${text}\n\n`);
  }

  close(): void {
    if (this.closed.aborted) return;
    this.#controller?.close();
    this.#closed.abort();
  }

  toResponse(): Response {
    return new Response(this.#body, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        // A proxy that compresses would buffer messages.
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      },
    });
  }

  #write(text: string): void {
    if (this.closed.aborted) return;
    this.#controller?.enqueue(encoder.encode(text));
    if ((this.#controller?.desiredSize ?? 0) < -maxUnread) this.close();
  }
}
