import { told } from './manner.js';

/** A person looked for a platform that isn't there. `query` is what they typed. */
export class AskedForEvent extends Event {
  readonly query: string;
  constructor(query: string) {
    super('codat-asked-for', told);
    this.query = query;
  }
}
