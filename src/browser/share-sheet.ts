/** Whether the browser can hand this link to the person's own apps. False in a frame without the permission `web-share`. */
export function canShare(link: ShareData): boolean {
  return 'canShare' in navigator && navigator.canShare(link);
}

/** Opens the browser's share sheet; call it in a click handler. Resolves to false if it doesn't open, and to true even if the person closes it. */
export async function tryOpenShareSheet(link: ShareData): Promise<boolean> {
  try {
    await navigator.share(link);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}
