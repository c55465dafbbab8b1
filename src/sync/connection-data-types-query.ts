import { parsePullPage } from '../api/schemas/pull.js';
import type { Query } from '../session/query.js';
import type { Session } from '../session/session.js';

/** The data types of one connection, by Codat's names, found in its newest hundred pull operations. */
export function getConnectionDataTypesQuery(session: Session, connectionId: string): Query<string[]> {
  const query = new URLSearchParams({
    query: `connectionId=${connectionId}`,
    orderBy: '-requested',
    pageSize: '100',
  });
  return session.query(`data types of ${connectionId}`, async (signal) => {
    const { items } = await session.send(`data/history?${query}`, parsePullPage, { signal });
    // Codat does not document whether this endpoint supports the query, so we filter again.
    const offered = items.filter(
      (each) => each.connectionId === connectionId && each.stage !== 'not-offered',
    );
    return [...new Set(offered.map(({ dataType }) => dataType))].filter(Boolean);
  });
}
