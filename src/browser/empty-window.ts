/**
 * Opens an empty window. Undefined if it was blocked: then browsers, extensions and apps return null, a stub, this page
 * or a page that was already open.
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
    return isOurs ? opened : undefined;
  } catch {
    return undefined;
  }
}
