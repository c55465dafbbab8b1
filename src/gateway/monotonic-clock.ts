/**
 * A clock for durations: milliseconds since some moment, which only grow. Clocks that tell the date are set back, by an
 * hour at worst, and whatever waited by one would wait for that hour too. Of a clock that is given, only what it goes
 * forward counts.
 */
export function monotonicClock(now?: () => number): () => number {
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
