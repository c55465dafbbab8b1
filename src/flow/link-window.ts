/** The window in which a person signs in at the platform. */
export interface LinkWindow {
  /** False when the browser let no window open. */
  readonly open: boolean;
  goTo(url: string): void;
  close(): void;
}

/** Room for the sign-in pages of the platforms, most of which are drawn for about this width; in CSS pixels. */
const features = 'popup,width=560,height=760';

/**
 * Opens an empty window that shows `words` while it waits for its address.
 * Call it from the click itself: browsers open a window only then.
 */
export function openLinkWindow(words: string): LinkWindow {
  const handle = window.open('', '_blank', features);
  if (!handle) return { open: false, goTo: () => undefined, close: () => undefined };
  // The sign-in page must not reach this one.
  handle.opener = null;
  handle.document.title = words;
  handle.document.body.textContent = words;
  return {
    open: true,
    goTo: (url) => handle.location.replace(url),
    close: () => handle.close(),
  };
}
