import type { CodatError } from '../api/errors.js';
import { notificationEventInit } from './event-init.js';

/** Loading data or an action failed, and the element shows the error. `error.kind` says what can be done about it. */
export class FailedEvent extends Event {
  /** The error, with its kind and, where Codat sent one, an id to quote to support. */
  readonly error: CodatError;
  constructor(error: CodatError) {
    super('codat-failed', notificationEventInit);
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-failed': FailedEvent;
  }
}
