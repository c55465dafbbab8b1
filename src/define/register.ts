import { canDefineElements } from '../browser/can-define-elements.js';

/**
 * Registers a tag unless another copy or version has taken it. In a browser without the features that the elements need,
 * registers nothing, so that their light DOM shows.
 */
export function register(tag: string, element: CustomElementConstructor): void {
  if (canDefineElements() && !customElements.get(tag)) customElements.define(tag, element);
}
