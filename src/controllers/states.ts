import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Shows a host's style sheet where an element stands: as `:state()`, one at a time (HTML, custom state pseudo-class). */
export class StatesController implements ReactiveController {
  readonly #states: CustomStateSet;
  readonly #now: () => string;

  constructor(host: ReactiveControllerHost, { states }: ElementInternals, now: () => string) {
    this.#states = states;
    this.#now = now;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#states.clear();
    this.#states.add(this.#now());
  }
}
