/**
 * Whether less than so many milliseconds have passed since a moment. A moment that is still to come was told by a clock
 * that has been set back since, and nobody waits for that to catch up.
 */
export function isRecent(moment: number, milliseconds: number, now: number): boolean {
  return moment <= now && now < moment + milliseconds;
}
