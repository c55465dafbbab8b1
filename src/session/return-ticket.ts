import { CodatError } from '../api/errors.js';
import { fetchJson } from '../api/fetch-json.js';
import { parseReturnedConnection, type ReturnedConnection } from '../api/schemas/return-status.js';
import { pruneAndReadTabEntries, saveTabEntry } from '../browser/tab-storage.js';
import { TabChannel } from './live/tab-channel.js';
import type { Session } from './session.js';

/**
 * Fetches the status of the one connection that a return page's ticket is for, and posts the return to the company's
 * other tabs. Calls `onReceived` once the page that waits for this sign-in has answered; never without such a
 * page, as after a sign-in in this tab or by a share link, and never without `BroadcastChannel`.
 */
export async function fetchAndBroadcastReturn(
  session: Session,
  ticket: string,
  onReceived?: () => void,
): Promise<ReturnedConnection> {
  const request = new Request(session.resolve('./return/status'), {
    headers: { Authorization: `Bearer ${ticket}` },
  });
  const returned = await fetchJson(session.fetch, request, parseReturnedConnection);
  const { attempt, companyId, connectionId } = returned;
  const channel = new TabChannel(companyId, (message) => {
    // The page that waits makes the id of an attempt at random, for one connection.
    if (message.is !== 'received' || message.attempt !== attempt) return;
    channel.close();
    onReceived?.();
  });
  channel.post({ is: 'returned', connection: connectionId, attempt });
  // The page that waits answers only if it knows the attempt.
  if (!onReceived || attempt === undefined) channel.close();
  else session.endSignal.addEventListener('abort', () => channel.close());
  return returned;
}

/** The ticket of a return page, from its address or from the tab's storage. */
export interface ReturnStatusTicket {
  readonly value: string;
  /** Whether `codat-returned` was dispatched before the page was reloaded. */
  readonly hostNotified: boolean;
  /** The status of the connection: requested once however often the element renders. */
  status?: Promise<ReturnedConnection>;
  /** Resolves once the page that waits for this sign-in has answered. */
  received?: Promise<void>;
}

const kind = 'ticket';

/** The tickets by the storage key of their session. */
const tickets = new Map<string, ReturnStatusTicket>();

/** The ticket from the page's address, which is saved for a reload; without one, the ticket saved before a reload. */
export function saveOrRestoreReturnTicket(
  session: Session,
  fromAddress: string | undefined,
): ReturnStatusTicket | undefined {
  const { companyId, tabKey } = session;
  if (fromAddress) {
    remember(session, { value: fromAddress, hostNotified: false });
    saveTabEntry(tabKey, kind, '', fromAddress);
  } else if (!tickets.has(tabKey)) {
    const stored = pruneAndReadTabEntries(tabKey).find(
      (entry) => entry.kind === kind && [companyId ?? entry.company, ''].includes(entry.company),
    );
    // `fetchAndBroadcastReturnOnce` adds the company to the entry when the host is notified.
    if (typeof stored?.value === 'string')
      remember(session, { value: stored.value, hostNotified: stored.company !== '' });
  }
  return tickets.get(tabKey);
}

const remember = ({ endSignal, tabKey }: Session, ticket: ReturnStatusTicket): void => {
  tickets.set(tabKey, ticket);
  endSignal.addEventListener('abort', () => tickets.delete(tabKey));
};

/** Discards the ticket, for example when the gateway refuses it. */
export function discardUnusableReturnStatusTicket({ tabKey }: Session): void {
  tickets.delete(tabKey);
  pruneAndReadTabEntries(tabKey, (entry) => entry.kind === kind);
}

/**
 * Fetches the status that a ticket gives access to, and tells the company's other tabs; once for each ticket. `isNew`:
 * whether this caller has to notify the host. `received` resolves once the page that waits for this sign-in has answered.
 */
export function fetchAndBroadcastReturnOnce(
  session: Session,
  ticket: ReturnStatusTicket,
): { status: Promise<ReturnedConnection>; received: Promise<void>; isNew: boolean } {
  const { tabKey } = session;
  if (ticket.status && ticket.received)
    return { status: ticket.status, received: ticket.received, isNew: false };
  let onReceived = (): void => undefined;
  const received = new Promise<void>((resolve) => (onReceived = resolve));
  const status = fetchAndBroadcastReturn(session, ticket.value, onReceived).then(
    (returned) => {
      // The session may have ended meanwhile.
      if (tickets.get(tabKey) !== ticket) return returned;
      // From now on the stored entry names the ticket's company.
      pruneAndReadTabEntries(tabKey, (entry) => entry.kind === kind);
      saveTabEntry(tabKey, kind, returned.companyId, ticket.value);
      return returned;
    },
    (error: unknown) => {
      delete ticket.status;
      if (CodatError.from(error).kind === 'refused') discardUnusableReturnStatusTicket(session);
      throw error;
    },
  );
  Object.assign(ticket, { status, received });
  return { status, received, isNew: !ticket.hostNotified };
}
