import type { Connection } from '../../api/schemas/connection.js';
import type { Messages } from '../../i18n/messages.js';
import { hasEndedAfterOneSync } from '../has-ended-after-one-sync.js';
import type { IconName } from '../icons.js';

type Words = Messages['connectionList'];

/** The view model of a connection's status: its label, its explanation and the person's next step. */
export interface ConnectionStatusView {
  readonly status: keyof Words['statuses'];
  /** The message that explains the status; undefined if nothing is wrong. */
  readonly reason: keyof Words['whys'] | undefined;
  /** The button in the row, if its action is possible; other actions are in the menu. */
  readonly nextStep: keyof Words['ways'] | undefined;
  readonly icon: IconName;
  readonly tone: 'success' | 'warning' | 'danger' | 'quiet';
  /** Whether the connection waits for the person. */
  readonly needsPerson: boolean;
  /** Whether to show the id, to quote to the lender. */
  readonly showsReference: boolean;
}

const pending = {
  status: 'PendingAuth',
  icon: 'clock',
  tone: 'warning',
  needsPerson: true,
  showsReference: false,
} as const;
const failing = {
  status: 'Failed',
  icon: 'alert',
  tone: 'danger',
  needsPerson: true,
  showsReference: true,
} as const;
const ended = { icon: 'dash', tone: 'quiet', needsPerson: false, showsReference: false } as const;

const linked: ConnectionStatusView = {
  status: 'Linked',
  reason: undefined,
  nextStep: undefined,
  icon: 'check',
  tone: 'success',
  needsPerson: false,
  showsReference: false,
};
const unfinished: ConnectionStatusView = { ...pending, reason: 'unfinished', nextStep: 'finish' };
const declined: ConnectionStatusView = { ...pending, reason: 'declined', nextStep: 'finish' };
const failed: ConnectionStatusView = { ...failing, reason: 'failed', nextStep: 'tryAgain' };
/** Trying again can't help. */
const unsupported: ConnectionStatusView = { ...failing, reason: 'unsupported', nextStep: 'choose' };
const lost: ConnectionStatusView = {
  ...failing,
  status: 'Deauthorized',
  reason: 'lost',
  nextStep: 'reconnect',
};
const readOnce: ConnectionStatusView = {
  ...ended,
  status: 'ReadOnce',
  reason: 'readOnce',
  nextStep: undefined,
};
const unlinked: ConnectionStatusView = {
  ...ended,
  status: 'Unlinked',
  reason: 'unlinked',
  nextStep: 'reconnect',
};
const unknown: ConnectionStatusView = {
  ...failing,
  status: 'Unknown',
  reason: 'unknown',
  nextStep: 'reconnect',
  tone: 'warning',
};

/** Codat's error codes of sign-in (docs.codat.io, set up redirects). */
const statusViewByErrorCode: Readonly<Record<string, ConnectionStatusView>> = {
  '403': declined,
  '501': unsupported,
};

/**
 * The status view of a connection. `PendingAuth` is also the status after a failure (docs.codat.io, core concepts,
 * connections). `offline` says whether the platform runs on a computer of the company.
 */
export function statusViewOf(connection: Connection, offline: boolean): ConnectionStatusView {
  switch (connection.status) {
    case 'Linked':
      return linked;
    case 'PendingAuth': {
      const error = connection.errors.at(-1);
      return error ? (statusViewByErrorCode[error.code] ?? failed) : unfinished;
    }
    case 'Deauthorized':
      return offline && hasEndedAfterOneSync(connection) ? readOnce : lost;
    case 'Unlinked':
      return unlinked;
    case 'Unknown':
      return unknown;
  }
}
