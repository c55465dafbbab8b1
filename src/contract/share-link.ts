import { array, nullish, object, string, type Infer } from './shape.js';

export const shareLinkStatuses = ['open', 'used', 'connected', 'withdrawn', 'expired'] as const;

/** `open`: unused. `used`: someone went to sign in. `connected`: they succeeded. `withdrawn` and `expired`: the link has ended. */
export type ShareLinkStatus = (typeof shareLinkStatuses)[number];

/** The body of `POST /shares`. `consent` is a receipt, if the host asks for consent. */
export interface NewShareLinkBody {
  readonly platformKey: string;
  readonly consent?: string | undefined;
}

/** A link for the person who has the log-in: the answer of `POST /shares`. */
export const shareLinkShape = object({
  id: string,
  platformKey: string,
  platformName: string,
  /** A `ShareLinkStatus`; a page may be older than its gateway, so it takes any. */
  status: string,
  /** ISO 8601, in UTC. */
  expiresAt: string,
  /** The connection that the link was used for. */
  connectionId: nullish(string),
  /** The link itself, which only the answer to its creation has. */
  url: nullish(string),
});

export type ShareLinkJson = Infer<typeof shareLinkShape>;

/** The answer of `GET /shares`: the company's links, newest first. */
export const shareLinkListShape = object({ results: array(shareLinkShape) });
