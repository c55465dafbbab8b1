import {
  changeNoticeShape,
  changedResources,
  type ChangedResource,
  type ChangeNotice,
} from '../../contract/change-notice.js';
import { createBodyParser } from '../../contract/shape.js';
import { findWordOrUnknown } from './parsing/find-word-or-unknown.js';

/** A change notice as a page gets it. The subject is `Unknown` if a newer gateway added it. */
export type ReceivedNotice = ChangeNotice<ChangedResource | 'Unknown'>;

/** Parses the data of one server-sent event of the gateway. */
export const parseChangeNotice = createBodyParser(
  changeNoticeShape,
  ({ at, connection }): ReceivedNotice => ({
    at: findWordOrUnknown(changedResources, at),
    connection,
  }),
);
