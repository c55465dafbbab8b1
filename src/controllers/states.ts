import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { setState } from '../browser/internals.js';

/** Shows a host's style sheet where an element stands: as `:state()`, one at a time (HTML, custom state pseudo-class). */
export class StatesController implements ReactiveController {
  readonly #internals: Partial<ElementInternals>;
  readonly #now: () => string;

  constructor(host: ReactiveControllerHost, internals: Partial<ElementInternals>, now: () => string) {
    this.#internals = internals;
    this.#now = now;
    host.addController(this);
  }

  hostUpdated(): void {
    setState(this.#internals, this.#now());
  }
}
