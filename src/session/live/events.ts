import { CodatError } from '../../api/errors.js';
import { openEvents, type EventStream } from '../../api/event-stream.js';
import type { Fetch } from '../../api/exchange.js';
import { rest } from '../../api/rest.js';
import { anySignal } from '../../browser/any-signal.js';
import type { Look } from '../../api/schemas/look.js';
import type { Token, TokenSource } from '../../api/token-source.js';
import { waitAfter, type Pace } from './pace.js';

interface Listening {
  readonly tokens: TokenSource;
  readonly fetch: Fetch;
  readonly look: (look: Look) => void;
  /** Whether events can be relied on from now on. After they could not, there is something to catch up with. */
  readonly flows: (flowing: boolean) => void;
}

/** Between attempts to open a stream, as long as those fail or what they opened soon ends. */
const recovery: Pace = { first: 2_000, growth: 2, most: 5 * 60_000 };

/** Milliseconds a stream must have lasted for its end to be no trouble: some proxies end them every minute. */
const sound = 5 * 60_000;

/** Listens to the gateway's events, from one stream to the next. */
export class Events {
  readonly #listening: Listening;
  #stream: EventStream | undefined;
  #failures = 0;

  constructor(listening: Listening) {
    this.#listening = listening;
  }

  /** Goes on until the signal ends it, and rejects with its reason. */
  async listen(signal: AbortSignal): Promise<never> {
    for (;;) {
      try {
        const token = await this.#listening.tokens.get();
        // Where there are none, the next token may know of some.
        if (token.events) await this.#follow(token, signal);
        else await rest(token.until - Date.now(), signal);
      } catch (thrown) {
        signal.throwIfAborted();
        const { retryAfter = 0 } = CodatError.from(thrown);
        await rest(Math.max(retryAfter * 1000, waitAfter(recovery, this.#failures++)), signal);
      }
    }
  }

  /**
   * Until the stream or its token ends. In the second case the stream stays until the next one is open, so that
   * nothing is missed in between and nothing needs to be read again.
   */
  async #follow(token: Token, signal: AbortSignal): Promise<void> {
    const stream = await this.#open(token, signal);
    const begun = Date.now();
    this.#become(stream);
    stream.over.addEventListener('abort', () => {
      if (this.#stream === stream) this.#become(undefined);
    });
    await rest(token.until - begun, anySignal([signal, stream.over])).catch(() => undefined);
    signal.throwIfAborted();
    if (!stream.over.aborted || Date.now() - begun >= sound) this.#failures = 0;
    if (stream.over.aborted) await rest(waitAfter(recovery, this.#failures++), signal);
  }

  /** A token that is turned down is renewed once. */
  async #open(token: Token, signal: AbortSignal): Promise<EventStream> {
    const { tokens, fetch, look } = this.#listening;
    try {
      return await openEvents(fetch, token, look, signal);
    } catch (thrown) {
      if (!(thrown instanceof CodatError && thrown.status === 401)) throw thrown;
      tokens.drop(token);
      return openEvents(fetch, await tokens.get(), look, signal);
    }
  }

  #become(stream: EventStream | undefined): void {
    const before = this.#stream;
    this.#stream = stream;
    before?.close();
    if (!before !== !stream) this.#listening.flows(stream !== undefined);
  }
}
