import type { ReactiveController } from 'lit';
import { CodatElement } from '../components/codat-element.js';
import { mistakesOf } from './mistakes.js';

const told = new Set<string>();

/** Looks an element over once it has been drawn, and tells its host of each mistake once a page. */
class Advisor implements ReactiveController {
  readonly #element: CodatElement;

  constructor(element: CodatElement) {
    this.#element = element;
  }

  hostConnected(): void {
    // What a framework sets on an element it has just placed is there by the next frame.
    requestAnimationFrame(() => {
      if (this.#element.isConnected) this.#tell();
    });
  }

  #tell(): void {
    for (const { about, says } of mistakesOf(this.#element)) {
      if (told.has(says)) continue;
      told.add(says);
      console.warn(`${says}\nMore: codat-connect-elements/docs/warnings.md#${about}`);
    }
  }
}

CodatElement.addInitializer((element) => {
  if (element instanceof CodatElement) element.addController(new Advisor(element));
});
