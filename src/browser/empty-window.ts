/**
 * Opens an empty window without an opener. Undefined if it was blocked: then browsers, extensions and apps return null, a
 * stub, this page or a page that was already open. happy-dom's window counts as blocked, since its opener can't be set.
 */
export function openEmptyWindow(features: string): Window | undefined {
  try {
    const opened = window.open('', '_blank', features);
    const isOurs =
      opened &&
      opened !== window &&
      opened !== window.top &&
      !opened.closed &&
      opened.location.href === 'about:blank' &&
      'textContent' in opened.document.body &&
      typeof opened.location.replace === 'function';
    if (!isOurs) return undefined;
    // The sign-in page must not get access to this page.
    opened.opener = null;
    return opened;
  } catch {
    return undefined;
  }
}
