import { page } from '../api/schemas/parsing/page.js';
import { pull } from '../api/schemas/pull.js';
import type { Query } from './query.js';
import type { Session } from './session.js';

const pulls = page(pull);

/** The types of data that are read from one connection, by Codat's names, as far as the newest hundred reads tell. */
export function dataTypesOf(session: Session, connectionId: string): Query<string[]> {
  const query = new URLSearchParams({
    query: `connectionId=${connectionId}`,
    orderBy: '-requested',
    pageSize: '100',
  });
  return session.query(`data types of ${connectionId}`, async (transport, signal) => {
    const { items } = await transport.send(`data/history?${query}`, pulls, { signal });
    // Whether Codat heeds the query is not written anywhere.
    const own = items.filter((each) => each.connectionId === connectionId && each.stage !== 'not-offered');
    return [...new Set(own.map(({ dataType }) => dataType))].filter(Boolean);
  });
}
