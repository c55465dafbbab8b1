/** User agents of in-app browsers, where sign-in pages often refuse to work or can't lead back. */
const userAgentPatterns: readonly RegExp[] = [
  // Facebook, Messenger and Instagram (developers.facebook.com, web views).
  /\bFBA[NV]\b|\bFB_IAB\b|\bInstagram\b/,
  /\bLinkedInApp\b/,
  /\bTwitter(?:Android| for)\b/,
  /\bSnapchat\b/,
  /\bPinterest\b/,
  /\bBytedanceWebview\b|\bmusical_ly\b/,
  /\bMicroMessenger\b/,
  /\bLine\//,
  // Google's search app on iOS.
  /\bGSA\//,
  // Every Android web view (developer.chrome.com, webview, user agent).
  /; wv\)/,
];

/** Whether the page runs in an app's built-in browser, which opens no windows and which some platforms refuse. */
export const isInApp = (userAgent = navigator.userAgent): boolean =>
  userAgentPatterns.some((pattern) => pattern.test(userAgent));

/** The URL that opens a page in the person's own browser on Android; undefined elsewhere (developer.chrome.com, intents). */
export function toAndroidIntentUrl(page: string, userAgent = navigator.userAgent): string | undefined {
  const { protocol, host, pathname, search } = new URL(page);
  if (!userAgent.includes('Android') || protocol !== 'https:') return undefined;
  return `intent://${host}${pathname}${search}#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end`;
}
