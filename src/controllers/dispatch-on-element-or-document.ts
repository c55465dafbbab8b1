/** Dispatches an event on the element where its cause began, or on the document if that element is unknown or has left the page. */
export function dispatchOnElementOrDocument(origin: HTMLElement | undefined, event: Event): void {
  (origin?.isConnected ? origin : document).dispatchEvent(event);
}
