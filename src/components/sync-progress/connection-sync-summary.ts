import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { SyncStageOrFailure } from '../../api/schemas/sync-stage-or-failure.js';
import type { ShownSyncStage, SyncTrouble } from '../../i18n/messages.js';
import {
  lateFirstSyncReasonByPlatformKey,
  type LateFirstSyncReason,
} from '../../platforms/late-first-syncs.js';
import { isPullSettled, type SyncRun, type TypeSync } from '../../sync/sync-run.js';
import { hasEndedAfterOneSync } from '../has-ended-after-one-sync.js';

/** A data type and the progress to show for it. */
export interface TypeProgress {
  readonly type: TypeSync;
  readonly progress: ShownSyncStage;
}

/** The status of a connection's sync as a whole. */
export type SummaryStatus =
  /** No sync was ever started. */
  | 'idle'
  /** Syncing, and no data is usable yet. */
  | 'reading'
  /** Syncing, and some data is usable. */
  | 'enough'
  | 'complete'
  /** Finished, and some types failed. */
  | 'partly'
  /** Finished without usable data. */
  | 'nothing';

/** The view model of one connection's sync. */
export interface ConnectionSyncSummary {
  readonly connection: Connection;
  readonly status: SummaryStatus;
  readonly types: readonly TypeProgress[];
  readonly readyCount: number;
  /** Without the types that the platform doesn't offer. */
  readonly totalCount: number;
  /** Why the sync hasn't started yet. */
  readonly lateReason: LateFirstSyncReason | undefined;
  readonly troubles: ReadonlyMap<SyncTrouble, readonly TypeSync[]>;
  /** Whether the sync was already complete when we first looked. */
  readonly alreadyComplete: boolean;
}

/** Whether more data will arrive. */
export const isSyncInProgress = ({ status }: Pick<ConnectionSyncSummary, 'status'>): boolean =>
  status === 'reading' || status === 'enough';

/** Milliseconds that an installation at the platform may take. Codat says ten to twenty minutes. */
const maxInstallMs = 30 * 60_000;

/** Summarizes a sync run. `now` is in milliseconds since 1970. */
export function summarizeSyncRun(
  connection: Connection,
  { types: syncedTypes, finished, idle, isNew, lastRequestedAt }: SyncRun,
  platform: Platform | undefined,
  now = Date.now(),
): ConnectionSyncSummary {
  const isLost = connection.status !== 'Linked';
  const lateReason = isLost ? undefined : lateFirstSyncReasonOf(connection, platform, now - lastRequestedAt);
  const currentTypes = isLost ? syncedTypes.map(markStopped(connection, platform)) : syncedTypes;
  const types = currentTypes.map((type) => ({ type, progress: progressOf(type, lateReason) }));
  const countOf = (progress: ShownSyncStage): number =>
    types.filter((each) => each.progress === progress).length;
  const [readyCount, waitingCount] = [countOf('ready'), countOf('waiting')];
  const hasUsableData = readyCount > 0 || syncedTypes.some(({ hasEarlierData }) => hasEarlierData);
  const isAtEnd = (finished || isLost) && waitingCount === 0;
  const status = idle ? 'idle' : startedStatusOf(isAtEnd, hasUsableData, countOf('failed'));
  return {
    connection,
    status,
    types,
    readyCount,
    totalCount: types.length - countOf('not-offered'),
    lateReason: waitingCount > 0 && countOf('reading') === 0 ? lateReason : undefined,
    troubles: troublesOf(types.filter(({ progress }) => progress === 'failed')),
    alreadyComplete: status === 'complete' && !isNew,
  };
}

/** Marks unfinished types of a lost connection: they need a reconnect or, if only one sync was agreed on, never arrive. */
function markStopped(connection: Connection, platform: Platform | undefined): (type: TypeSync) => TypeSync {
  const stage = platform?.offline && hasEndedAfterOneSync(connection) ? 'stopped' : 'reconnect';
  return (type) => (isPullSettled(type) ? type : { ...type, stage });
}

/** A type counts as waiting, not failed, if the platform didn't answer but is known to start late. */
function progressOf({ stage }: TypeSync, lateReason: LateFirstSyncReason | undefined): ShownSyncStage {
  if (isTrouble(stage)) return stage === 'later' && lateReason ? 'waiting' : 'failed';
  return stage;
}

function lateFirstSyncReasonOf(
  { platformKey }: Connection,
  platform: Platform | undefined,
  since: number,
): LateFirstSyncReason | undefined {
  const lateReason =
    lateFirstSyncReasonByPlatformKey.get(platformKey) ??
    (platform?.offline ? 'whileComputerIsOn' : undefined);
  return lateReason === 'afterInstalling' && since > maxInstallMs ? undefined : lateReason;
}

function startedStatusOf(isAtEnd: boolean, hasUsableData: boolean, failedCount: number): SummaryStatus {
  if (!isAtEnd) return hasUsableData ? 'enough' : 'reading';
  if (failedCount === 0) return 'complete';
  return hasUsableData ? 'partly' : 'nothing';
}

const isTrouble = (stage: SyncStageOrFailure): stage is SyncTrouble =>
  troubles.some((trouble) => trouble === stage);

/** All troubles, in the order to show them: those that the person can act on come first. */
const troubles: readonly SyncTrouble[] = [
  'reconnect',
  'permission',
  'prerequisite',
  'later',
  'support',
  'stopped',
];

function troublesOf(types: readonly TypeProgress[]): Map<SyncTrouble, TypeSync[]> {
  const entries = troubles.map(
    (trouble) => [trouble, types.map(({ type }) => type).filter(({ stage }) => stage === trouble)] as const,
  );
  return new Map(entries.filter(([, types]) => types.length > 0));
}
