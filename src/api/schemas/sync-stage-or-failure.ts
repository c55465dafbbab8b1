import { findWordOrUnknown } from './parsing/find-word-or-unknown.js';

/**
 * The stage of a sync as it matters to a person: waiting, in progress, ready, not offered by the platform, or failed.
 * Failures are distinguished by their remedy.
 */
export type SyncStageOrFailure =
  | 'waiting'
  | 'reading'
  | 'ready'
  | 'not-offered'
  /** The access was lost: the person has to sign in again. */
  | 'reconnect'
  /** The person who signed in has no permission for this data at the platform. */
  | 'permission'
  /** The company has to set something up at the platform first. */
  | 'prerequisite'
  /** The platform didn't answer. */
  | 'later'
  /** An error at Codat, which its support handles. */
  | 'support'
  | 'stopped';

/** The statuses are those of Codat's OpenAPI description (docs.codat.io, core concepts, data status). */
const stageByStatus: Readonly<Record<string, SyncStageOrFailure>> = {
  Initial: 'waiting',
  Queued: 'waiting',
  Fetching: 'reading',
  MapQueued: 'reading',
  Mapping: 'reading',
  ProcessingQueued: 'reading',
  Processing: 'reading',
  ValidationQueued: 'reading',
  Validating: 'reading',
  Complete: 'ready',
  NotSupported: 'not-offered',
  AuthError: 'reconnect',
  PermissionsError: 'permission',
  PrerequisiteNotMet: 'prerequisite',
  FetchError: 'later',
  RateLimitError: 'later',
  MapError: 'support',
  ValidationError: 'support',
  ProcessingError: 'support',
  InternalError: 'support',
  Cancelled: 'stopped',
};

/** Fields of a pull that help with statuses which Codat adds later. */
interface Hints {
  readonly isCompleted?: unknown;
  readonly isErrored?: unknown;
}

/** The stage of a status. An unknown one counts as in progress, unless Codat's other fields say that the pull has completed or failed. */
export function syncStageOfPullStatus(
  status: string,
  { isCompleted, isErrored }: Hints = {},
): SyncStageOrFailure {
  const stage = stageByStatus[findWordOrUnknown(Object.keys(stageByStatus), status)];
  if (stage) return stage;
  if (isCompleted === true) return 'ready';
  return isErrored === true ? 'support' : 'reading';
}
