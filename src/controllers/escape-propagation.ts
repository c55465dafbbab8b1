import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hasOpenPopoverOrDialog } from '../browser/has-open-popover-or-dialog.js';

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };

/**
 * Stops an Escape that the element itself uses, to close a menu or dialog or to clear a search, since it would also
 * close a modal of the page around it.
 */
export class EscapePropagationController implements ReactiveController {
  readonly #host: Host;
  /** Whether the element itself uses the Escape that is being pressed. */
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
    // By `keyup` the menu or dialog is closed already, so `keydown` decides.
    if (event.type === 'keydown')
      this.#isUsed = hasOpenPopoverOrDialog(this.#host.renderRoot) || this.#clearSearch(event);
    if (this.#isUsed) event.stopPropagation();
  };

  /** Clears the search by script, since not every browser does, and some also close a dialog around it. */
  #clearSearch(event: KeyboardEvent): boolean {
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>('[type=search]:focus');
    if (!field?.value) return false;
    event.preventDefault();
    field.value = '';
    field.dispatchEvent(new Event('input'));
    return true;
  }
}
