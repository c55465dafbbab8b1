import { createParser } from '../../contract/shape.js';
import { shareLinkShape, shareLinkListShape, shareLinkStatuses } from '../../contract/share-link.js';
import { matchWordOrUnknown } from './parsing/match-word-or-unknown.js';
import { parseDate } from './parsing/parse-date.js';
import { tryParseHttpsOrLocalHref } from './parsing/https-or-local-href.js';

/** Parses a link for the person who has the log-in. */
export const parseShareLink = createParser(shareLinkShape, ({ expiresAt, status, url, ...same }) => ({
  ...same,
  status: matchWordOrUnknown(shareLinkStatuses, status),
  /** When the link expires. */
  expires: parseDate(expiresAt),
  url: tryParseHttpsOrLocalHref(url),
}));

export type ShareLink = ReturnType<typeof parseShareLink>;

/** Parses a company's links, newest first. */
export const parseShareLinks = createParser(shareLinkListShape, ({ results }) => results.map(parseShareLink));
