import type { DataStatus } from '../api/schemas/data-status.js';
import type { Pull } from '../api/schemas/pull.js';
import type { Stage } from '../api/schemas/stage.js';

/** How far one type of a connection's data is. */
export interface TypeReading extends Omit<Pull, 'connectionId'> {
  /** An earlier read of it can be used meanwhile, or instead. */
  readonly older: boolean;
}

/** How far one connection's data is, in the present run: from one request to read it to the next. */
export interface Reading {
  readonly connectionId: string;
  /** What was asked for since then, in milliseconds since 1970, belongs to the run. */
  readonly since: number;
  readonly types: readonly TypeReading[];
  /** How much of the run is done, from 0 to 1; absent while there is no number. Never less than it was. */
  readonly share: number | undefined;
  /** Whether nothing more will come by itself. */
  readonly over: boolean;
  /** Whether nothing was asked for, and it is too long ago to be about to. */
  readonly idle: boolean;
  /** The first type of the run that could be used. */
  readonly arrived: string | undefined;
  /** Whether all of the run that can be had by itself has been had. */
  readonly synced: boolean;
  /** Whether it is news: an end that was there before anyone looked is not. */
  readonly news: boolean;
  /** When the newest of its reads was asked for. */
  readonly latest: number;
}

/** An answer about one connection's data. */
export interface Answer {
  readonly connectionId: string;
  /** The reads of this connection. */
  readonly pulls: readonly Pull[];
  /** By data type, where they can only be about this connection. */
  readonly statuses: readonly DataStatus[];
  /** Whether it was linked before this page's eyes. */
  readonly linkedHere: boolean;
  /** Whether that, or its making, is so short a time ago that something may still begin to be read. */
  readonly fresh: boolean;
}

/** A stage never follows one of a higher rank within the same read. */
const ranks: Readonly<Record<Stage, number>> = {
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

/** Whether a type has come to an end, good or bad. */
export const isSettled = ({ stage }: Pick<Pull, 'stage'>): boolean => ranks[stage] > 1;

const isOffered = ({ stage }: TypeReading): boolean => stage !== 'not-offered';

/** Milliseconds by which the reads of one run may have been asked for apart. */
const together = 60_000;

/**
 * What is known of a connection's data after one more answer. Answers may come late and out of order, since several
 * processes of a gateway each keep what they read for some seconds: within a run nothing goes back.
 */
export function readOn(before: Reading | undefined, answer: Answer): Reading {
  const found = typesIn(answer);
  const latest = Math.max(before?.latest ?? 0, ...found.map(({ requested }) => requested));
  const begins = before !== undefined && before.over && latest > before.latest;
  const types = merged(before?.types ?? [], found, { again: begins });
  const offered = types.filter(isOffered);
  const over = types.length > 0 && offered.every(isSettled);
  const run = before && !begins ? before : undefined;
  const since = run?.since ?? (before ? before.latest + 1 : beginningOf(types));
  const arrived =
    run?.arrived ?? offered.find(({ stage, requested }) => stage === 'ready' && requested >= since)?.dataType;
  return {
    connectionId: answer.connectionId,
    since,
    types,
    share: furthest(run?.share, shareOf(offered)),
    over,
    idle: types.length === 0 && !answer.fresh,
    arrived,
    synced: run?.synced || (over && offered.every(({ stage }) => stage !== 'reconnect')),
    news: run?.news ?? (begins || !over || answer.linkedHere),
    latest,
  };
}

/** The newest read of each type, and whether there was a good one before it. */
function typesIn({ pulls, statuses }: Answer): TypeReading[] {
  const kept = new Map(statuses.map((status) => [status.dataType, status]));
  const types = new Map<string, TypeReading>();
  for (const pull of [...pulls].sort((one, other) => one.requested - other.requested)) {
    const before = types.get(pull.dataType);
    const older = before?.older || before?.stage === 'ready' || kept.get(pull.dataType)?.lastSuccessfulSync;
    types.set(pull.dataType, { ...pull, older: Boolean(older) });
  }
  for (const { dataType, stage, lastSuccessfulSync } of statuses) {
    // One that is still to come will have a read of its own.
    if (!stage || !isSettled({ stage }) || types.has(dataType)) continue;
    types.set(dataType, { ...unread, dataType, stage, older: Boolean(lastSuccessfulSync) });
  }
  return [...types.values()];
}

/** A type of which Codat only says how it stands. */
const unread = { id: '', requested: 0, progress: undefined, pausedUntil: undefined } as const;

function merged(
  known: readonly TypeReading[],
  found: readonly TypeReading[],
  run: { readonly again: boolean },
): TypeReading[] {
  const types = new Map(known.map((type) => [type.dataType, type]));
  for (const type of found) {
    const before = types.get(type.dataType);
    types.set(type.dataType, before ? further(before, type, run) : type);
  }
  return [...types.values()];
}

/** What is true of a type after one more answer about it. */
function further(
  known: TypeReading,
  found: TypeReading,
  { again }: { readonly again: boolean },
): TypeReading {
  const older = known.older || found.older || known.stage === 'ready';
  if (found.id === known.id) {
    const [less, more] = ranks[found.stage] < ranks[known.stage] ? [found, known] : [known, found];
    return { ...more, progress: furthest(less.progress, more.progress), older };
  }
  const isLate = found.requested < known.requested;
  const isEnough = known.stage === 'ready' && !again;
  return isLate || isEnough ? known : { ...found, older };
}

/** Of a first look: the reads that are still going on, and those asked for together with them. */
function beginningOf(types: readonly TypeReading[]): number {
  const going = types.filter((type) => !isSettled(type)).map(({ requested }) => requested);
  return going.length > 0 ? Math.min(...going) - together : 0;
}

function shareOf(offered: readonly TypeReading[]): number | undefined {
  const shares = offered.map((type) => (isSettled(type) ? 1 : type.progress));
  if (shares.every((share) => share === undefined)) return undefined;
  return shares.reduce((sum: number, share = 0) => sum + share, 0) / shares.length;
}

function furthest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}
