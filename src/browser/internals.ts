/** An element's `ElementInternals`. Some browsers have none, others lack states or form values. */
export function attachInternals(element: HTMLElement): Partial<ElementInternals> {
  try {
    return element.attachInternals();
  } catch {
    return {};
  }
}

/** Sets the one custom state, for style sheets. Does nothing in browsers without custom states. */
export function setOnlyCustomState({ states }: Partial<ElementInternals>, name: string): void {
  try {
    states?.clear();
    states?.add(name);
  } catch {
    // Chrome before 125 only accepts names that begin with two dashes.
  }
}
