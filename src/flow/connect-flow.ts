import { CodatError } from '../api/errors.js';
import type {
  Asks,
  Attempt,
  ConnectFact,
  ConnectState,
  Doing,
  FactOf,
  Reason,
  StateAt,
  Wish,
} from './connect-state.js';
import type { journeyMap } from './journey-map.js';
import { linked, wasOf } from './renewed.js';

type JourneyMap = typeof journeyMap;

/** What a fact that a state has a place for leads to: only where the map says. */
type Row<At extends ConnectState['at']> = {
  readonly [Type in keyof JourneyMap[At] & ConnectFact['type']]: (
    state: StateAt<At>,
    fact: FactOf<Type>,
  ) => JourneyMap[At][Type] extends readonly (infer To extends ConnectState['at'])[] ? StateAt<To> : never;
};

const wishOf = ({ platform, connection, replaces, agreed, signsIn, was }: Wish): Wish => ({
  platform,
  ...(connection && { connection }),
  ...(replaces && { replaces }),
  ...(agreed && { agreed }),
  ...(signsIn && { signsIn }),
  ...(was && { was }),
});

const attemptOf = ({ platform, connection, before, by, was }: Attempt): Attempt => ({
  platform,
  connection,
  before,
  by,
  ...(was && { was }),
});

/** What the host asks first; what the person has agreed to, it asks no more. */
const asking = (asks: 'consent' | 'nothing', { agreed }: Wish): Asks => ({
  is: asks === 'consent' && !agreed ? 'loading' : 'nothing',
});

const considered = (state: ConnectState, { asks, ...wish }: FactOf<'considered'>): StateAt<'preparing'> => ({
  at: 'preparing',
  ...wishOf(wish),
  ...(state.at === 'choosing' && state.signsIn && { signsIn: state.signsIn }),
  asks: asking(asks, wish),
});

const delegatedFirst = (): StateAt<'choosing'> => ({ at: 'choosing', signsIn: 'other' });

/** Whoever else signs in does so for a connection of the same platform, which need not be the one begun here. */
const delegated = (
  { platform, replaces, agreed }: Wish,
  { asks }: FactOf<'delegated'>,
): StateAt<'preparing'> => {
  const wish: Wish = { platform, ...(replaces && { replaces }), ...(agreed && { agreed }), signsIn: 'other' };
  return { at: 'preparing', ...wish, asks: asking(asks, wish) };
};

const worded = (state: StateAt<'preparing'>, { consent }: FactOf<'worded'>): StateAt<'preparing'> => ({
  ...state,
  asks: consent ? { is: 'consent', consent, answer: 'none' } : { is: 'nothing' },
});

const answered = (state: StateAt<'preparing'>, { yes }: FactOf<'answered'>): StateAt<'preparing'> =>
  state.asks.is === 'consent' ? { ...state, asks: { ...state.asks, answer: yes ? 'yes' : 'none' } } : state;

const chose = (_: ConnectState, wish: FactOf<'chose'>): StateAt<'creating' | 'sharing'> => ({
  at: wish.signsIn === 'other' ? 'sharing' : 'creating',
  ...wishOf(wish),
});

/** Nobody goes on who has not agreed to what the host asks. */
const choseThere = (
  state: StateAt<'preparing'>,
  wish: FactOf<'chose'>,
): StateAt<'creating' | 'sharing' | 'preparing'> => {
  const { asks } = state;
  if (asks.is === 'nothing') return chose(state, wish);
  if (asks.is === 'loading') return state;
  return asks.answer === 'yes'
    ? { ...chose(state, wish), agreed: { is: 'said', consent: asks.consent } }
    : { ...state, asks: { ...asks, answer: 'missing' } };
};

const resumed = (_: ConnectState, { attempt }: FactOf<'resumed'>): StateAt<'confirming'> => ({
  at: 'confirming',
  looks: 0,
  returned: true,
  ...attempt,
});

const consented = <State extends StateAt<'creating' | 'sharing'>>(
  state: State,
  { receipt }: FactOf<'consented'>,
): State => ({ ...state, agreed: { is: 'recorded', receipt } });

const asked = (
  { agreed, ...state }: StateAt<'creating' | 'sharing'>,
  { consent }: FactOf<'asked'>,
): StateAt<'preparing'> => {
  const asks: Asks = { is: 'consent', consent, answer: agreed ? 'outdated' : 'none' };
  return { ...state, at: 'preparing', asks };
};

const shared = ({ platform }: StateAt<'sharing'>, { share }: FactOf<'shared'>): StateAt<'shared'> => ({
  at: 'shared',
  platform,
  share,
});

/** The link itself is told only when it is made. */
const followed = (state: StateAt<'shared'>, { share }: FactOf<'followed'>): StateAt<'shared'> =>
  share.id === state.share.id && share.status !== state.share.status
    ? { ...state, share: { ...share, url: state.share.url } }
    : state;

const created = (
  { platform, was }: StateAt<'creating'>,
  { connection, by }: FactOf<'created'>,
): StateAt<'authorizing' | 'connected'> =>
  connection.status === 'Linked'
    ? { at: 'connected', platform, connection }
    : {
        at: 'authorizing',
        platform,
        connection,
        by,
        before: new Set(connection.errors.map(({ id }) => id)),
        // At a second try it may be linked to another organisation than it was at first.
        ...(was ? { was } : wasOf(connection)),
        looks: 0,
      };

const noticed = (state: StateAt<'authorizing'>, { returned }: FactOf<'noticed'>): StateAt<'confirming'> => ({
  ...state,
  at: 'confirming',
  returned,
});

const accepted = ({ platform, connection }: StateAt<'comparing'>): StateAt<'connected'> => ({
  at: 'connected',
  platform,
  connection,
});

/** Only what Codat says of this connection decides. */
const read = (
  state: StateAt<'confirming'>,
  { connection }: FactOf<'read'>,
): StateAt<'connected' | 'comparing' | 'authorizing' | 'abandoned' | 'failed'> => {
  const { before, looks, returned } = state;
  const attempt = { ...attemptOf(state), connection };
  if (connection.status === 'Linked') return linked(attempt, connection);
  const error = connection.errors.find(({ id }) => !before.has(id));
  if (error) return ended(attempt, error.code);
  return returned ? abandoned(attempt, 'returned') : { at: 'authorizing', looks: looks + 1, ...attempt };
};

/** A link that comes late counts. */
const readLate = (
  state: StateAt<'abandoned'>,
  { connection }: FactOf<'read'>,
): StateAt<'abandoned' | 'connected' | 'comparing'> =>
  connection.status === 'Linked' ? linked(state, connection) : state;

/** Whoever has the log-in linked it. */
const readShared = (
  state: StateAt<'shared'>,
  { connection }: FactOf<'read'>,
): StateAt<'shared' | 'connected'> =>
  connection.status === 'Linked' ? { at: 'connected', platform: state.platform, connection } : state;

const unread = (state: StateAt<'confirming'>): StateAt<'authorizing'> => ({
  at: 'authorizing',
  ...attemptOf(state),
  looks: state.looks + 1,
});

const failed =
  (doing: Doing) =>
  (wish: Wish, { error }: FactOf<'failed'>): StateAt<'failed'> => ({
    at: 'failed',
    ...wishOf(wish),
    error,
    while: doing,
  });

const cancelled = (attempt: Attempt): StateAt<'abandoned'> => abandoned(attempt, 'cancelled');

const expired = (attempt: Attempt): StateAt<'abandoned'> => abandoned(attempt, 'expired');

const reset = (): StateAt<'choosing'> => ({ at: 'choosing' });

const resetFirst = (state: StateAt<'choosing'>): StateAt<'choosing'> => (state.signsIn ? reset() : state);

const connecting = failed('connecting');

/** The whole journey, one row a state. A fact with no cell in the row changes nothing: late answers are lost safely. */
const rows: { readonly [At in ConnectState['at']]: Row<At> } = {
  choosing: { considered, delegated: delegatedFirst, chose, resumed, reset: resetFirst },
  preparing: { worded, answered, delegated, chose: choseThere, resumed, failed: failed('preparing'), reset },
  creating: { consented, asked, created, failed: connecting, cancelled: reset, reset },
  sharing: { consented, asked, shared, failed: failed('sharing'), cancelled: reset, reset },
  shared: { followed, read: readShared, considered, delegated, chose, reset },
  authorizing: { noticed, delegated, failed: connecting, cancelled, expired, reset },
  confirming: { read, unread, delegated, failed: connecting, cancelled, expired, reset },
  comparing: { accepted, chose, reset },
  connected: { considered, chose, reset },
  abandoned: { considered, delegated, chose, read: readLate, reset },
  failed: { considered, delegated, chose, reset },
};

/** The state after a fact. */
export function next(state: ConnectState, fact: ConnectFact): ConnectState {
  // A row is looked up by the very state it is given, which the compiler can't follow through the union.
  const row = rows[state.at] as Readonly<Partial<Record<ConnectFact['type'], Cell>>>;
  return row[fact.type]?.(state, fact) ?? state;
}

type Cell = (state: ConnectState, fact: ConnectFact) => ConnectState;

function abandoned(attempt: Attempt, reason: Reason): StateAt<'abandoned'> {
  return { at: 'abandoned', reason, ...attemptOf(attempt) };
}

/** What Codat's error codes mean for the person: 403 cancelled at the platform, 501 not supported, anything else failed there. */
function ended(attempt: Attempt, code: string): StateAt<'abandoned' | 'failed'> {
  if (code === '403') return abandoned(attempt, 'declined');
  const error =
    code === '501'
      ? new CodatError('unsupported', 'This platform is not supported by the client.')
      : new CodatError('declined', 'The platform reported an error.');
  return connecting(attempt, { type: 'failed', error });
}
