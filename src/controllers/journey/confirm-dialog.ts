import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { closeModal, openModal } from '../../browser/top-layer.js';

/** Holds the question of a native dialog, and opens the dialog once it is rendered. */
export class ConfirmDialogController<Question> implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };
  #question: Question | undefined;
  #mustOpen = false;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement }) {
    this.#host = host;
    host.addController(this);
  }

  get question(): Question | undefined {
    return this.#question;
  }

  ask(question: Question): void {
    this.#question = question;
    this.#mustOpen = true;
    this.#host.requestUpdate();
  }

  /** Closes the dialog, which restores focus; its `close` event clears the question. */
  close(): void {
    if (this.#dialog) closeModal(this.#dialog);
  }

  /** Keeps the question if the dialog is open again: Chromium dispatches `close` a frame late, and the next question may be asked by then. */
  readonly onClose = (): void => {
    if (!this.#dialog?.open) this.drop();
  };

  drop(): void {
    this.#question = undefined;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (!this.#mustOpen || !dialog?.isConnected) return;
    this.#mustOpen = false;
    openModal(dialog);
  }

  /** Drops the question, since a dialog that has left the page can't be answered. */
  hostDisconnected(): void {
    this.drop();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }
}
