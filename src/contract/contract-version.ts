/**
 * The version of what page and gateway exchange. A page of another version sends it to `POST /token`, such as
 * `?contract=2`. A page that sends none, as today's pages do, uses version 1. Increase it only for a change that a
 * page or a gateway of the version before can't read.
 */
export const contractVersion = '1';
