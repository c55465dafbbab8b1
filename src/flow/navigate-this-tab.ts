/**
 * Navigates the whole tab, from within a frame too. Calls `onRefused` if the browser refuses although the person has
 * just clicked, as in a sandboxed frame. It isn't called if the click is too long ago: a new click on a link may work.
 */
export function navigateThisTab(url: string, onRefused: (reason: unknown) => void): void {
  try {
    (window.top ?? window).location.href = url;
  } catch (reason) {
    const { userActivation } = navigator as Partial<Navigator>;
    if (userActivation?.isActive ?? true) onRefused(reason);
  }
}
