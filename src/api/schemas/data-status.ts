import { nullish, object, createBodyParser, string, type BodyParser } from '../../contract/shape.js';
import { parseDate } from './parsing/parse-date.js';
import { parseReadableEntries } from './parsing/parse-readable-entries.js';
import { syncStageOfPullStatus, type SyncStageOrFailure } from './sync-stage-or-failure.js';

/** Codat's data status of one data type of a company, over all its connections. */
export interface DataStatus {
  readonly dataType: string;
  /** Undefined if it was never synced. */
  readonly stage: SyncStageOrFailure | undefined;
  readonly lastSuccessfulSync: Date | undefined;
}

const wire = object({
  dataType: string,
  currentStatus: nullish(string),
  lastSuccessfulSync: nullish(string),
});

const parseDataStatus = createBodyParser(
  wire,
  ({ dataType, currentStatus, lastSuccessfulSync }): DataStatus => ({
    dataType,
    stage: currentStatus ? syncStageOfPullStatus(currentStatus) : undefined,
    lastSuccessfulSync: parseDate(lastSuccessfulSync),
  }),
);

/** Parses Codat's object of statuses by data type, and leaves out entries that can't be parsed. */
export const parseDataStatuses: BodyParser<DataStatus[]> = (body) =>
  parseReadableEntries(Object.values(body ?? {}), parseDataStatus);
