import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { Stage } from '../../api/schemas/stage.js';
import type { Progress, Trouble } from '../../i18n/messages.js';
import { slowStarts, type SlowStart } from '../../platforms/first-data.js';
import { isSettled, type SyncRun, type TypeSync } from '../../sync/sync-run.js';
import { endedAfterOneRead } from '../ended-after-one-read.js';

/** How far one type is, in the person's terms. */
export interface TypeProgress {
  readonly type: TypeSync;
  readonly progress: Progress;
}

/** Where one connection's data is altogether. */
export type Standing =
  /** Nothing was ever asked for. */
  | 'idle'
  /** It is on its way, and nothing can be used yet. */
  | 'reading'
  /** Something can be used; the rest is on its way. */
  | 'enough'
  | 'complete'
  /** It came to an end, and not everything could be read. */
  | 'partly'
  /** It came to an end, and there is nothing to use. */
  | 'nothing';

/** What a person should know of one connection's data: the whole picture, and what stands in the way. */
export interface Picture {
  readonly connection: Connection;
  readonly at: Standing;
  readonly types: readonly TypeProgress[];
  readonly ready: number;
  /** Types that the platform does not offer don't count. */
  readonly all: number;
  /** How much is done, from 0 to 1; absent while there is no number. */
  readonly share: number | undefined;
  /** Why it is long in coming, while nothing is being read. */
  readonly slow: SlowStart | undefined;
  readonly troubles: ReadonlyMap<Trouble, readonly TypeSync[]>;
  /** Whether all of it was there before anyone looked, so that there is nothing to see happen. */
  readonly isPast: boolean;
}

/** Whether more will come. */
export const isGoing = ({ at }: Pick<Picture, 'at'>): boolean => at === 'reading' || at === 'enough';

/** Milliseconds that installing at the platform may take: Codat says ten to twenty minutes. */
const installing = 30 * 60_000;

/** The picture of a connection's data, as far as it was read. */
export function pictureOf(
  connection: Connection,
  { types: read, progress: share, finished: over, idle, isNew: news, lastRequestedAt: latest }: SyncRun,
  platform: Platform | undefined,
  now = Date.now(),
): Picture {
  const isLost = connection.status !== 'Linked';
  const slow = isLost ? undefined : slowStartOf(connection, platform, now - latest);
  const found = isLost ? read.map(endedBy(connection, platform)) : read;
  const types = found.map((type) => ({ type, progress: progressOf(type, slow) }));
  const counts = (progress: Progress): number => types.filter((each) => each.progress === progress).length;
  const [ready, waiting, failed] = [counts('ready'), counts('waiting'), counts('failed')];
  const usable = ready > 0 || read.some(({ hasEarlierData: older }) => older);
  const atEnd = (over || isLost) && waiting === 0;
  const at = idle ? 'idle' : atEnd ? endOf(failed, usable) : usable ? 'enough' : 'reading';
  return {
    connection,
    at,
    types,
    ready,
    all: types.length - counts('not-offered'),
    share,
    slow: waiting > 0 && counts('reading') === 0 ? slow : undefined,
    troubles: troublesOf(types.filter(({ progress }) => progress === 'failed')),
    isPast: at === 'complete' && !news,
  };
}

/** What was to come can't, until someone signs in again or, where one read was agreed on, ever, whatever Codat still says of it. */
function endedBy(connection: Connection, platform: Platform | undefined): (type: TypeSync) => TypeSync {
  const stage = platform?.offline && endedAfterOneRead(connection) ? 'stopped' : 'reconnect';
  return (type) => (isSettled(type) ? type : { ...type, stage });
}

/** A platform that is known to be slow is not said to fail where it only can't be reached. */
function progressOf({ stage }: TypeSync, slow: SlowStart | undefined): Progress {
  if (isTrouble(stage)) return stage === 'later' && slow ? 'waiting' : 'failed';
  return stage;
}

function slowStartOf(
  { platformKey }: Connection,
  platform: Platform | undefined,
  since: number,
): SlowStart | undefined {
  const slow = slowStarts.get(platformKey) ?? (platform?.offline ? 'whileComputerIsOn' : undefined);
  return slow === 'afterInstalling' && since > installing ? undefined : slow;
}

function endOf(failed: number, usable: boolean): Standing {
  if (failed === 0) return 'complete';
  return usable ? 'partly' : 'nothing';
}

const isTrouble = (stage: Stage): stage is Trouble => troubles.some((trouble) => trouble === stage);

/** What a person can do something about comes first. */
const troubles: readonly Trouble[] = [
  'reconnect',
  'permission',
  'prerequisite',
  'later',
  'support',
  'stopped',
];

function troublesOf(types: readonly TypeProgress[]): Map<Trouble, TypeSync[]> {
  const found = troubles.map(
    (trouble) => [trouble, types.map(({ type }) => type).filter(({ stage }) => stage === trouble)] as const,
  );
  return new Map(found.filter(([, types]) => types.length > 0));
}
