/** Registers a tag once: where it is taken, by another copy or version of ours, what is there stays. */
export function register(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
