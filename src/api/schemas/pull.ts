import { unknown, nullish, object, createBodyParser, string } from '../../contract/shape.js';
import { createLenientListPageParser } from './parsing/list-page.js';
import { parseDate } from './parsing/parse-date.js';
import { syncStageOfPullStatus, type SyncStageOrFailure } from './sync-stage-or-failure.js';

/** A pull operation of Codat's: one sync of one data type of a connection. */
export interface Pull {
  readonly id: string;
  readonly connectionId: string;
  readonly dataType: string;
  readonly stage: SyncStageOrFailure;
  /** When the sync was requested, in milliseconds since 1970; 0 if Codat gives no date. */
  readonly requested: number;
  /** The fraction that is done, above 0 and at most 1; undefined if Codat gives 0 or no number. */
  readonly progress: number | undefined;
  /** Until when Codat pauses the sync to respect the platform's rate limit. */
  readonly pausedUntil: Date | undefined;
}

const wire = object({
  id: string,
  connectionId: nullish(string),
  dataType: nullish(string),
  status: string,
  statusDescription: nullish(string),
  requested: nullish(string),
  progress: nullish(unknown),
  isCompleted: nullish(unknown),
  isErrored: nullish(unknown),
});

const pausedUntilPattern = /^Paused until (\S+)$/i;

/** Parses a pull operation of Codat's. */
export const parsePull = createBodyParser(wire, (wire): Pull => ({
  id: wire.id,
  connectionId: wire.connectionId ?? '',
  dataType: wire.dataType ?? '',
  stage: syncStageOfPullStatus(wire.status, wire),
  requested: parseDate(wire.requested)?.getTime() ?? 0,
  progress: fractionOf(wire.progress),
  pausedUntil: parseDate(pausedUntilPattern.exec(wire.statusDescription ?? '')?.[1]),
}));

/** Parses a page of pull operations. */
export const parsePullPage = createLenientListPageParser(parsePull);

/** Codat does not document the number's range; its examples are percentages. */
function fractionOf(progress: unknown): number | undefined {
  return typeof progress === 'number' && progress > 0 ? Math.min(progress, 100) / 100 : undefined;
}
