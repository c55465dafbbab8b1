import type { DataStatus } from '../api/schemas/data-status.js';
import type { Pull } from '../api/schemas/pull.js';
import type { SyncStageOrFailure } from '../api/schemas/sync-stage-or-failure.js';

/** How far Codat has synced one data type of a connection. */
export interface TypeSync extends Omit<Pull, 'connectionId'> {
  /** Whether data of an earlier sync can be used. */
  readonly hasEarlierData: boolean;
}

/** The current sync of one connection: the pull operations from one request to sync to the next. */
export interface SyncRun {
  readonly connectionId: string;
  /** Pulls requested since then belong to the run; in milliseconds since 1970. */
  readonly startedAt: number;
  readonly types: readonly TypeSync[];
  /** Whether every type was synced or failed. */
  readonly finished: boolean;
  /** Whether no pull was requested and none is expected, because the connection was linked too long ago. */
  readonly idle: boolean;
  /** The first data type of the run that was ready. */
  readonly firstReadyType: string | undefined;
  /** Whether the run finished at some time without a type that needs the person to sign in again. */
  readonly synced: boolean;
  /** False if the sync had already finished at the first answer, unless the connection was linked during this visit. */
  readonly isNew: boolean;
  /** When the newest pull was requested, in milliseconds since 1970. */
  readonly lastRequestedAt: number;
}

/** One answer of Codat's about the sync of a connection. */
interface SyncAnswer {
  readonly connectionId: string;
  /** The pull operations of this connection. */
  readonly pulls: readonly Pull[];
  /** The company's data statuses, if it has no other connection; else empty. */
  readonly statuses: readonly DataStatus[];
  /** Whether the session's `linkedDuringVisit` has it. */
  readonly linkedDuringVisit: boolean;
  /** Whether it was linked or created so recently that its first sync may not have started. */
  readonly isRecent: boolean;
}

/** The order of stages: within one pull the rank never decreases. */
const ranks: Readonly<Record<SyncStageOrFailure, number>> = {
  waiting: 0,
  reading: 1,
  stopped: 2,
  later: 2,
  support: 2,
  prerequisite: 2,
  permission: 2,
  reconnect: 2,
  'not-offered': 2,
  ready: 3,
};

/** Whether the pull of a type succeeded or failed, or the platform doesn't offer the type. */
export const isPullSettled = ({ stage }: Pick<Pull, 'stage'>): boolean => ranks[stage] > 1;

const isOffered = ({ stage }: TypeSync): boolean => stage !== 'not-offered';

/** Pulls requested within this many milliseconds of each other count as one run. */
const sameRunMs = 60_000;

/**
 * The run after one more answer. Answers may arrive out of order, since each process of a gateway caches for some
 * seconds, so that within a run a stage or a progress never goes back.
 */
export function updateRun(previous: SyncRun | undefined, answer: SyncAnswer): SyncRun {
  const found = typesIn(answer);
  const lastRequestedAt = Math.max(
    previous?.lastRequestedAt ?? 0,
    ...found.map(({ requested }) => requested),
  );
  const isNewRun = previous !== undefined && previous.finished && lastRequestedAt > previous.lastRequestedAt;
  const types = mergeTypes(previous?.types ?? [], found, { isNewRun });
  const offered = types.filter(isOffered);
  const finished = types.length > 0 && offered.every(isPullSettled);
  const run = previous && !isNewRun ? previous : undefined;
  const startedAt = run?.startedAt ?? (previous ? previous.lastRequestedAt + 1 : runStart(types));
  const firstReadyType =
    run?.firstReadyType ??
    offered.find(({ stage, requested }) => stage === 'ready' && requested >= startedAt)?.dataType;
  return {
    connectionId: answer.connectionId,
    startedAt,
    types,
    finished,
    idle: types.length === 0 && !answer.isRecent,
    firstReadyType,
    synced: run?.synced || (finished && offered.every(({ stage }) => stage !== 'reconnect')),
    isNew: run?.isNew ?? (isNewRun || !finished || answer.linkedDuringVisit),
    lastRequestedAt,
  };
}

/** The newest pull of each type, and whether an earlier one succeeded. */
function typesIn({ pulls, statuses }: SyncAnswer): TypeSync[] {
  const statusByType = new Map(statuses.map((status) => [status.dataType, status]));
  const types = new Map<string, TypeSync>();
  for (const pull of [...pulls].sort((one, other) => one.requested - other.requested)) {
    const previous = types.get(pull.dataType);
    const hasEarlierData =
      previous?.hasEarlierData ||
      previous?.stage === 'ready' ||
      statusByType.get(pull.dataType)?.lastSuccessfulSync;
    types.set(pull.dataType, { ...pull, hasEarlierData: Boolean(hasEarlierData) });
  }
  for (const { dataType, stage, lastSuccessfulSync } of statuses) {
    // A type that is being synced has a pull of its own.
    if (!stage || !isPullSettled({ stage }) || types.has(dataType)) continue;
    types.set(dataType, { ...withoutPull, dataType, stage, hasEarlierData: Boolean(lastSuccessfulSync) });
  }
  return [...types.values()];
}

/** The fields of a type that has a data status and no pull. */
const withoutPull = { id: '', requested: 0, progress: undefined, pausedUntil: undefined } as const;

function mergeTypes(
  known: readonly TypeSync[],
  found: readonly TypeSync[],
  run: { readonly isNewRun: boolean },
): TypeSync[] {
  const types = new Map(known.map((type) => [type.dataType, type]));
  for (const type of found) {
    const previous = types.get(type.dataType);
    types.set(type.dataType, previous ? mergeType(previous, type, run) : type);
  }
  return [...types.values()];
}

/** Merges two answers about a type: the newer pull wins, unless the type is ready in this run; within one pull, the later stage. */
function mergeType(known: TypeSync, found: TypeSync, { isNewRun }: { readonly isNewRun: boolean }): TypeSync {
  const hasEarlierData = known.hasEarlierData || found.hasEarlierData || known.stage === 'ready';
  if (found.id === known.id) {
    const [less, more] = ranks[found.stage] < ranks[known.stage] ? [found, known] : [known, found];
    return { ...more, progress: maxProgress(less.progress, more.progress), hasEarlierData };
  }
  const isLate = found.requested < known.requested;
  const isEnough = known.stage === 'ready' && !isNewRun;
  return isLate || isEnough ? known : { ...found, hasEarlierData };
}

/** The start of the run in a first answer: a minute before the oldest running pull, to include those requested with it; 0 if none runs. */
function runStart(types: readonly TypeSync[]): number {
  const inProgress = types.filter((type) => !isPullSettled(type)).map(({ requested }) => requested);
  return inProgress.length > 0 ? Math.min(...inProgress) - sameRunMs : 0;
}

function maxProgress(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}
