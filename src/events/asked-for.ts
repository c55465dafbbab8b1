import { notificationEventInit } from './event-init.js';

/** A search found nothing, or a person said that their platform isn't listed. `query` is the search term, which may be empty. */
export class AskedForEvent extends Event {
  /** The search term as typed; empty if the person did not search. */
  readonly query: string;
  constructor(query: string) {
    super('codat-asked-for', notificationEventInit);
    this.query = query;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-asked-for': AskedForEvent;
  }
}
