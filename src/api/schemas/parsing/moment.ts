const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i;

/** A moment as Codat writes it: UTC, often without saying so. What can't be read as one, or stands for never (0001-01-01), is absent. */
export function moment(text: string | null | undefined): Date | undefined {
  if (!text) return undefined;
  const date = new Date(zoned.test(text) ? text : `${text}Z`);
  return date.getFullYear() > 1970 && date.getFullYear() < 9000 ? date : undefined;
}
