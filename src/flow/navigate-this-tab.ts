/** Navigates the whole tab, from within a frame too. Calls `onRefused` if the browser forbids that, as to a sandboxed frame. */
export function navigateThisTab(url: string, onRefused: (reason: unknown) => void): void {
  try {
    (window.top ?? window).location.href = url;
  } catch (reason) {
    onRefused(reason);
  }
}
