import type { Connection } from '../../api/schemas/connection.js';
import type { Messages } from '../../i18n/messages.js';
import { endedAfterOneRead } from '../ended-after-one-read.js';
import type { Icon } from '../icons.js';

type Words = Messages['connectionList'];

/** How a connection stands in the person's terms: a status in a word, why it is so, and what moves it on. */
export interface Situation {
  readonly status: keyof Words['statuses'];
  /** Why, in a sentence; what is well needs none. */
  readonly why: keyof Words['whys'] | undefined;
  /** The way on that stands in the row: what the person does next. Other ways stand in the menu. */
  readonly way: keyof Words['ways'] | undefined;
  readonly icon: Icon;
  readonly tone: 'success' | 'warning' | 'danger' | 'quiet';
  /** Whether the person is the one who can move it on. */
  readonly needsPerson: boolean;
  /** Whether there is something to contact the lender about, and to quote. */
  readonly wrong: boolean;
}

const pending = {
  status: 'PendingAuth',
  icon: 'clock',
  tone: 'warning',
  needsPerson: true,
  wrong: false,
} as const;
const failing = { status: 'Failed', icon: 'alert', tone: 'danger', needsPerson: true, wrong: true } as const;
const ended = { icon: 'dash', tone: 'quiet', needsPerson: false, wrong: false } as const;

const linked: Situation = {
  status: 'Linked',
  why: undefined,
  way: undefined,
  icon: 'check',
  tone: 'success',
  needsPerson: false,
  wrong: false,
};
const unfinished: Situation = { ...pending, why: 'unfinished', way: 'finish' };
const declined: Situation = { ...pending, why: 'declined', way: 'finish' };
const failed: Situation = { ...failing, why: 'failed', way: 'tryAgain' };
/** What isn't supported now won't be at the next try either. */
const unsupported: Situation = { ...failing, why: 'unsupported', way: undefined };
const lost: Situation = { ...failing, status: 'Deauthorized', why: 'lost', way: 'reconnect' };
const readOnce: Situation = { ...ended, status: 'ReadOnce', why: 'readOnce', way: undefined };
const unlinked: Situation = { ...ended, status: 'Unlinked', why: 'unlinked', way: 'reconnect' };
const unknown: Situation = {
  ...failing,
  status: 'Unknown',
  why: 'unknown',
  way: 'reconnect',
  tone: 'warning',
};

/** Codat's codes of what went wrong while signing in (docs.codat.io, set up redirects). */
const afterError: Readonly<Record<string, Situation>> = { '403': declined, '501': unsupported };

/**
 * How a connection stands. Pending is also what remains after a failure (docs.codat.io, core concepts, connections);
 * `offline` says that its books are on a computer of the company's.
 */
export function situationOf(connection: Connection, offline: boolean): Situation {
  switch (connection.status) {
    case 'Linked':
      return linked;
    case 'PendingAuth': {
      const error = connection.errors.at(-1);
      return error ? (afterError[error.code] ?? failed) : unfinished;
    }
    case 'Deauthorized':
      return offline && endedAfterOneRead(connection) ? readOnce : lost;
    case 'Unlinked':
      return unlinked;
    case 'Unknown':
      return unknown;
  }
}
