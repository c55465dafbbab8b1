import { told } from './manner.js';

/** The first type of a connection's data can be used; more may follow. */
export class DataArrivedEvent extends Event {
  readonly connectionId: string;
  /** By Codat's name. */
  readonly dataType: string;
  constructor(connectionId: string, dataType: string) {
    super('codat-data-arrived', told);
    this.connectionId = connectionId;
    this.dataType = dataType;
  }
}

/** All of a connection's data that can arrive by itself has arrived. */
export class SyncedEvent extends Event {
  readonly connectionId: string;
  /** The types that couldn't be read, by Codat's names. */
  readonly missing: readonly string[];
  constructor(connectionId: string, missing: readonly string[]) {
    super('codat-synced', told);
    this.connectionId = connectionId;
    this.missing = missing;
  }
}
