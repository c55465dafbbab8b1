import type { Connection } from '../../api/schemas/connection.js';
import type { Messages } from '../../i18n/messages.js';
import type { Icon } from '../icons.js';

/** Where a connection stands, in the words of `Messages.connectionList.statuses`, with the picture and tone that go with it. */
export interface Situation {
  readonly word: keyof Messages['connectionList']['statuses'];
  readonly icon: Icon;
  readonly tone: 'success' | 'warning' | 'danger' | 'quiet';
  /** Whether the person is the one who can move it on. */
  readonly needsPerson: boolean;
}

const situations: Readonly<Record<Situation['word'], Omit<Situation, 'word'>>> = {
  Linked: { icon: 'check', tone: 'success', needsPerson: false },
  PendingAuth: { icon: 'clock', tone: 'warning', needsPerson: true },
  Failed: { icon: 'alert', tone: 'danger', needsPerson: true },
  Deauthorized: { icon: 'alert', tone: 'danger', needsPerson: true },
  Unlinked: { icon: 'dash', tone: 'quiet', needsPerson: false },
  Unknown: { icon: 'alert', tone: 'warning', needsPerson: true },
};

/** Pending is also what remains after a failure (docs.codat.io, core concepts, connections); cancelling is none. */
export function situationOf({ status, errors }: Connection): Situation {
  const failed = status === 'PendingAuth' && errors.some(({ code }) => code !== '403');
  const word = failed ? 'Failed' : status;
  return { word, ...situations[word] };
}

/** What needs the person first, then the newest first. */
export function inOrder(connections: readonly Connection[]): Connection[] {
  const rank = (connection: Connection): number => (situationOf(connection).needsPerson ? 0 : 1);
  const age = ({ created }: Connection): number => -(created?.getTime() ?? 0);
  return [...connections].sort((one, other) => rank(one) - rank(other) || age(one) - age(other));
}
