import { moment } from './moment.js';
import { readable } from './readable.js';
import { maybe, object, read, text, type Read } from './shape.js';

/** How far Codat is with one type of a company's data. A type that was never read carries no status. */
export interface DataStatus {
  readonly dataType: string;
  readonly currentStatus: string | undefined;
  readonly lastSuccessfulSync: Date | undefined;
}

const wire = object({ dataType: text, currentStatus: maybe(text), lastSuccessfulSync: maybe(text) });

const dataStatus = read(wire, ({ dataType, currentStatus, lastSuccessfulSync }): DataStatus => ({
  dataType,
  currentStatus: currentStatus ?? undefined,
  lastSuccessfulSync: moment(lastSuccessfulSync),
}));

/** Reads Codat's object of statuses by data type, and leaves out what isn't one. */
export const dataStatuses: Read<DataStatus[]> = (body) => readable(Object.values(body ?? {}), dataStatus);
