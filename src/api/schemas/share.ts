import { known } from './parsing/known.js';
import { moment } from './parsing/moment.js';
import { list, maybe, object, read, text } from './parsing/shape.js';
import { webAddress } from './parsing/web-address.js';

const wire = object({
  id: text,
  platformKey: text,
  platformName: text,
  status: text,
  expiresAt: text,
  connectionId: maybe(text),
  url: maybe(text),
});

const statuses = ['open', 'used', 'connected', 'withdrawn', 'expired'] as const;

/** What has become of a link: nobody signed in by it yet, someone began to, or finished; or it works no longer. */
export type ShareStatus = (typeof statuses)[number] | 'Unknown';

/** A link for the person who has the log-in. */
export const share = read(wire, ({ expiresAt, status, connectionId, url, ...same }) => ({
  ...same,
  status: known(statuses, status),
  /** Until when it works. */
  expires: moment(expiresAt),
  /** The connection that someone signed in for by it. */
  connectionId: connectionId ?? undefined,
  /** The link itself, told once, to whoever made it. */
  url: webAddress(url),
}));

export type Share = ReturnType<typeof share>;

/** The links a company's people made, newest first. */
export const shares = read(object({ results: list(wire) }), ({ results }) => results.map(share));
