import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { setOnlyCustomState } from '../browser/internals.js';

/** Exposes an element's state to the page's style sheet as `:state()`, one at a time (HTML, custom state pseudo-class). */
export class CustomStateController implements ReactiveController {
  readonly #internals: Partial<ElementInternals>;
  readonly #getState: () => string;

  constructor(host: ReactiveControllerHost, internals: Partial<ElementInternals>, getState: () => string) {
    this.#internals = internals;
    this.#getState = getState;
    host.addController(this);
  }

  hostUpdated(): void {
    setOnlyCustomState(this.#internals, this.#getState());
  }
}
