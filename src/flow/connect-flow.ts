import { CodatError } from '../api/errors.js';
import type {
  SignInAttempt,
  ConnectFact,
  ConnectRequest,
  ConnectState,
  FactOf,
  StepToRetry,
  AbandonReason,
  StateAt,
} from './connect-state.js';
import {
  applyConsentToggled,
  applyConsentLoaded,
  applyConsentRecorded,
  applyConsentRequired,
  initialConsentStateOf,
} from './consent-transitions.js';
import type { transitionsByState } from './journey-map.js';
import { compareWithPreviousOrganisation, previousOrganisationFieldOf } from './previous-organisation.js';

type JourneyMap = typeof transitionsByState;

/** The handlers of one state: one for each fact in the map's row, which may only return the states listed there. */
type Row<At extends ConnectState['at']> = {
  readonly [Type in keyof JourneyMap[At] & ConnectFact['type']]: (
    state: StateAt<At>,
    fact: FactOf<Type>,
  ) => JourneyMap[At][Type] extends readonly (infer To extends ConnectState['at'])[] ? StateAt<To> : never;
};

const requestOf = ({
  platform,
  connection,
  replaces,
  givenConsent,
  signsIn,
  previousOrganisation,
}: ConnectRequest): ConnectRequest => ({
  platform,
  ...(connection && { connection }),
  ...(replaces && { replaces }),
  ...(givenConsent && { givenConsent }),
  ...(signsIn && { signsIn }),
  ...(previousOrganisation && { previousOrganisation }),
});

const attemptOf = ({
  platform,
  connection,
  knownErrorIds,
  openedIn,
  previousOrganisation,
}: SignInAttempt): SignInAttempt => ({
  platform,
  connection,
  knownErrorIds,
  openedIn,
  ...(previousOrganisation && { previousOrganisation }),
});

const platformSelected = (
  state: ConnectState,
  { hostAsksFor, ...request }: FactOf<'platformSelected'>,
): StateAt<'preparing'> => ({
  at: 'preparing',
  ...requestOf(request),
  ...(state.at === 'choosing' && state.signsIn && { signsIn: state.signsIn }),
  consentState: initialConsentStateOf(hostAsksFor, request),
});

const delegatedFirst = (): StateAt<'choosing'> => ({ at: 'choosing', signsIn: 'other' });

/** Drops the connection that this attempt created, since a share link is for a platform and not for a connection. */
const delegated = (
  { platform, replaces, givenConsent }: ConnectRequest,
  { hostAsksFor }: FactOf<'delegated'>,
): StateAt<'preparing'> => {
  const request: ConnectRequest = {
    platform,
    ...(replaces && { replaces }),
    ...(givenConsent && { givenConsent }),
    signsIn: 'other',
  };
  return { at: 'preparing', ...request, consentState: initialConsentStateOf(hostAsksFor, request) };
};

const confirmed = (_: ConnectState, request: FactOf<'confirmed'>): StateAt<'creating' | 'sharing'> => ({
  at: request.signsIn === 'other' ? 'sharing' : 'creating',
  ...requestOf(request),
});

/** Stays in this state until the person has agreed to the host's terms. */
const confirmedConsent = (
  state: StateAt<'preparing'>,
  request: FactOf<'confirmed'>,
): StateAt<'creating' | 'sharing' | 'preparing'> => {
  const { consentState } = state;
  if (consentState.is === 'nothing') return confirmed(state, request);
  if (consentState.is === 'loading') return state;
  return consentState.answer === 'yes'
    ? { ...confirmed(state, request), givenConsent: { is: 'said', consent: consentState.consent } }
    : { ...state, consentState: { ...consentState, answer: 'missing' } };
};

const resumed = (_: ConnectState, { attempt }: FactOf<'resumed'>): StateAt<'confirming'> => ({
  at: 'confirming',
  checks: 0,
  returned: true,
  ...attempt,
});

const shareLinkCreated = (
  { platform }: StateAt<'sharing'>,
  { shareLink }: FactOf<'shareLinkCreated'>,
): StateAt<'shared'> => ({
  at: 'shared',
  platform,
  shareLink,
});

/** The gateway sends the URL only when it creates the link, so we keep it. */
const shareLinkUpdated = (
  state: StateAt<'shared'>,
  { shareLink }: FactOf<'shareLinkUpdated'>,
): StateAt<'shared'> =>
  shareLink.id === state.shareLink.id && shareLink.status !== state.shareLink.status
    ? { ...state, shareLink: { ...shareLink, url: state.shareLink.url } }
    : state;

const created = (
  { platform, previousOrganisation }: StateAt<'creating'>,
  { connection, openedIn }: FactOf<'created'>,
): StateAt<'authorizing' | 'connected'> =>
  connection.status === 'Linked'
    ? { at: 'connected', platform, connection }
    : {
        at: 'authorizing',
        platform,
        connection,
        openedIn,
        knownErrorIds: new Set(connection.errors.map(({ id }) => id)),
        // A second attempt keeps the organisation that the connection had before the first.
        ...(previousOrganisation ? { previousOrganisation } : previousOrganisationFieldOf(connection)),
        checks: 0,
      };

const recheck = (state: StateAt<'authorizing'>, { returned }: FactOf<'recheck'>): StateAt<'confirming'> => ({
  ...state,
  at: 'confirming',
  returned,
});

const accepted = ({ platform, connection }: StateAt<'comparing'>): StateAt<'connected'> => ({
  at: 'connected',
  platform,
  connection,
});

/** Only Codat's answer about this connection decides how the attempt ends. */
const read = (
  state: StateAt<'confirming'>,
  { connection }: FactOf<'read'>,
): StateAt<'connected' | 'comparing' | 'authorizing' | 'abandoned' | 'failed'> => {
  const { knownErrorIds, checks, returned } = state;
  const attempt = { ...attemptOf(state), connection };
  if (connection.status === 'Linked') return compareWithPreviousOrganisation(attempt, connection);
  const error = connection.errors.find(({ id }) => !knownErrorIds.has(id));
  if (error) return endedWithError(attempt, error.code);
  return returned ? abandoned(attempt, 'returned') : { at: 'authorizing', checks: checks + 1, ...attempt };
};

/** Connects an abandoned attempt after all, since the person may still finish signing in. */
const readLate = (
  state: StateAt<'abandoned'>,
  { connection }: FactOf<'read'>,
): StateAt<'abandoned' | 'connected' | 'comparing'> =>
  connection.status === 'Linked' ? compareWithPreviousOrganisation(state, connection) : state;

/** Connects when the recipient of the share link has signed in. */
const readWhileShared = (
  state: StateAt<'shared'>,
  { connection }: FactOf<'read'>,
): StateAt<'shared' | 'connected'> =>
  connection.status === 'Linked' ? { at: 'connected', platform: state.platform, connection } : state;

const readFailed = (state: StateAt<'confirming'>): StateAt<'authorizing'> => ({
  at: 'authorizing',
  ...attemptOf(state),
  checks: state.checks + 1,
});

const failed =
  (failedStep: StepToRetry) =>
  (request: ConnectRequest, { error }: FactOf<'failed'>): StateAt<'failed'> => ({
    at: 'failed',
    ...requestOf(request),
    error,
    failedStep,
  });

const cancelled = (attempt: SignInAttempt): StateAt<'abandoned'> => abandoned(attempt, 'cancelled');

const expired = (attempt: SignInAttempt): StateAt<'abandoned'> => abandoned(attempt, 'expired');

const reset = (): StateAt<'choosing'> => ({ at: 'choosing' });

const resetFirst = (state: StateAt<'choosing'>): StateAt<'choosing'> => (state.signsIn ? reset() : state);

/** A deleted connection can be neither renewed nor replaced, so a retry connects the platform anew. */
const failedConnecting = (request: ConnectRequest, fact: FactOf<'failed'>): StateAt<'failed'> =>
  failed('connecting')(fact.error.kind === 'missing' ? { platform: request.platform } : request, fact);

/** The whole journey, one row for each state. A fact that is not in the row changes nothing, so that late answers are dropped. */
const rows: { readonly [At in ConnectState['at']]: Row<At> } = {
  choosing: { platformSelected, delegated: delegatedFirst, confirmed, resumed, reset: resetFirst },
  preparing: {
    consentLoaded: applyConsentLoaded,
    consentToggled: applyConsentToggled,
    delegated,
    confirmed: confirmedConsent,
    resumed,
    failed: failed('preparing'),
    reset,
  },
  creating: {
    consentRecorded: applyConsentRecorded,
    consentRequired: applyConsentRequired,
    created,
    failed: failedConnecting,
    cancelled: reset,
    reset,
  },
  sharing: {
    consentRecorded: applyConsentRecorded,
    consentRequired: applyConsentRequired,
    shareLinkCreated,
    failed: failed('sharing'),
    cancelled: reset,
    reset,
  },
  shared: { shareLinkUpdated, read: readWhileShared, platformSelected, delegated, confirmed, reset },
  authorizing: { recheck, delegated, failed: failedConnecting, cancelled, expired, reset },
  confirming: { read, readFailed, delegated, failed: failedConnecting, cancelled, expired, reset },
  comparing: { accepted, confirmed, reset },
  connected: { platformSelected, confirmed, reset },
  abandoned: { platformSelected, delegated, confirmed, read: readLate, reset },
  failed: { platformSelected, delegated, confirmed, reset },
};

/** The state after a fact; the same object if the fact changes nothing. */
export function nextState(state: ConnectState, fact: ConnectFact): ConnectState {
  // The row belongs to the state's own type, which the compiler can't infer through the union.
  const row = rows[state.at] as Readonly<Partial<Record<ConnectFact['type'], Cell>>>;
  return row[fact.type]?.(state, fact) ?? state;
}

type Cell = (state: ConnectState, fact: ConnectFact) => ConnectState;

function abandoned(attempt: SignInAttempt, reason: AbandonReason): StateAt<'abandoned'> {
  return { at: 'abandoned', reason, ...attemptOf(attempt) };
}

/** Codat's error codes: 403 means that the person cancelled at the platform, 501 that the platform is not supported, others that sign-in failed there. */
function endedWithError(attempt: SignInAttempt, code: string): StateAt<'abandoned' | 'failed'> {
  if (code === '403') return abandoned(attempt, 'declined');
  const error =
    code === '501'
      ? new CodatError('unsupported', 'This platform is not supported by the client.')
      : new CodatError('declined', 'The platform reported an error.');
  return failedConnecting(attempt, { type: 'failed', error });
}
