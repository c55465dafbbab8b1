/** The control that was pressed last, by the root that it is in. */
const pressedIn = new WeakMap<EventTarget, Element | null>();

/**
 * Ignores the second click of a double one, by mouse or finger, on a control that has taken the place of the one that
 * the first click pressed. A click listener for the root of an element whose panels replace the pressed control.
 */
export function ignoreStrayClick(event: Event): void {
  const root = event.currentTarget ?? document;
  const control = (event.target as Element).closest('button,a');
  // `detail` counts successive clicks at one place.
  if ((event as MouseEvent).detail > 1 && control !== pressedIn.get(root)) {
    event.preventDefault();
    event.stopPropagation();
  }
  pressedIn.set(root, control);
}
