/** Makes a page think that an app's own browser shows it; calling what it answers with ends that. */
export function pretendInApp(): () => void {
  const userAgent = `${navigator.userAgent} Instagram 357.0.0`;
  Object.defineProperty(navigator, 'userAgent', { configurable: true, value: userAgent });
  return () => Reflect.deleteProperty(navigator, 'userAgent');
}
