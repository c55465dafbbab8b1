import * as z from 'zod/mini';
import { moment } from './moment.js';
import type { Read } from './read.js';

const wire = z.object({
  dataType: z.string(),
  currentStatus: z.nullish(z.string()),
  lastSuccessfulSync: z.nullish(z.string()),
});

/** How far Codat is with one type of a company's data. A type that was never read carries no status. */
export interface DataStatus {
  readonly dataType: string;
  readonly currentStatus: string | undefined;
  readonly lastSuccessfulSync: Date | undefined;
}

/** Reads Codat's object of statuses by data type, and leaves out what isn't one. */
export const dataStatuses: Read<DataStatus[]> = (body) =>
  Object.values(body ?? {}).flatMap((entry): DataStatus[] => {
    const { data, success } = wire.safeParse(entry);
    if (!success) return [];
    const { dataType, currentStatus, lastSuccessfulSync } = data;
    return [
      { dataType, currentStatus: currentStatus ?? undefined, lastSuccessfulSync: moment(lastSuccessfulSync) },
    ];
  });
