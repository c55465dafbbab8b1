import { isSupported } from '../browser/is-supported.js';

/**
 * Registers a tag unless another copy or version has taken it. In a browser without the features that the elements need,
 * registers nothing, so that their light DOM shows.
 */
export function register(tag: string, element: CustomElementConstructor): void {
  if (isSupported() && !customElements.get(tag)) customElements.define(tag, element);
}
