/**
 * Whether less than `durationMs` have passed since a time. False for a time in the future, which comes from a clock that
 * was set back since.
 */
export function isWithinDurationSince(time: number, durationMs: number, now: number): boolean {
  return time <= now && now < time + durationMs;
}
