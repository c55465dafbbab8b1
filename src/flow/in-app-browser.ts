/** What the browsers inside other apps say of themselves, in which sign-in pages often refuse to work or lose the way back. */
const marks: readonly RegExp[] = [
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
  // Android's own mark of a web view (developer.chrome.com, webview, user agent).
  /; wv\)/,
];

/** Whether the page shows inside an app that isn't a browser: such an app has no windows to sign in in, and some platforms refuse it. */
export const isInApp = (userAgent = navigator.userAgent): boolean =>
  marks.some((mark) => mark.test(userAgent));

/** An address that makes Android open a page in the person's own browser; other systems have none (developer.chrome.com, intents). */
export function inOwnBrowser(page: string, userAgent = navigator.userAgent): string | undefined {
  const { protocol, host, pathname, search } = new URL(page);
  if (!userAgent.includes('Android') || protocol !== 'https:') return undefined;
  return `intent://${host}${pathname}${search}#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end`;
}
