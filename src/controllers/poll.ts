import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds between looks: the first wait, and the longest. */
const pace = { first: 3_000, growth: 1.3, most: 60_000 };

/** Looks again and again while an element waits for something, less and less often, and only where it can be seen. */
export class PollController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #waiting: () => boolean;
  readonly #look: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looks = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, waiting: () => boolean, look: () => void) {
    this.#host = host;
    this.#waiting = waiting;
    this.#look = look;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#host.isConnected || !this.#waiting()) {
      this.hostDisconnected();
      this.#looks = 0;
      return;
    }
    this.#timer ??= setTimeout(
      () => this.#tick(),
      Math.min(pace.first * pace.growth ** this.#looks, pace.most),
    );
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #tick(): void {
    this.#timer = undefined;
    this.#looks++;
    if (document.visibilityState !== 'hidden') this.#look();
    this.#host.requestUpdate();
  }
}
