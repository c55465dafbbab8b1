import { asked } from './manner.js';

/** This tab is about to go to the platform's sign-in page. Cancel it to stay; hand over what to wait for before it goes. */
export class LeavingEvent extends Event {
  readonly #promises: Promise<unknown>[] = [];
  constructor() {
    super('codat-leaving', asked);
  }

  /** Holds the tab until this settles, for ten seconds at most: time to save a half-filled form. */
  waitUntil(promise: Promise<unknown>): void {
    this.#promises.push(promise);
  }

  /** Settles when all that was handed over has, whichever way. */
  get settled(): Promise<unknown> {
    return Promise.allSettled(this.#promises);
  }
}
