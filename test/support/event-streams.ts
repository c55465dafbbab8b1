import type { Fetch } from '../../src/api/fetch-json.js';

/** The gateway's end of one stream of events. */
export interface ServerStream {
  readonly request: Request;
  /** Whether the page still reads it. */
  readonly open: boolean;
  send(text: string): void;
  /** It ends as a server ends it. */
  end(): void;
  /** The connection breaks. */
  breakOff(): void;
}

const encoder = new TextEncoder();

/** A fake gateway whose event streams a test writes to. It opens every stream unless `refuse` returns a response. */
export function fakeEventStreams(refuse: (request: Request) => Response | undefined = () => undefined): {
  readonly fetch: Fetch;
  readonly streams: readonly ServerStream[];
} {
  const streams: ServerStream[] = [];
  const open = (request: Request): Response => {
    let isOpen = true;
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (begun) => (controller = begun),
      cancel() {
        isOpen = false;
      },
    });
    const ending = (end: () => void) => () => {
      isOpen = false;
      end();
    };
    streams.push({
      request,
      get open() {
        return isOpen;
      },
      send: (text) => controller?.enqueue(encoder.encode(text)),
      end: ending(() => controller?.close()),
      breakOff: ending(() => controller?.error(new TypeError('network error'))),
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } });
  };
  return {
    streams,
    async fetch(request) {
      await Promise.resolve();
      request.signal.throwIfAborted();
      return refuse(request) ?? open(request);
    },
  };
}
