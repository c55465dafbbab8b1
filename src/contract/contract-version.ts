/**
 * The version of what page and gateway say to each other, in the query of `POST /token`: `contract=2`. A page without it
 * speaks the first, as all do today. It grows only by a change that a page or a gateway of the version before can't read.
 */
export const contractVersion = '1';
