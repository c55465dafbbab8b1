import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CodatError } from '../../api/errors.js';
import { FailedEvent } from '../../events/failed.js';
import { dispatchFrom } from '../dispatch.js';

/** What a person set going, on which thing. */
export type Running<Subject> =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly subject: Subject }
  | { readonly is: 'failed'; readonly subject: Subject; readonly error: CodatError };

/** Runs what a person asked for, one thing at a time, and keeps how it went until the next. */
export class ActionController<Subject> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #act: (subject: Subject) => Promise<void>;
  #state: Running<Subject> = { is: 'idle' };

  constructor(host: ReactiveControllerHost & HTMLElement, act: (subject: Subject) => Promise<void>) {
    this.#host = host;
    this.#act = act;
    host.addController(this);
  }

  get state(): Running<Subject> {
    return this.#state;
  }

  async run(subject: Subject): Promise<void> {
    if (this.#state.is === 'running') return;
    const running = { is: 'running', subject } as const;
    this.#become(running);
    const settle = (state: Running<Subject>): void => {
      if (this.#state === running) this.#become(state);
    };
    try {
      await this.#act(subject);
      settle({ is: 'idle' });
    } catch (thrown) {
      const error = CodatError.from(thrown);
      settle({ is: 'failed', subject, error });
      dispatchFrom(this.#host, new FailedEvent(error));
    }
  }

  /** How it goes or went is of no interest here any more: it is as if nothing had been asked for. */
  drop(): void {
    this.#become({ is: 'idle' });
  }

  // Lit asks every controller for at least one of its hooks; the state needs none.
  hostDisconnected(): void {
    if (this.#state.is === 'failed') this.#state = { is: 'idle' };
  }

  #become(state: Running<Subject>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
