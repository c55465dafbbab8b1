import { fetchConsentText, recordConsent } from '../../api/consents.js';
import type { ShareLink } from '../../api/schemas/share-link.js';
import { createShareLink, fetchShareLinks, withdrawShareLink } from '../../api/share-links.js';
import type { ConnectState } from '../../flow/connect-state.js';
import type { FlowServices } from '../../flow/flow-services.js';
import { waitForReasonToRefetchConnection } from '../../session/live/reasons-to-refetch.js';
import { latestValue } from '../../session/query-state.js';
import type { Query } from '../../session/query.js';
import type { Session } from '../../session/session.js';

/** The requests and waits of a journey, made by its session. `lang` is the language of the terms. */
export function createFlowServices(session: Session, lang: () => string): FlowServices {
  const { send } = session;
  return {
    fetchConsentText: (signal) => fetchConsentText(send, lang(), signal),
    recordConsent: (consent, platformKey, signal) => recordConsent(send, consent, platformKey, signal),
    connect: (platformKey, signal, receipt) => session.connect(platformKey, signal, receipt),
    // Refetches the whole list, since colleagues may have made links as well.
    createShareLink: (platformKey, signal, receipt) =>
      createShareLink(send, platformKey, receipt, signal).finally(
        () => void getShareLinksQuery(session).refresh(),
      ),
    fetchShareLink: async (id) => {
      await getShareLinksQuery(session).refresh();
      return findLoadedShareLink(session, id);
    },
    fetchConnection: (id, signal) => session.fetchConnection(id, signal),
    unlink: (id) => session.unlink(id),
    waitForReasonToRefetchConnection: (id, timeoutMs, signal, attemptId) =>
      waitForReasonToRefetchConnection(session.messageListeners, id, timeoutMs, signal, attemptId),
  };
}

/**
 * Calls `onEnded` whenever the session ends or switches company, and when the connection of a finished journey is
 * disconnected or deleted, here or in another tab. That is noticed only after the list has had the connection, since a
 * list fetched earlier may not have a new one yet.
 */
export function watchForSessionOrConnectionEnd(
  session: Session,
  journey: { readonly state: ConnectState },
  onEnded: () => void,
): void {
  const watchSession = (): void =>
    session.endSignal.addEventListener('abort', () => {
      onEnded();
      queueMicrotask(watchSession);
    });
  watchSession();
  const { connections } = session;
  let listed: string | undefined;
  connections.observe(() => {
    const { state } = journey;
    const all = latestValue(connections.resource);
    if (state.at !== 'connected' && state.at !== 'comparing') listed = undefined;
    else if (all) {
      const { id } = state.connection;
      const status = all.find((each) => each.id === id)?.status;
      if (status === 'Linked' || status === 'PendingAuth') listed = id;
      else if (listed === id) onEnded();
    }
  });
}

/** Answers the return pages of this page's own attempts, so that their windows close. */
export function startAcknowledgingReturns(session: Session, ownAttempt: () => string): void {
  session.messageListeners.add(({ is, connection, attempt }) => {
    if (is === 'returned' && attempt && attempt === ownAttempt())
      session.broadcast({ is: 'received', connection, attempt });
  });
}

/** The links for other people and their statuses. */
export const getShareLinksQuery = (session: Session): Query<ShareLink[]> =>
  session.query('shares', (signal) => fetchShareLinks(session.send, signal));

/** The link with this id, as last fetched. */
const findLoadedShareLink = (session: Session, id: string): ShareLink | undefined =>
  latestValue(getShareLinksQuery(session).resource)?.find((shareLink) => shareLink.id === id);

/** Withdraws a link, and resolves with it as it is then. */
export async function withdrawShareLinkAndRefresh(
  session: Session,
  shareLink: ShareLink,
): Promise<ShareLink> {
  await withdrawShareLink(session.send, shareLink.id);
  await getShareLinksQuery(session).refresh();
  return findLoadedShareLink(session, shareLink.id) ?? { ...shareLink, status: 'withdrawn' };
}
