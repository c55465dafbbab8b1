// A date without a time is UTC already, and Safari can't parse one with a Z.
const isUtcOrHasTimeZone = /(?:Z|[+-]\d\d:?\d\d|^[\d-]+)$/i;

/** Parses a date of Codat's: UTC if it has no time zone. Undefined if it is invalid, or stands for never (0001-01-01). */
export function parseDate(text: string | null | undefined): Date | undefined {
  if (!text) return undefined;
  const date = new Date(isUtcOrHasTimeZone.test(text) ? text : `${text}Z`);
  return date.getFullYear() > 1970 && date.getFullYear() < 9000 ? date : undefined;
}
