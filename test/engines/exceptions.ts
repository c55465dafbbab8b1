import type { Engine } from '../../tools/testing/engines.js';

/** A test of the elements that an engine can't run, and why: the one list of them. */
export interface Exception {
  readonly engine: Engine;
  /** How the test's full title begins: that of a `describe` leaves out all in it. */
  readonly test: string;
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [
  {
    engine: 'WebKit',
    test: 'signing in by this tab',
    reason:
      'a navigation is only cancelled by the Navigation API, which WebKitGTK 2.50 lacks; the journeys by this tab run in it',
  },
  {
    engine: 'WebKit',
    test: 'an element on the host’s page clears the search by Escape',
    reason:
      'its search fields keep Escape for themselves even when they are empty, so that no dialog closes by it',
  },
  {
    engine: 'WebKit',
    test: 'what stands beside or below one another is as wide as what it is below',
    reason: 'a window of its driver stays wider than the widest page to which the style of phones applies',
  },
];
