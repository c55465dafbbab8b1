import { exchange } from '../api/exchange.js';
import { returnStatus, type ReturnStatus } from '../api/schemas/return-status.js';
import { AcrossTabs } from './across-tabs.js';
import type { Session } from './session.js';

/**
 * Reads the one connection a return page's ticket is good for, and tells the pages of its company who came back, by a
 * page that was opened then: in milliseconds since 1970, by default when this one was.
 */
export async function comeBack(
  session: Session,
  ticket: string,
  opened = performance.timeOrigin,
): Promise<ReturnStatus> {
  const request = new Request(session.resolve('./return/status'), {
    headers: { Authorization: `Bearer ${ticket}` },
  });
  const status = await exchange(session.fetch, request, returnStatus);
  const tabs = new AcrossTabs(status.companyId);
  tabs.tell({ is: 'returned', connection: status.connectionId, opened });
  tabs.close();
  return status;
}
