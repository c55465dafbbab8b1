import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something that changes, such as a query or a journey. */
interface Subscribable {
  /** Calls `notify` on each change, until the returned function is called. */
  subscribe(notify: () => void): () => void;
}

/** Updates its host when a source changes. Each update of the host may select another source. */
export class SubscriptionController<
  Source extends Subscribable,
  Host extends ReactiveControllerHost & HTMLElement = ReactiveControllerHost & HTMLElement,
> implements ReactiveController {
  protected readonly host: Host;
  readonly #getSource: () => Source | undefined;
  #source: Source | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: Host, getSource: () => Source | undefined) {
    this.host = host;
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
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#source = undefined;
  }

  /** Switches to the source that applies now. */
  protected updateSource(): void {
    const source = this.host.isConnected ? this.#getSource() : undefined;
    if (source === this.#source) return;
    this.#unsubscribe?.();
    this.#source = source;
    this.#unsubscribe = source?.subscribe(() => this.host.requestUpdate());
  }
}
