import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls `notify` on each change, until the returned function is called. */
export interface Watchable {
  subscribe(notify: () => void): () => void;
}

/** Updates its host when a source changes. Each update of the host may select another source. */
export class WatchController<Source extends Watchable> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #getSource: () => Source | undefined;
  #source: Source | undefined;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, getSource: () => Source | undefined) {
    this.#host = host;
    this.#getSource = getSource;
    host.addController(this);
  }

  get source(): Source | undefined {
    return this.#source;
  }

  hostUpdate(): void {
    this.updateSource();
  }

  /** Watches again at once, so that an element that is moved within the page keeps its content. */
  hostConnected(): void {
    this.updateSource();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unwatch?.();
    this.#unwatch = this.#source = undefined;
  }

  /** Switches to the source that applies now. */
  protected updateSource(): void {
    const source = this.#host.isConnected ? this.#getSource() : undefined;
    if (source === this.#source) return;
    this.#unwatch?.();
    this.#source = source;
    this.#unwatch = source?.subscribe(() => this.#host.requestUpdate());
  }
}
