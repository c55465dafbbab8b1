/** The control that was pressed last, by the root that it is in. */
const pressedIn = new WeakMap<EventTarget, Element | null>();

/**
 * Ignores the second click of a double one, by mouse or finger, on a control that has taken the place of the one that the
 * first click pressed. Listens to the root of an element in which panels take the place of what is pressed.
 */
export function ignoreStrayClick(event: Event): void {
  const root = event.currentTarget ?? document;
  const control = (event.target as Element).closest('button,a');
  // The browser counts the clicks at one place.
  if ((event as MouseEvent).detail > 1 && control !== pressedIn.get(root)) {
    event.preventDefault();
    event.stopPropagation();
  }
  pressedIn.set(root, control);
}
