/** Dispatches an event in the element that what it tells of began in or, when that is gone, on the document. */
export function dispatchFrom(origin: HTMLElement | undefined, event: Event): void {
  (origin?.isConnected ? origin : document).dispatchEvent(event);
}
