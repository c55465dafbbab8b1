import { isSupported } from '../browser/is-supported.js';

/**
 * Registers a tag once: where it is taken, by another copy or version of ours, what is there stays. Where the browser
 * lacks what every element needs, none is registered, and their light DOM stays.
 */
export function register(tag: string, element: CustomElementConstructor): void {
  if (isSupported() && !customElements.get(tag)) customElements.define(tag, element);
}
