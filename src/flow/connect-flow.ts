import { CodatError } from '../api/errors.js';
import type { Connection } from '../api/schemas/connection.js';
import type { Platform } from '../api/schemas/platform.js';

/** What the journey needs of a platform: how to ask for it and what people call it. */
export type Chosen = Pick<Platform, 'key' | 'name'>;

/** One try to connect a platform: the connection it is about, and the errors that connection carried before. */
export interface Attempt {
  readonly platform: Chosen;
  readonly connection: Connection;
  /** Ids of the errors that were there at the start: compared as a set, since clocks differ. */
  readonly before: ReadonlySet<string>;
  /** Where the person signs in: in a window of its own, in this tab, where the host takes them, or, when a window was blocked, by a link. */
  readonly by: Place;
}

/** Where a person signs in. */
export type Place = 'window' | 'tab' | 'host' | 'link';

/** What a person wants: a platform, one of its connections again, or a platform in place of another one's connection. */
export interface Wish {
  readonly platform: Chosen;
  readonly connection?: Connection;
  /** The connection to cut first, where only one of its kind can be. */
  readonly replaces?: Connection;
}

/** Why a try ended without a connection and without an error. Codat may still say «linked» later. */
export type Reason =
  /** The person cancelled at the platform. */
  | 'declined'
  /** The person came back without a connection. */
  | 'returned'
  /** The person cancelled here. */
  | 'cancelled'
  /** Half an hour went by. */
  | 'expired';

/** Where a person is between choosing a platform and being connected. Each state carries what is true in it. */
export type ConnectState =
  | { readonly at: 'choosing' }
  | ({ readonly at: 'preparing' } & Wish)
  | ({ readonly at: 'creating' } & Wish)
  | ({ readonly at: 'authorizing'; readonly looks: number } & Attempt)
  | ({ readonly at: 'confirming'; readonly looks: number; readonly returned: boolean } & Attempt)
  | { readonly at: 'connected'; readonly platform: Chosen; readonly connection: Connection }
  | ({ readonly at: 'abandoned'; readonly reason: Reason } & Attempt)
  | {
      readonly at: 'failed';
      readonly platform: Chosen;
      readonly connection?: Connection;
      readonly error: CodatError;
    };

/** What may happen on the way. */
export type ConnectFact =
  /** The person chose, and there is something to know before going there. */
  | ({ readonly type: 'considered' } & Wish)
  /** The person chose, and goes. */
  | ({ readonly type: 'chose' } & Wish)
  /** The person comes back to this tab, from which they had left to sign in. */
  | { readonly type: 'resumed'; readonly attempt: Attempt }
  /** There is a connection to sign in for. */
  | { readonly type: 'created'; readonly connection: Connection; readonly by: Attempt['by'] }
  /** There is a reason to look; `returned` if the return page spoke. */
  | { readonly type: 'noticed'; readonly returned: boolean }
  /** What Codat says of the connection. */
  | { readonly type: 'read'; readonly connection: Connection }
  | { readonly type: 'unread' }
  | { readonly type: 'failed'; readonly error: CodatError }
  | { readonly type: 'cancelled' }
  | { readonly type: 'expired' }
  /** Back to the platforms. */
  | { readonly type: 'reset' };

export type StateAt<At extends ConnectState['at']> = Extract<ConnectState, { at: At }>;
export type FactOf<Type extends ConnectFact['type']> = Extract<ConnectFact, { type: Type }>;

type Row<At extends ConnectState['at']> = {
  readonly [Type in ConnectFact['type']]?: (state: StateAt<At>, fact: FactOf<Type>) => ConnectState;
};

const wishOf = ({ platform, connection, replaces }: Wish): Wish => ({
  platform,
  ...(connection && { connection }),
  ...(replaces && { replaces }),
});

const considered = (_: ConnectState, wish: FactOf<'considered'>): ConnectState => ({
  at: 'preparing',
  ...wishOf(wish),
});

const chose = (_: ConnectState, wish: FactOf<'chose'>): ConnectState => ({ at: 'creating', ...wishOf(wish) });

const resumed = (_: ConnectState, { attempt }: FactOf<'resumed'>): ConnectState => ({
  at: 'confirming',
  looks: 0,
  returned: true,
  ...attempt,
});

const created = ({ platform }: StateAt<'creating'>, { connection, by }: FactOf<'created'>): ConnectState =>
  connection.status === 'Linked'
    ? { at: 'connected', platform, connection }
    : {
        at: 'authorizing',
        platform,
        connection,
        by,
        before: new Set(connection.errors.map(({ id }) => id)),
        looks: 0,
      };

const noticed = (state: StateAt<'authorizing'>, { returned }: FactOf<'noticed'>): ConnectState => ({
  ...state,
  at: 'confirming',
  returned,
});

/** Only what Codat says of this connection decides. */
const read = (state: StateAt<'confirming'>, { connection }: FactOf<'read'>): ConnectState => {
  const { platform, before, by, looks, returned } = state;
  const attempt = { platform, connection, before, by };
  if (connection.status === 'Linked') return { at: 'connected', platform, connection };
  const error = connection.errors.find(({ id }) => !before.has(id));
  if (error) return ended(attempt, error.code);
  return returned
    ? { at: 'abandoned', reason: 'returned', ...attempt }
    : { at: 'authorizing', looks: looks + 1, ...attempt };
};

const readLate = (state: StateAt<'abandoned'>, { connection }: FactOf<'read'>): ConnectState =>
  connection.status === 'Linked' ? { at: 'connected', platform: state.platform, connection } : state;

const unread = ({ platform, connection, before, by, looks }: StateAt<'confirming'>): ConnectState => ({
  at: 'authorizing',
  platform,
  connection,
  before,
  by,
  looks: looks + 1,
});

const failed = (
  { platform, connection }: { platform: Chosen; connection?: Connection },
  { error }: FactOf<'failed'>,
): ConnectState => ({ at: 'failed', platform, error, ...(connection && { connection }) });

const cancelled = ({ platform, connection, before, by }: Attempt): ConnectState =>
  abandoned({ platform, connection, before, by }, 'cancelled');

const expired = ({ platform, connection, before, by }: Attempt): ConnectState =>
  abandoned({ platform, connection, before, by }, 'expired');

const reset = (): ConnectState => ({ at: 'choosing' });

/** The whole journey, one row a state. A fact with no cell in the row changes nothing: late answers are lost safely. */
const rows: { readonly [At in ConnectState['at']]: Row<At> } = {
  choosing: { considered, chose, resumed },
  preparing: { chose, reset },
  creating: { created, failed, cancelled: reset, reset },
  authorizing: { noticed, failed, cancelled, expired, reset },
  confirming: { read, unread, failed, cancelled, expired, reset },
  connected: { considered, chose, reset },
  abandoned: { considered, chose, read: readLate, reset },
  failed: { considered, chose, reset },
};

/** The state after a fact. */
export function next(state: ConnectState, fact: ConnectFact): ConnectState {
  // A row is looked up by the very state it is given, which the compiler can't follow through the union.
  const cell = rows[state.at][fact.type] as
    ((state: ConnectState, fact: ConnectFact) => ConnectState) | undefined;
  return cell ? cell(state, fact) : state;
}

function abandoned(attempt: Attempt, reason: Reason): ConnectState {
  return { at: 'abandoned', reason, ...attempt };
}

/** What Codat's error codes mean for the person: 403 cancelled at the platform, 501 not supported, anything else failed there. */
function ended(attempt: Attempt, code: string): ConnectState {
  if (code === '403') return abandoned(attempt, 'declined');
  const error =
    code === '501'
      ? new CodatError('unsupported', 'This platform is not supported by the client.')
      : new CodatError('declined', 'The platform reported an error.');
  return { at: 'failed', platform: attempt.platform, connection: attempt.connection, error };
}
