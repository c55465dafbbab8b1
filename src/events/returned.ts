import type { ReturnStatus } from '../api/schemas/return-status.js';
import { notificationInit } from './event-init.js';

/** The return page has the status of the connection that the person came back from. */
export class ReturnedEvent extends Event {
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
