import { CodatError } from '../api/errors.js';
import { exchange } from '../api/exchange.js';
import { returnStatus, type ReturnStatus } from '../api/schemas/return-status.js';
import { AcrossTabs } from './live/across-tabs.js';
import type { Session } from './session.js';
import { clearTab, keepInTab } from '../browser/tab-storage.js';

/** Reads the one connection a return page's ticket is good for, and tells the pages of its company who came back, from which try. */
export async function comeBack(session: Session, ticket: string): Promise<ReturnStatus> {
  const request = new Request(session.resolve('./return/status'), {
    headers: { Authorization: `Bearer ${ticket}` },
  });
  const status = await exchange(session.fetch, request, returnStatus);
  const { attempt, companyId, connectionId } = status;
  const tabs = new AcrossTabs(companyId);
  tabs.tell({ is: 'returned', connection: connectionId, attempt });
  tabs.close();
  return status;
}

/** A ticket this page came with or that its tab keeps, and what it told, for as long as the page stays. */
export interface Return {
  readonly ticket: string;
  /** Whether the host was told before the page was loaded anew. */
  readonly told: boolean;
  /** What became of the connection, asked for once however often the page draws it. */
  status?: Promise<ReturnStatus>;
}

const kind = 'ticket';

/** By the owner of what a tab keeps. */
const returns = new Map<string, Return>();

/** The return of this session's pages: by the ticket that came with the address, else by the one from before a reload. */
export function returnOf(session: Session, arrived: string | undefined): Return | undefined {
  const { companyId, owner } = session;
  if (arrived) {
    hold(session, { ticket: arrived, told: false });
    keepInTab(owner, kind, '', arrived);
  } else if (!returns.has(owner)) {
    const kept = clearTab(owner, () => false).find(
      (kept) => kept.kind === kind && [companyId ?? kept.company, ''].includes(kept.company),
    );
    // Whose it is is kept once its status was read, which is when the host is told.
    if (typeof kept?.value === 'string') hold(session, { ticket: kept.value, told: kept.company !== '' });
  }
  return returns.get(owner);
}

const hold = ({ life, owner }: Session, back: Return): void => {
  returns.set(owner, back);
  life.addEventListener('abort', () => returns.delete(owner));
};

/** Forgets the return, as when the gateway turns its ticket down. */
export function clearReturn({ owner }: Session): void {
  returns.delete(owner);
  clearTab(owner, (kept) => kept.kind === kind);
}

/** What became of it. `isNews` tells whether the host has to hear of it from whoever made this call. */
export function readReturn(
  session: Session,
  back: Return,
): { status: Promise<ReturnStatus>; isNews: boolean } {
  const { owner } = session;
  if (back.status) return { status: back.status, isNews: false };
  const status = comeBack(session, back.ticket).then(
    (status) => {
      // The session may have ended meanwhile. If not, it is known from now on whose it is.
      if (returns.get(owner) !== back) return status;
      clearTab(owner, (kept) => kept.kind === kind);
      keepInTab(owner, kind, status.companyId, back.ticket);
      return status;
    },
    (thrown: unknown) => {
      delete back.status;
      if (CodatError.from(thrown).kind === 'refused') clearReturn(session);
      throw thrown;
    },
  );
  back.status = status;
  return { status, isNews: !back.told };
}
