import { memoizeLast } from './memoize-last.js';

/** Units with their length in days, and the age in days from which each is used: four weeks ago isn't «last month». */
const units = [
  ['year', 365, 730],
  ['month', 30.4, 61],
  ['day', 1, 1],
] as const;

const midnightOf = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

// Making a formatter takes far longer than formatting, and a list formats two dates a row.
const relativeFormat = memoizeLast((lang: string) => new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }));
const dateTimeFormat = memoizeLast(
  (lang: string) => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }),
);
const dateFormat = memoizeLast((lang: string) => new Intl.DateTimeFormat(lang, { dateStyle: 'long' }));

/** A past moment relative to now: «2 hours ago», «yesterday», «this minute». Days are those of the calendar. */
export function formatAgo(date: Date, lang: string, now = Date.now()): string {
  const ago = relativeFormat(lang);
  const minutes = Math.max(0, Math.floor((now - date.getTime()) / 60_000));
  if (minutes < 60) return ago.format(-minutes, 'minute');
  if (minutes < 1_440) return ago.format(-Math.floor(minutes / 60), 'hour');
  const days = Math.round((midnightOf(now) - midnightOf(date.getTime())) / 86_400_000);
  const [unit, length] = units.find(([, , from]) => days >= from) ?? ['day', 1];
  return ago.format(-Math.floor(days / length), unit);
}

/** Date and time: «4 March 2026 at 12:30». */
export function formatDateTime(date: Date, lang: string): string {
  return dateTimeFormat(lang).format(date);
}

/** The date: «4 March 2026». */
export function formatDate(date: Date, lang: string): string {
  return dateFormat(lang).format(date);
}

/** The time if it is today, else date and time. */
export function formatTimeOrDateTime(date: Date, lang: string, now = new Date()): string {
  const isToday = date.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(lang, { ...(!isToday && { dateStyle: 'long' }), timeStyle: 'short' }).format(
    date,
  );
}
