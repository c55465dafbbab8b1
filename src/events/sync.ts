import { notificationEventInit } from './event-init.js';

/** The first data type of a connection's sync is ready; more may follow. */
export class DataArrivedEvent extends Event {
  readonly connectionId: string;
  /** Codat's name of the data type. */
  readonly dataType: string;
  constructor(connectionId: string, dataType: string) {
    super('codat-data-arrived', notificationEventInit);
    this.connectionId = connectionId;
    this.dataType = dataType;
  }
}

/** A connection's sync has finished: all data that can arrive has arrived. Not dispatched while data needs a reconnect. */
export class SyncedEvent extends Event {
  readonly connectionId: string;
  /** Codat's names of the data types that could not be synced. */
  readonly missing: readonly string[];
  constructor(connectionId: string, missing: readonly string[]) {
    super('codat-synced', notificationEventInit);
    this.connectionId = connectionId;
    this.missing = missing;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-data-arrived': DataArrivedEvent;
    'codat-synced': SyncedEvent;
  }
}
