/**
 * Opens an empty window. Whatever the browser, an extension or an app hands back that isn't one is a blocked window,
 * and is left alone: nothing, a stub, this page itself, a page that was open before.
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
