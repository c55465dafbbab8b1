import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CodatError } from '../api/errors.js';
import { FailedEvent } from '../events/failed.js';
import { dispatchOnElementOrDocument } from './dispatch-on-element-or-document.js';

/** The progress of an action, and its subject. */
export type ActionState<Subject> =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly subject: Subject }
  | { readonly is: 'failed'; readonly subject: Subject; readonly error: CodatError };

/** Runs one action at a time. Dispatches its failure as `codat-failed`, and keeps it until the next run. */
export class ActionController<Subject> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #action: (subject: Subject) => Promise<void>;
  #state: ActionState<Subject> = { is: 'idle' };

  constructor(host: ReactiveControllerHost & HTMLElement, action: (subject: Subject) => Promise<void>) {
    this.#host = host;
    this.#action = action;
    host.addController(this);
  }

  get state(): ActionState<Subject> {
    return this.#state;
  }

  async run(subject: Subject): Promise<void> {
    if (this.#state.is === 'running') return;
    const running = { is: 'running', subject } as const;
    this.#setState(running);
    const settle = (state: ActionState<Subject>): void => {
      if (this.#state === running) this.#setState(state);
    };
    try {
      await this.#action(subject);
      settle({ is: 'idle' });
    } catch (thrown) {
      const error = CodatError.from(thrown);
      const origin = this.state === running ? this.#host : undefined;
      settle({ is: 'failed', subject, error });
      dispatchOnElementOrDocument(origin, new FailedEvent(error));
    }
  }

  /** Resets to idle. An action that is still running no longer changes the state, and its failure is dispatched on the document. */
  reset(): void {
    this.#setState({ is: 'idle' });
  }

  /** Clears a failure, so that an element put back on the page doesn't show an old one. */
  hostDisconnected(): void {
    if (this.#state.is === 'failed') this.#state = { is: 'idle' };
  }

  #setState(state: ActionState<Subject>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
