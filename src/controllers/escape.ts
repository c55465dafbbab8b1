import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isAnythingOpen } from '../browser/top-layer.js';

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };

/**
 * Keeps the Escape that an element uses from the host's page, whose own modal would close by it too: while a menu or a
 * question is open the browser closes that, and in a search it clears what was typed.
 */
export class EscapeController implements ReactiveController {
  readonly #host: Host;
  #pressed = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of ['keydown', 'keyup'] as const) addEventListener(type, this.#onKey, true);
  }

  hostDisconnected(): void {
    for (const type of ['keydown', 'keyup'] as const) removeEventListener(type, this.#onKey, true);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // By the time the key comes up, what it closed is closed.
    if (event.type === 'keydown') this.#pressed = this.#uses(event);
    if (this.#pressed) event.stopPropagation();
    if (event.type === 'keyup') this.#pressed = false;
  };

  #uses(event: KeyboardEvent): boolean {
    const root = this.#host.renderRoot;
    if (isAnythingOpen(root)) return true;
    const [field] = event.composedPath();
    if (!(field instanceof HTMLInputElement && field.type === 'search' && root.contains(field) && field.value))
      return false;
    // Not every browser clears it, and some close a dialog around it as well.
    event.preventDefault();
    field.value = '';
    field.dispatchEvent(new Event('input'));
    return true;
  }
}
