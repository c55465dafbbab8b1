import type { ReactiveController } from 'lit';
import { CodatElement } from '../components/codat-element.js';
import { warningsFor } from './dev-warnings.js';

const printed = new Set<string>();

/** Checks an element after it connects, and prints each warning once per page. */
class WarningController implements ReactiveController {
  readonly #element: CodatElement;

  constructor(element: CodatElement) {
    this.#element = element;
  }

  hostConnected(): void {
    // Frameworks may set properties just after connecting the element, so wait a frame.
    requestAnimationFrame(() => {
      if (this.#element.isConnected) this.#printWarnings();
    });
  }

  #printWarnings(): void {
    for (const { topic: about, message: says } of warningsFor(this.#element)) {
      if (printed.has(says)) continue;
      printed.add(says);
      console.warn(`${says}\nMore: codat-connect-elements/docs/warnings.md#${about}`);
    }
  }
}

CodatElement.addInitializer((element) => {
  if (element instanceof CodatElement) element.addController(new WarningController(element));
});
