import type { ReactiveController } from 'lit';
import type { CodatElement } from '../components/codat-element.js';
import { findDevWarnings } from './dev-warnings.js';

const printed = new Set<string>();

/** Checks an element after it connects and after each update, and prints each warning once per page. */
class WarningController implements ReactiveController {
  readonly #element: CodatElement;
  #isScheduled = false;

  constructor(element: CodatElement) {
    this.#element = element;
  }

  hostConnected(): void {
    this.#schedule();
  }

  hostUpdated(): void {
    this.#schedule();
  }

  /** Frameworks may set properties just after connecting the element, so wait a frame. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      if (!this.#element.isConnected) return;
      // Until this attribute is removed, the React component of an element that a server rendered has set no properties.
      if (this.#element.hasAttribute('defer-hydration')) this.#schedule();
      else this.#printWarnings();
    });
  }

  #printWarnings(): void {
    for (const { topic, message } of findDevWarnings(this.#element)) {
      if (printed.has(message)) continue;
      printed.add(message);
      console.warn(`${message}\nMore: codat-connect-elements/docs/warnings.md#${topic}`);
    }
  }
}

/** Warns of mistakes in an element from now on. */
export function watchForMistakes(element: CodatElement): void {
  element.addController(new WarningController(element));
}
