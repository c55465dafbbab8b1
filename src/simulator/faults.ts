import { ApiError } from './routes/api-error.js';

/** The kinds of failure that a request can meet. */
export type Trouble =
  /** The request takes this many milliseconds longer. */
  | { readonly is: 'slow'; readonly ms: number }
  /** The request is refused with this status, in Codat's error body. `retryAfter` is in seconds. */
  | { readonly is: 'refused'; readonly status: number; readonly retryAfter?: number }
  /** A proxy answers with a page of HTML. Default 502. */
  | { readonly is: 'html'; readonly status?: number }
  /** The request is handled, and the response is JSON cut in half. */
  | { readonly is: 'malformed' }
  /** The connection breaks before the request is handled: `fetch` rejects. */
  | { readonly is: 'reset' }
  /** The request is handled, and the connection breaks before the response arrives: `fetch` rejects. */
  | { readonly is: 'lost' };

/** Which requests fail, and how. */
export interface Fault {
  /** Default: every method. */
  readonly method?: string;
  /** A path in which `*` matches one segment, or a regular expression. Default: every path. */
  readonly path?: string | RegExp;
  /** The probability that a matching request fails: 0.05 is one in twenty. Default 1. */
  readonly chance?: number;
  /** How many requests fail. Default: until the fault is removed. */
  readonly times?: number;
  readonly trouble: Trouble;
}

/** The faults of a simulator. */
export class Faults {
  #faults: { readonly fault: Fault; remaining: number }[] = [];

  /** Makes matching requests fail from now on. Returns a function that removes the fault. */
  add(fault: Fault): () => void {
    const entry = { fault, remaining: fault.times ?? Infinity };
    this.#faults.push(entry);
    return () => {
      this.#faults = this.#faults.filter((each) => each !== entry);
    };
  }

  /** Removes every fault. */
  clear(): void {
    this.#faults = [];
  }

  /** Applies the matching faults to a request; `answer` handles it. */
  async apply(request: Request, answer: () => Promise<Response>): Promise<Response> {
    const troubles = this.#take(request);
    for (const trouble of troubles) if (trouble.is === 'slow') await delay(trouble.ms, request.signal);
    const trouble = troubles.find(({ is }) => is !== 'slow');
    switch (trouble?.is) {
      case 'refused':
        return refused(trouble.status, trouble.retryAfter);
      case 'html':
        return badGatewayPage(trouble.status);
      case 'malformed': {
        const { headers } = await answer();
        return new Response('{"results":[{"id":', { headers });
      }
      case 'lost':
        await answer();
        throw new TypeError('fetch failed');
      case 'reset':
        throw new TypeError('fetch failed');
      default:
        return answer();
    }
  }

  #take(request: Request): Trouble[] {
    const matching = this.#faults.filter(
      ({ fault }) => matches(fault, request) && Math.random() < (fault.chance ?? 1),
    );
    for (const entry of matching) entry.remaining -= 1;
    this.#faults = this.#faults.filter(({ remaining }) => remaining > 0);
    return matching.map(({ fault }) => fault.trouble);
  }
}

function matches({ method, path }: Fault, request: Request): boolean {
  const { pathname } = new URL(request.url);
  if (method !== undefined && method !== request.method) return false;
  if (path === undefined) return true;
  return path instanceof RegExp ? path.test(pathname) : patternOf(path).test(pathname);
}

function patternOf(path: string): RegExp {
  const source = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]+');
  return new RegExp(`^${source}$`);
}

function refused(status: number, retryAfter?: number): Response {
  const error = status === 429 ? 'Too many requests' : 'The request could not be completed';
  return new ApiError(status, error).toResponse(
    retryAfter === undefined ? undefined : { 'Retry-After': String(retryAfter) },
  );
}

function badGatewayPage(status = 502): Response {
  const headers = { 'Content-Type': 'text/html' };
  return new Response('<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>', { status, headers });
}

function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      // `fetch` rejects with the signal's reason too.
      reject(signal.reason as Error);
    });
  });
}
