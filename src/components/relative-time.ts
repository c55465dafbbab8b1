/** Units of time with their length in seconds, the longest first. */
const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** How long ago something was, as people say it: «2 hours ago», «yesterday», «this minute». */
export function ago(date: Date, lang: string, now = Date.now()): string {
  const seconds = Math.max(0, (now - date.getTime()) / 1000);
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? ['minute', 60];
  return new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-Math.floor(seconds / length), unit);
}

/** The whole of it, for those who want to know exactly. */
export function exactly(date: Date, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(date);
}

/** The day alone: «4 March 2026». */
export function day(date: Date, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(date);
}

/** A moment that is near: the time alone if it is today, with the day before it if not. */
export function near(date: Date, lang: string, now = new Date()): string {
  const isToday = date.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(lang, { ...(!isToday && { dateStyle: 'long' }), timeStyle: 'short' }).format(
    date,
  );
}
