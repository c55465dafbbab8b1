import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hasOpenLayer } from '../browser/open-layer.js';

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };

/**
 * Keeps the Escape that an element uses from the host's page, whose own modal would close by it too: while a menu or a
 * question is open the browser closes that, and in a search it clears what was typed.
 */
export class EscapeController implements ReactiveController {
  readonly #host: Host;
  #isUsed = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen(addEventListener);
  }

  hostDisconnected(): void {
    this.#listen(removeEventListener);
  }

  #listen(change: typeof addEventListener): void {
    change('keydown', this.#onKey, true);
    change('keyup', this.#onKey, true);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // By the time the key comes up, what it closed is closed.
    if (event.type === 'keydown')
      this.#isUsed = hasOpenLayer(this.#host.renderRoot) || this.#clearsSearch(event);
    if (this.#isUsed) event.stopPropagation();
  };

  /** Not every browser clears it, and some close a dialog around it as well. */
  #clearsSearch(event: KeyboardEvent): boolean {
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>('[type=search]:focus');
    if (!field?.value) return false;
    event.preventDefault();
    field.value = '';
    field.dispatchEvent(new Event('input'));
    return true;
  }
}
