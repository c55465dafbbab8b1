const day = 86_400;

/**
 * `Retry-After` in seconds, whether it is a number or a date (RFC 9110 §10.2.3). Never beyond 00:00 UTC, when Codat
 * resets its count. `now` in milliseconds since 1970.
 */
export function readCappedRetryAfterSeconds(headers: Headers, now: number): number | undefined {
  const value = headers.get('Retry-After')?.trim();
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((parseHttpDate(value) - now) / 1000);
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(Math.max(0, seconds), Math.ceil(day - ((now / 1000) % day)));
}

/** In milliseconds since 1970; `NaN` for any other text. A date begins with the name of its day; without this check `Date.parse` would take `-5` for a month. */
const parseHttpDate = (text: string): number => (/^[A-Z][a-z]/.test(text) ? Date.parse(text) : NaN);
