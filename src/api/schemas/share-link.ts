import { oneOf } from './parsing/one-of.js';
import { parseDate } from './parsing/parse-date.js';
import { array, nullish, object, parser, string } from './parsing/shape.js';
import { safeUrl } from './parsing/safe-url.js';

const wire = object({
  id: string,
  platformKey: string,
  platformName: string,
  status: string,
  expiresAt: string,
  connectionId: nullish(string),
  url: nullish(string),
});

const statuses = ['open', 'used', 'connected', 'withdrawn', 'expired'] as const;

/** `open`: not used yet. `used`: the sign-in has begun. `connected`: it has succeeded. `withdrawn` and `expired`: no longer valid. */
export type ShareLinkStatus = (typeof statuses)[number] | 'Unknown';

/** Parses a link for the person who has the log-in. */
export const shareLink = parser(wire, ({ expiresAt, status, connectionId, url, ...same }) => ({
  ...same,
  status: oneOf(statuses, status),
  /** Until when it is valid. */
  expires: parseDate(expiresAt),
  /** The connection that it was used for. */
  connectionId: connectionId ?? undefined,
  /** The link itself, which only the response to its creation has. */
  url: safeUrl(url),
}));

export type ShareLink = ReturnType<typeof shareLink>;

/** Parses a company's links, newest first. */
export const shareLinks = parser(object({ results: array(wire) }), ({ results }) => results.map(shareLink));
