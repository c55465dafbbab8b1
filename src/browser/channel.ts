/** A `BroadcastChannel`; nothing where there are none, or where storage is blocked and making one throws. */
export function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
