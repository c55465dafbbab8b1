import type { SourceType } from '../api/schemas/source-type.js';
import { told } from './manner.js';

/**
 * The steps of the way, as a host counts them: the picker is there, something was searched and found or not, a platform
 * is missing or chosen, there was something to know first, consent is on record, sign-in is opened or was blocked by the
 * browser, the person came back, and what came of it; or a link was made for someone else.
 */
export type Step =
  | 'viewed'
  | 'searched'
  | 'no-result'
  | 'not-listed'
  | 'chosen'
  | 'prepared'
  | 'consented'
  | 'opened'
  | 'blocked'
  | 'returned'
  | 'linked'
  | 'abandoned'
  | 'failed'
  | 'shared';

/** What a step may say of the platform that it is about. */
interface About {
  readonly key?: string | undefined;
  readonly sourceType?: SourceType | undefined;
}

/** Codat's keys of platforms: nothing else passes, such as an address or a name. */
const platformKey = /^[\w-]{1,40}$/;

/** One step of a person's way was made: to count by, with nothing in it that tells who they are or what they typed. */
export class SteppedEvent extends Event {
  readonly step: Step;
  readonly platformKey: string | undefined;
  readonly sourceType: SourceType | undefined;
  constructor(step: Step, { key = '', sourceType }: About = {}) {
    super('codat-stepped', told);
    this.step = step;
    this.platformKey = platformKey.test(key) ? key : undefined;
    this.sourceType = sourceType;
  }
}
