import { requestTo } from '../browser/request.js';
import { CodatError } from './errors.js';
import { EventLines } from './event-lines.js';
import type { Fetch } from './exchange.js';
import { look, type Look } from './schemas/look.js';
import type { Token } from './token-source.js';

/** A stream that has been seen to flow. */
export interface EventStream {
  /** Aborted when nothing more will be heard. */
  readonly over: AbortSignal;
  readonly close: () => void;
}

/** Milliseconds of silence after which a stream counts as lost: the gateway says something every 25 seconds. */
const patience = 60_000;

/**
 * Opens the gateway's events with a token, and tells of each until the stream is over. Resolves once something came
 * through, since what stands between may hold it back. Throws a `CodatError` when it can't be opened.
 */
export async function openEvents(
  fetch: Fetch,
  { events = '', value }: Token,
  tell: (look: Look) => void,
  signal: AbortSignal,
): Promise<EventStream> {
  const end = new AbortController();
  const close = (): void => end.abort();
  const alive = watchOver(close);
  signal.addEventListener('abort', close, { signal: end.signal });
  end.signal.addEventListener('abort', alive.end);
  try {
    signal.throwIfAborted();
    const headers = { Accept: 'text/event-stream', Authorization: `Bearer ${value}` };
    const request = requestTo(events, { headers, cache: 'no-store', signal: end.signal });
    const reader = readerOf(await fetch(request));
    end.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
    const lines = new EventLines();
    const next = async (): Promise<boolean> => {
      const { done, value = '' } = await reader.read();
      if (!done) alive.heard();
      for (const { event, data } of lines.push(value)) if (event === 'look') tell(look(JSON.parse(data)));
      return !done;
    };
    if (!(await next())) throw new CodatError('unreadable', 'The events ended before they began.');
    void drain(next).finally(close);
    return { over: end.signal, close };
  } catch (thrown) {
    close();
    signal.throwIfAborted();
    throw thrown instanceof CodatError
      ? thrown
      : new CodatError('unreachable', 'No events came.', { cause: thrown });
  }
}

/** However a stream ends, there is nothing more to hear. */
async function drain(next: () => Promise<boolean>): Promise<void> {
  try {
    while (await next());
  } catch {
    // It was lost, or nonsense: whoever needs it opens another.
  }
}

function readerOf(response: Response): ReadableStreamDefaultReader<string> {
  if (!response.ok) throw CodatError.answered(response);
  if (!response.body || !response.headers.get('Content-Type')?.startsWith('text/event-stream'))
    throw new CodatError('unreadable', 'The answer is no stream of events.');
  // The DOM's types know no stream of text made from one of bytes.
  return response.body.pipeThrough(new TextDecoderStream()).getReader();
}

/** Calls back when nothing was heard for too long. */
function watchOver(lost: () => void): { heard: () => void; end: () => void } {
  let timer = setTimeout(lost, patience);
  return {
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(lost, patience);
    },
    end: () => clearTimeout(timer),
  };
}
