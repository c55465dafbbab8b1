import { delayClamped } from '../../api/delay-clamped.js';
import { CodatError } from '../../api/errors.js';
import { openEventStream, type EventStreamHandle } from '../../api/event-stream.js';
import type { Fetch } from '../../api/fetch-json.js';
import type { ReceivedNotice } from '../../api/schemas/change-notice.js';
import type { AccessToken, AccessTokenCache } from '../../api/access-token-cache.js';
import { anySignal } from '../../browser/any-signal.js';
import { computeBackoffDelayMs, type BackoffOptions } from './backoff.js';

interface EventClientOptions {
  readonly tokens: AccessTokenCache;
  readonly fetch: Fetch;
  readonly onNotice: (notice: ReceivedNotice) => void;
  /** Called with true when events begin to arrive, and with false when they stop. Refetch on true, since earlier changes were missed. */
  readonly onStreaming: (streaming: boolean) => void;
}

/** The delays between attempts to open a stream. They grow as long as attempts fail or streams end soon. */
const retryBackoff: BackoffOptions = { firstMs: 2_000, growth: 2, maxMs: 5 * 60_000 };

/** A stream that lasted this many milliseconds resets the delays. Some proxies end streams after a minute, which is too soon. */
const healthyMs = 5 * 60_000;

/** Listens to the gateway's server-sent events, and opens the next stream when one ends. */
export class EventClient {
  readonly #options: EventClientOptions;
  #stream: EventStreamHandle | undefined;
  #failures = 0;

  constructor(options: EventClientOptions) {
    this.#options = options;
  }

  /** Runs until the signal aborts, and rejects with its reason. */
  async listen(signal: AbortSignal): Promise<never> {
    for (;;) {
      try {
        const token = await this.#options.tokens.get();
        // Without a URL of events, wait until the token expires: the next one may have it.
        if (token.events) await this.#listenOnce(token, signal);
        else await delayClamped(token.validUntil - Date.now(), signal);
      } catch (error) {
        signal.throwIfAborted();
        const { retryAfter = 0 } = CodatError.from(error);
        await delayClamped(
          Math.max(retryAfter * 1000, computeBackoffDelayMs(retryBackoff, this.#failures++)),
          signal,
        );
      }
    }
  }

  /**
   * Opens a stream. Resolves when its token expires, or a delay after the stream ended. If the token expires, the
   * stream stays open until the next one is open, so that no event is missed in between.
   */
  async #listenOnce(token: AccessToken, signal: AbortSignal): Promise<void> {
    const stream = await this.#open(token, signal);
    const openedAt = Date.now();
    this.#replaceStream(stream);
    stream.closed.addEventListener('abort', () => {
      if (this.#stream === stream) this.#replaceStream(undefined);
    });
    await delayClamped(token.validUntil - openedAt, anySignal([signal, stream.closed])).catch(
      () => undefined,
    );
    signal.throwIfAborted();
    if (!stream.closed.aborted || Date.now() - openedAt >= healthyMs) this.#failures = 0;
    if (stream.closed.aborted)
      await delayClamped(computeBackoffDelayMs(retryBackoff, this.#failures++), signal);
  }

  /** Opens a stream, and once more with a new token if the gateway answers 401. */
  async #open(token: AccessToken, signal: AbortSignal): Promise<EventStreamHandle> {
    const { tokens, fetch, onNotice } = this.#options;
    try {
      return await openEventStream(fetch, token, onNotice, signal);
    } catch (error) {
      if (!(error instanceof CodatError && error.status === 401)) throw error;
      tokens.drop(token);
      return openEventStream(fetch, await tokens.get(), onNotice, signal);
    }
  }

  #replaceStream(stream: EventStreamHandle | undefined): void {
    const previous = this.#stream;
    this.#stream = stream;
    previous?.close();
    if (!previous !== !stream) this.#options.onStreaming(stream !== undefined);
  }
}
