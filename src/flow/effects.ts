import { CodatError } from '../api/errors.js';
import type { Connection } from '../api/schemas/connection.js';
import { computeCheckDelayMs, settlingDelaysMs } from './check-delay.js';
import type { SignInAttempt, ConnectFact, ConnectRequest, ConnectState, StateAt } from './connect-state.js';
import type { FlowServices } from './flow-services.js';
import { timeoutFactByState } from './journey-map.js';
import type { SignInPageHandle } from './sign-in-window.js';

/** The dependencies of the effect of a state. */
interface EffectContext {
  readonly services: FlowServices;
  /** The window that the click opened; undefined after a return to this tab. */
  readonly window: SignInPageHandle | undefined;
  /** When the attempt began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Identifies the attempt among others for the same connection, in whichever tab the person comes back. */
  readonly attemptId: string;
  /** Aborts when the state is left. */
  readonly signal: AbortSignal;
}

type Effect<At extends ConnectState['at']> = (
  state: StateAt<At>,
  context: EffectContext,
) => Promise<ConnectFact | undefined> | undefined;

/** Runs the effect of a state: its requests and waits, and the sign-in window. Resolves to the resulting fact, if any. */
export function runEffectOfState(
  state: ConnectState,
  context: EffectContext,
): Promise<ConnectFact | undefined> | undefined {
  // The effect belongs to the state's own type, which the compiler can't infer through the union.
  return (effects[state.at] as Effect<ConnectState['at']>)(state, context);
}

const closeWindow = (_: ConnectState, { window }: EffectContext): undefined => {
  window?.close();
};

const prepare: Effect<'preparing'> = (state, context) => {
  closeWindow(state, context);
  return state.consentState.is === 'loading' ? loadConsent(context) : undefined;
};

const loadConsent = async ({ services, signal }: EffectContext): Promise<ConnectFact> => ({
  type: 'consentLoaded',
  consent: await services.fetchConsentText(signal),
});

const create: Effect<'creating'> = (state, context) =>
  withConsent(state, context, async (receipt) => ({
    type: 'created',
    connection: await connect(state, context, receipt),
    openedIn: context.window?.openedIn ?? 'link',
  }));

const createShareLink: Effect<'sharing'> = (state, context) =>
  withConsent(state, context, async (receipt) => ({
    type: 'shareLinkCreated',
    shareLink: await context.services.createShareLink(state.platform.key, context.signal, receipt),
  }));

/** Records a consent that isn't recorded yet, and otherwise proceeds. If the gateway refuses the consent, or requires one, loads the terms. */
async function withConsent(
  { platform, givenConsent }: ConnectRequest,
  { services, signal }: EffectContext,
  proceed: (receipt?: string) => Promise<ConnectFact>,
): Promise<ConnectFact> {
  const isUnrecorded = givenConsent?.is === 'said';
  try {
    if (!isUnrecorded) return await proceed(givenConsent?.receipt.receipt);
    const receipt = await services.recordConsent(givenConsent.consent, platform.key, signal);
    return { type: 'consentRecorded', receipt };
  } catch (error) {
    const refused = CodatError.from(error).status === (isUnrecorded ? 400 : 403);
    const consent = refused && (await services.fetchConsentText(signal));
    if (consent) return { type: 'consentRequired', consent };
    throw error;
  }
}

/** Creates the connection, or refetches an existing one, since the sign-in link in a list may have expired by now. */
async function connect(
  { platform, connection, replaces }: StateAt<'creating'>,
  context: EffectContext,
  receipt: string | undefined,
): Promise<Connection> {
  const { services, signal, attemptId } = context;
  if (replaces) await unlinkIfLinked(replaces, context);
  const current = connection
    ? await fetchConnection(connection.id, context)
    : withAttemptIdInLinkUrl(await services.connect(platform.key, signal, receipt), attemptId);
  signal.throwIfAborted();
  if (!current.linkUrl) throw new CodatError('unreadable', 'The connection has no sign-in link.');
  return current;
}

/** Reads the status first, since an earlier attempt may have unlinked the connection already. */
async function unlinkIfLinked({ id }: Connection, { services, signal }: EffectContext): Promise<void> {
  const { status } = await services.fetchConnection(id, signal);
  if (status === 'Linked') await services.unlink(id);
}

async function fetchConnection(
  id: string,
  { services, signal, attemptId }: EffectContext,
): Promise<Connection> {
  return withAttemptIdInLinkUrl(await services.fetchConnection(id, signal), attemptId);
}

/** The attempt whose sign-in is open. */
export const attemptInProgressOf = (state: ConnectState): SignInAttempt | undefined =>
  state.at === 'authorizing' || state.at === 'confirming' ? state : undefined;

/** Adds the attempt's id to the sign-in link; the return page gets it back. */
export function withAttemptIdInLinkUrl(connection: Connection, attemptId: string): Connection {
  if (!connection.linkUrl) return connection;
  const link = new URL(connection.linkUrl);
  link.searchParams.set('attempt', attemptId);
  return { ...connection, linkUrl: link.href };
}

/** Whether half an hour has passed since the attempt began. */
const hasExpired = ({ startedAt }: EffectContext): boolean =>
  Date.now() >= startedAt + timeoutFactByState.authorizing.timeoutMs;

/** Ignores a closed window: under a strict cross-origin opener policy, `closed` is true at once. */
const awaitSignIn: Effect<'authorizing'> = async ({ connection, checks }, context) => {
  const { services, window, signal, attemptId } = context;
  if (checks === 0 && connection.linkUrl) window?.navigate(connection.linkUrl);
  if (hasExpired(context)) return { type: 'expired' };
  const reason = await services.waitForReasonToRefetchConnection(
    connection.id,
    computeCheckDelayMs(checks),
    signal,
    attemptId,
  );
  return { type: 'recheck', returned: reason === 'returned' };
};

const confirm: Effect<'confirming'> = async ({ connection, knownErrorIds, returned }, context) => {
  const { services, signal } = context;
  try {
    let latest = await fetchConnection(connection.id, context);
    for (const delayMs of returned ? settlingDelaysMs : []) {
      if (latest.status === 'Linked' || latest.errors.some(({ id }) => !knownErrorIds.has(id))) break;
      await services.waitForReasonToRefetchConnection(connection.id, delayMs, signal);
      latest = await fetchConnection(connection.id, context);
    }
    return { type: 'read', connection: latest };
  } catch (error) {
    // A passing failure does not end the attempt: the person may still be signing in.
    if (CodatError.from(error).retryable) return { type: 'readFailed' };
    throw error;
  }
};

/** Checks a share link until its status changes or, once it is `connected`, until its connection can be read. */
const trackShareLink: Effect<'shared'> = async ({ shareLink }, { services, signal }) => {
  const { id, connectionId, status } = shareLink;
  for (let checks = 0; ['open', 'used', 'connected'].includes(status); checks++) {
    if (status === 'connected' && connectionId) {
      const connection = await services.fetchConnection(connectionId, signal).catch(() => undefined);
      if (connection) return { type: 'read', connection };
    }
    await services.waitForReasonToRefetchConnection(
      connectionId ?? id,
      computeCheckDelayMs(checks, 'slow'),
      signal,
    );
    const latest = await services.fetchShareLink(id, signal);
    if (latest && latest.status !== status) return { type: 'shareLinkUpdated', shareLink: latest };
  }
  return undefined;
};

/** The longest that a timer can wait: 24 days. */
const longestWaitMs = 2 ** 31 - 1;

/** Refetches until half an hour has passed, and later only when the person returns: their window then closes, so this page must show the result. */
const awaitLateLink: Effect<'abandoned'> = async ({ connection }, context) => {
  const { services, signal, attemptId } = context;
  for (let checks = 0; !signal.aborted; checks++) {
    const expired = hasExpired(context);
    const delayMs = expired ? longestWaitMs : computeCheckDelayMs(checks);
    const reason = await services.waitForReasonToRefetchConnection(connection.id, delayMs, signal, attemptId);
    if (expired && reason !== 'returned') continue;
    const latest = await services.fetchConnection(connection.id, signal).catch(() => undefined);
    if (latest?.status === 'Linked') return { type: 'read', connection: latest };
  }
  return undefined;
};

const effects: { readonly [At in ConnectState['at']]: Effect<At> } = {
  choosing: () => undefined,
  preparing: prepare,
  creating: create,
  sharing: createShareLink,
  shared: trackShareLink,
  authorizing: awaitSignIn,
  confirming: confirm,
  comparing: closeWindow,
  connected: closeWindow,
  abandoned: awaitLateLink,
  failed: closeWindow,
};
