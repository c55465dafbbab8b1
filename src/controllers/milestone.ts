import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milestones reached so far, each with the event that tells of it; `undefined` while nothing is known. */
export type Reached = ReadonlyMap<string, () => Event> | undefined;

/** Tells of each milestone once, when it is reached before the element's eyes. What was reached earlier is no news. */
export class MilestoneController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #reached: () => Reached;
  #before: Reached;

  constructor(host: ReactiveControllerHost & HTMLElement, reached: () => Reached) {
    this.#host = host;
    this.#reached = reached;
    host.addController(this);
  }

  hostUpdated(): void {
    const before = this.#before;
    this.#before = this.#reached();
    if (!before || !this.#before) return;
    for (const [milestone, event] of this.#before) {
      if (!before.has(milestone)) this.#host.dispatchEvent(event());
    }
  }
}
