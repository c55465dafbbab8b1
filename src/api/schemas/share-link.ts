import { createBodyParser } from '../../contract/shape.js';
import { shareLinkShape, shareLinkListShape, shareLinkStatuses } from '../../contract/share-link.js';
import { findWordOrUnknown } from './parsing/find-word-or-unknown.js';
import { parseDate } from './parsing/parse-date.js';
import { tryParseHttpsOrLocalHref } from './parsing/https-or-local-href.js';

/** Parses a link for the person who has the log-in. */
export const parseShareLink = createBodyParser(shareLinkShape, ({ expiresAt, status, url, ...same }) => ({
  ...same,
  status: findWordOrUnknown(shareLinkStatuses, status),
  /** When the link expires. */
  expires: parseDate(expiresAt),
  url: tryParseHttpsOrLocalHref(url),
}));

export type ShareLink = ReturnType<typeof parseShareLink>;

/** Parses a company's links, newest first. */
export const parseShareLinks = createBodyParser(shareLinkListShape, ({ results }) =>
  results.map(parseShareLink),
);
