/** Whether the browser reports no network. It may be wrong for hours (a VPN on Windows), so poll less often, but poll. */
export const seemsOffline = (): boolean =>
  typeof navigator !== 'undefined' && (navigator.onLine as boolean | undefined) === false;
