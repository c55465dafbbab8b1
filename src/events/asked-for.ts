import { notificationInit } from './event-init.js';

/** A person searched for a platform that isn't listed. `query` is what they typed. */
export class AskedForEvent extends Event {
  readonly query: string;
  constructor(query: string) {
    super('codat-asked-for', notificationInit);
    this.query = query;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-asked-for': AskedForEvent;
  }
}
