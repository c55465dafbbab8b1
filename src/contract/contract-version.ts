/**
 * The version of what page and gateway exchange, in the query of `POST /token`: `contract=2`. A page that sends none uses
 * version 1, as all do today. Increase it only for a change that a page or a gateway of the version before can't read.
 */
export const contractVersion = '1';
