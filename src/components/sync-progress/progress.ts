import type { DataStatus } from '../../api/schemas/data-status.js';
import type { Progress } from '../../i18n/messages.js';

/**
 * Codat's statuses of a read, grouped by what they mean to a person (docs.codat.io, core concepts, data status).
 * One that Codat adds later counts as being read.
 */
const groups: Readonly<Record<string, Progress>> = {
  Initial: 'waiting',
  Queued: 'waiting',
  Complete: 'ready',
  NotSupported: 'not-offered',
  AuthError: 'failed',
  PermissionsError: 'failed',
  PrerequisiteNotMet: 'failed',
  FetchError: 'failed',
  RateLimitError: 'failed',
  MapError: 'failed',
  ValidationError: 'failed',
  ProcessingError: 'failed',
  InternalError: 'failed',
  Cancelled: 'failed',
};

/** How far one type of data is. One that was read before can be used, whatever a newer read is doing. */
export function progressOf({ currentStatus, lastSuccessfulSync }: DataStatus): Progress {
  if (lastSuccessfulSync) return 'ready';
  return currentStatus ? (groups[currentStatus] ?? 'reading') : 'waiting';
}

/** The whole picture: how many of the types that can arrive are there. */
export interface Summary {
  readonly ready: number;
  readonly all: number;
  /** Whether nothing more will come by itself. */
  readonly over: boolean;
}

/** Types that the platform does not offer don't count. */
export function summaryOf(statuses: readonly DataStatus[]): Summary {
  const offered = statuses.map(progressOf).filter((progress) => progress !== 'not-offered');
  return {
    ready: offered.filter((progress) => progress === 'ready').length,
    all: offered.length,
    over: offered.length > 0 && offered.every((progress) => progress === 'ready' || progress === 'failed'),
  };
}
