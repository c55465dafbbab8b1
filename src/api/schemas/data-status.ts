import { readable } from './parsing/readable.js';
import { moment } from './parsing/moment.js';
import { maybe, object, read, text, type Read } from './parsing/shape.js';
import { stageOf, type Stage } from './stage.js';

/** How far Codat is with one type of a company's data, whichever connection it comes from. */
export interface DataStatus {
  readonly dataType: string;
  /** Absent where it was never read. */
  readonly stage: Stage | undefined;
  readonly lastSuccessfulSync: Date | undefined;
}

const wire = object({ dataType: text, currentStatus: maybe(text), lastSuccessfulSync: maybe(text) });

const dataStatus = read(wire, ({ dataType, currentStatus, lastSuccessfulSync }): DataStatus => ({
  dataType,
  stage: currentStatus ? stageOf(currentStatus) : undefined,
  lastSuccessfulSync: moment(lastSuccessfulSync),
}));

/** Reads Codat's object of statuses by data type, and leaves out what isn't one. */
export const dataStatuses: Read<DataStatus[]> = (body) => readable(Object.values(body ?? {}), dataStatus);
