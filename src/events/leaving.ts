import { cancelableEventInit } from './event-init.js';

/** This tab is about to go to the platform's sign-in page, or to reload. Cancel the event to stay, or call `waitUntil` to delay it. */
export class LeavingEvent extends Event {
  readonly #promises: Promise<unknown>[] = [];
  constructor() {
    super('codat-leaving', cancelableEventInit);
  }

  /** Delays the navigation until the promise settles, for ten seconds at most: for example to save a half-filled form. */
  waitUntil(promise: Promise<unknown>): void {
    this.#promises.push(promise);
  }

  /** Resolves when all promises have settled. */
  get settled(): Promise<unknown> {
    return Promise.allSettled(this.#promises);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-leaving': LeavingEvent;
  }
}
