import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something that tells of its changes until the returned function is called. */
export interface Watchable {
  subscribe(tell: () => void): () => void;
}

/** Follows one watchable for as long as its element is on the page, and whichever one it is at the moment. */
export class WatchController<Source extends Watchable> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #find: () => Source | undefined;
  #source: Source | undefined;
  #leave: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, find: () => Source | undefined) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  /** What is followed now. */
  get source(): Source | undefined {
    return this.#source;
  }

  hostUpdate(): void {
    this.follow();
  }

  /** At once, so that an element which moves within the page loses nothing on the way. */
  hostConnected(): void {
    this.follow();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = this.#source = undefined;
  }

  /** Looks which source to follow now. */
  protected follow(): void {
    const source = this.#host.isConnected ? this.#find() : undefined;
    if (source === this.#source) return;
    this.#leave?.();
    this.#source = source;
    this.#leave = source?.subscribe(() => this.#host.requestUpdate());
  }
}
