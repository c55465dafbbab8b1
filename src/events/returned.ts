import type { ReturnedConnection } from '../api/schemas/return-status.js';
import { notificationEventInit } from './event-init.js';

/** The return page has loaded the status of the connection whose sign-in the person returned from. */
export class ReturnedEvent extends Event {
  /** The connection and its status. */
  readonly result: ReturnedConnection;
  constructor(result: ReturnedConnection) {
    super('codat-returned', notificationEventInit);
    this.result = result;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-returned': ReturnedEvent;
  }
}
