import type { ReturnStatus } from '../api/schemas/return-status.js';
import { notificationInit } from './event-init.js';

/** The return page has loaded the status of the connection whose sign-in the person returned from. */
export class ReturnedEvent extends Event {
  /** The connection and its status. */
  readonly result: ReturnStatus;
  constructor(result: ReturnStatus) {
    super('codat-returned', notificationInit);
    this.result = result;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-returned': ReturnedEvent;
  }
}
