/** A `BroadcastChannel`; undefined if the browser has none, or if storage is blocked and the constructor throws. */
export function openBroadcastChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
