/** Sets an entry as the newest of a map, and drops the oldest one if there are more than `maxEntries` then, so that strangers can't fill the memory. */
export function setInBoundedMap<Key, Value>(
  map: Map<Key, Value>,
  key: Key,
  value: Value,
  maxEntries: number,
): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > maxEntries && oldest !== undefined) map.delete(oldest);
}
