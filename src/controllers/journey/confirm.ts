import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { closeModal, openModal } from '../../browser/top-layer.js';

/** Holds the question a native dialog asks, and opens the dialog once it is drawn. */
export class ConfirmController<Question> implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };
  #question: Question | undefined;
  #unopened = false;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement }) {
    this.#host = host;
    host.addController(this);
  }

  get question(): Question | undefined {
    return this.#question;
  }

  ask(question: Question): void {
    this.#question = question;
    this.#unopened = true;
    this.#host.requestUpdate();
  }

  /** Closes the dialog, which gives focus back to where it was; its `close` event ends the question. */
  close(): void {
    if (this.#dialog) closeModal(this.#dialog);
  }

  readonly onClose = (): void => {
    this.#question = undefined;
    this.#host.requestUpdate();
  };

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (!this.#unopened || !dialog?.isConnected) return;
    this.#unopened = false;
    openModal(dialog);
  }

  /** Nobody can answer a question that left the page. */
  hostDisconnected(): void {
    this.onClose();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }
}
