import { moment } from './parsing/moment.js';
import { anything, maybe, object, read, text } from './parsing/shape.js';
import { stageOf, type Stage } from './stage.js';

/** One read of one type of a connection's data: what Codat calls a pull operation, or a dataset. */
export interface Pull {
  readonly id: string;
  readonly connectionId: string;
  readonly dataType: string;
  readonly stage: Stage;
  /** When it was asked for, in milliseconds since 1970; 0 where Codat doesn't say. */
  readonly requested: number;
  /** How much of it is done, from 0 to 1, where Codat gives a number. */
  readonly progress: number | undefined;
  /** Until when Codat lets the platform rest before it goes on. */
  readonly pausedUntil: Date | undefined;
}

const wire = object({
  id: text,
  connectionId: maybe(text),
  dataType: maybe(text),
  status: text,
  statusDescription: maybe(text),
  requested: maybe(text),
  progress: maybe(anything),
  isCompleted: maybe(anything),
  isErrored: maybe(anything),
});

const paused = /^Paused until (\S+)$/i;

export const pull = read(wire, (wire): Pull => ({
  id: wire.id,
  connectionId: wire.connectionId ?? '',
  dataType: wire.dataType ?? '',
  stage: stageOf(wire.status, wire),
  requested: moment(wire.requested)?.getTime() ?? 0,
  progress: shareOf(wire.progress),
  pausedUntil: moment(paused.exec(wire.statusDescription ?? '')?.[1]),
}));

/** The range of Codat's number is written nowhere; its examples are per cent. */
function shareOf(progress: unknown): number | undefined {
  return typeof progress === 'number' && progress > 0 ? Math.min(progress, 100) / 100 : undefined;
}
