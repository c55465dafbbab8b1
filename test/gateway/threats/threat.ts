import type { Cell } from './attack.js';

/** What a reviewer checks for every route, in the order of the table. */
export const threats = {
  'no identity': 'without the token, ticket, link or signature the route asks for',
  'another’s': 'with what belongs to another company, alone and mixed with one’s own',
  expired: 'with what was good until a moment ago',
  'wrong audience': 'with what we signed for another route, or another gateway',
  'wrong scope': 'with what our key signed for this route, saying something else',
  'after sign-out': 'with what was good until the person signed out',
  'cross-site': 'from a page of another site',
  malformed: 'with bodies, parameters and headers of another shape',
  oversized: 'with more than anyone needs',
  slow: 'with a body that does not arrive, or while Codat does not answer',
  'path trick': 'by a path that a proxy and a router may read differently',
  replay: 'once more',
  greed: 'again and again: until the route refuses it, or at no cost to Codat',
  SSRF: 'with an address in every place that takes a text',
  '`Host` spoofing': 'in another’s name',
} as const;

export type Threat = keyof typeof threats;

/** A row of the table: a cell for every threat, or it does not compile. */
export type Row = Readonly<Record<Threat, Cell>>;
