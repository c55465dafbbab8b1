import { memoizeLast } from './memoize-last.js';

/** Units of time with their length in seconds, longest first. */
const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

// Making a formatter takes far longer than formatting, and a list formats two dates a row.
const relativeFormat = memoizeLast((lang: string) => new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }));
const dateTimeFormat = memoizeLast(
  (lang: string) => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }),
);
const dateFormat = memoizeLast((lang: string) => new Intl.DateTimeFormat(lang, { dateStyle: 'long' }));

/** A past moment relative to now: «2 hours ago», «yesterday», «this minute». */
export function formatAgo(date: Date, lang: string, now = Date.now()): string {
  const seconds = Math.max(0, (now - date.getTime()) / 1000);
  const [unit, unitSeconds] = units.find(([, unitSeconds]) => seconds >= unitSeconds) ?? ['minute', 60];
  return relativeFormat(lang).format(-Math.floor(seconds / unitSeconds), unit);
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
