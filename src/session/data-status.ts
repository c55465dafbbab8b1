import { dataStatuses, type DataStatus } from '../api/schemas/data-status.js';
import type { Query } from './query.js';
import type { Session } from './session.js';

/** How far a session's company is with its data, a type at a time: one answer for all who watch. */
export function dataStatusOf(session: Session): Query<DataStatus[]> {
  return session.query('dataStatus', (transport, signal) =>
    transport.send('dataStatus', dataStatuses, { signal }),
  );
}
