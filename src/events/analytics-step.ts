import type { SourceType } from '../api/schemas/source-type.js';
import { notificationEventInit } from './event-init.js';

/**
 * The steps of a journey, for the host's analytics: the picker was viewed, a search had results or none, the platform is
 * not listed or was chosen, instructions were shown (`prepared`), consent was recorded, the sign-in page opened or was
 * blocked by the browser, the person came back, and how it ended; or a link for someone else was created.
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

interface StepPlatform {
  readonly key?: string | undefined;
  readonly sourceType?: SourceType | undefined;
}

/** The pattern of Codat's platform keys. It keeps out anything else, such as a URL or a name. */
const platformKeyPattern = /^[\w-]{1,40}$/;

/** A person made one step of a journey, for analytics. The event has no personal data and no typed text. */
export class SteppedEvent extends Event {
  readonly step: Step;
  /** Codat's key of the platform; undefined before one is chosen. */
  readonly platformKey: string | undefined;
  readonly sourceType: SourceType | undefined;
  constructor(step: Step, { key = '', sourceType }: StepPlatform = {}) {
    super('codat-stepped', notificationEventInit);
    this.step = step;
    this.platformKey = platformKeyPattern.test(key) ? key : undefined;
    this.sourceType = sourceType;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-stepped': SteppedEvent;
  }
}
