/**
 * Navigates the whole tab, from within a frame too. Calls `onRefused` if the browser forbids that, as to a sandboxed frame,
 * though the person has just clicked. If the click is too long ago, a link to the same URL may still lead there.
 */
export function navigateThisTab(url: string, onRefused: (reason: unknown) => void): void {
  try {
    (window.top ?? window).location.href = url;
  } catch (reason) {
    const { userActivation } = navigator as Partial<Navigator>;
    if (userActivation?.isActive ?? true) onRefused(reason);
  }
}
