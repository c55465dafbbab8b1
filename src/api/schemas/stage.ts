import { known } from './parsing/known.js';

/**
 * How far Codat is with reading something, by what it means to a person: it waits or is being read; it is there; the
 * platform has no such data; or it could not be read, and who can do what about that.
 */
export type Stage =
  | 'waiting'
  | 'reading'
  | 'ready'
  | 'not-offered'
  /** The access was lost: sign in again. */
  | 'reconnect'
  /** Whoever signed in may not see it at the platform. */
  | 'permission'
  /** Something has to be set up at the platform first. */
  | 'prerequisite'
  /** The platform didn't answer. */
  | 'later'
  /** Codat looks after it. */
  | 'support'
  | 'stopped';

/** The statuses of a read in Codat's OpenAPI, and what becomes of them (docs.codat.io, core concepts, data status). */
const stages: Readonly<Record<string, Stage>> = {
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

/** What else Codat says of a read, which tells what a status means that it adds later. */
interface Hints {
  readonly isCompleted?: unknown;
  readonly isErrored?: unknown;
}

/** A status nobody knows is that of something being read, unless Codat says that it has come to an end. */
export function stageOf(status: string, { isCompleted, isErrored }: Hints = {}): Stage {
  const stage = stages[known(Object.keys(stages), status)];
  if (stage) return stage;
  if (isCompleted === true) return 'ready';
  return isErrored === true ? 'support' : 'reading';
}
