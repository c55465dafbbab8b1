import { told } from './manner.js';

/** The first type of data can be used; more may follow. */
export class DataArrivedEvent extends Event {
  readonly dataType: string;
  constructor(dataType: string) {
    super('codat-data-arrived', told);
    this.dataType = dataType;
  }
}

/** Every type of data that can arrive has arrived. */
export class SyncedEvent extends Event {
  constructor() {
    super('codat-synced', told);
  }
}
