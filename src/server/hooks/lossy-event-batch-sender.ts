import type { GatewayEvent } from '../../gateway/telemetry/gateway-event.js';

/** The most events that wait for the lender's app; further events are dropped. */
const maxWaiting = 1_000;

/** The most events of one call. */
const maxEventsPerCall = 100;

interface QueueDeps {
  readonly send: (events: readonly GatewayEvent[]) => Promise<unknown>;
  /** Called with how many events were dropped. */
  readonly onDrop: (count: number) => void;
}

/** Sends events to the lender's app, several in a call, and one call after the other. Those that find no room, or that the app refuses, are dropped. */
export class LossyEventBatchSender {
  readonly #deps: QueueDeps;
  #waiting: GatewayEvent[] = [];
  #sending: Promise<void> | undefined;

  constructor(deps: QueueDeps) {
    this.#deps = deps;
  }

  add(event: GatewayEvent): void {
    if (this.#waiting.length >= maxWaiting) {
      this.#deps.onDrop(1);
      return;
    }
    this.#waiting.push(event);
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = undefined));
  }

  /** Resolves once nothing waits. */
  async drain(): Promise<void> {
    await this.#sending;
  }

  async #sendAll(): Promise<void> {
    // Events of the same moment are sent in one call.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const events = this.#waiting.slice(0, maxEventsPerCall);
      this.#waiting = this.#waiting.slice(maxEventsPerCall);
      await this.#deps.send(events).catch(() => this.#deps.onDrop(events.length));
    }
  }
}
