import { createRequestWithSignal } from '../browser/create-request-with-signal.js';
import { CodatError } from './errors.js';
import { EventStreamParser } from './event-stream-parser.js';
import type { Fetch } from './fetch-json.js';
import { parseChangeNotice, type ReceivedNotice } from './schemas/change-notice.js';
import type { AccessToken } from './access-token-cache.js';

/** An open stream from which something has arrived. */
export interface EventStreamHandle {
  /** Aborts when the stream has ended. */
  readonly closed: AbortSignal;
  readonly close: () => void;
}

/** Milliseconds without a chunk after which a stream counts as lost: the gateway sends one every 25 seconds. */
const silenceTimeoutMs = 60_000;

/**
 * Opens the gateway's event stream, and calls `onNotice` for each notice until it ends. Resolves at the first chunk,
 * since a proxy may buffer the stream. Throws a `CodatError` if the stream can't be opened, or the signal's reason.
 */
export async function openEventStream(
  fetch: Fetch,
  { events = '', value }: AccessToken,
  onNotice: (notice: ReceivedNotice) => void,
  signal: AbortSignal,
): Promise<EventStreamHandle> {
  const end = new AbortController();
  const close = (): void => end.abort();
  const silence = silenceTimer(close);
  signal.addEventListener('abort', close, { signal: end.signal });
  end.signal.addEventListener('abort', silence.end);
  try {
    signal.throwIfAborted();
    const headers = { Accept: 'text/event-stream', Authorization: `Bearer ${value}` };
    const request = createRequestWithSignal(events, { headers, cache: 'no-store', signal: end.signal });
    const reader = readerOf(await fetch(request));
    end.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
    const parser = new EventStreamParser();
    const readChunk = async (): Promise<boolean> => {
      const { done, value = '' } = await reader.read();
      if (!done) silence.restart();
      for (const { event, data } of parser.push(value))
        if (event === 'look') onNotice(parseChangeNotice(JSON.parse(data)));
      return !done;
    };
    if (!(await readChunk())) throw new CodatError('unreadable', 'The events ended before they began.');
    void readToEnd(readChunk).finally(close);
    return { closed: end.signal, close };
  } catch (error) {
    close();
    signal.throwIfAborted();
    throw error instanceof CodatError
      ? error
      : new CodatError('unreachable', 'No events came.', { cause: error });
  }
}

/** Resolves when the stream ends, for whatever reason. */
async function readToEnd(readChunk: () => Promise<boolean>): Promise<void> {
  try {
    while (await readChunk());
  } catch {
    // The connection was lost, or an event could not be parsed: the event client opens another stream.
  }
}

function readerOf(response: Response): ReadableStreamDefaultReader<string> {
  if (!response.ok) throw CodatError.fromResponse(response);
  if (!response.body || !response.headers.get('Content-Type')?.startsWith('text/event-stream'))
    throw new CodatError('unreadable', 'The answer is no stream of events.');
  return response.body.pipeThrough(new TextDecoderStream()).getReader();
}

/** Calls `onTimeout` unless it is restarted in time. */
function silenceTimer(onTimeout: () => void): { restart: () => void; end: () => void } {
  let timer = setTimeout(onTimeout, silenceTimeoutMs);
  return {
    restart: () => {
      clearTimeout(timer);
      timer = setTimeout(onTimeout, silenceTimeoutMs);
    },
    end: () => clearTimeout(timer),
  };
}
