/**
 * A clock for durations, in milliseconds since an arbitrary time. Unlike a date, it doesn't go back when the system's
 * clock is corrected, which would make every wait longer. Of a custom clock only the forward steps count.
 */
export function createElapsedTimeClock(now?: () => number): () => number {
  if (!now) return () => performance.now();
  let elapsed = 0;
  let last = now();
  return () => {
    const at = now();
    elapsed += Math.max(0, at - last);
    last = at;
    return elapsed;
  };
}
