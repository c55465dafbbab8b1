import type { CodatError } from '../api/errors.js';
import { notificationInit } from './event-init.js';

/** Something failed, and the element shows it to the person. */
export class FailedEvent extends Event {
  readonly error: CodatError;
  constructor(error: CodatError) {
    super('codat-failed', notificationInit);
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-failed': FailedEvent;
  }
}
