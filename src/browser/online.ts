/** Whether the browser thinks it has no network. Some are wrong for hours (a VPN on Windows): look less often, but look. */
export const seemsOffline = (): boolean =>
  typeof navigator !== 'undefined' && (navigator.onLine as boolean | undefined) === false;
