/** An element's `ElementInternals`, as far as the browser has them: some have none, others lack states or form values. */
export function internalsOf(element: HTMLElement): Partial<ElementInternals> {
  try {
    return element.attachInternals();
  } catch {
    return {};
  }
}

/** Sets the one custom state. It is for style sheets only: engines that have none, or refuse the name, go without. */
export function setState({ states }: Partial<ElementInternals>, name: string): void {
  try {
    states?.clear();
    states?.add(name);
  } catch {
    // Chrome before 125 takes only names that begin with two dashes.
  }
}
