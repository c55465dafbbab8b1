import type { ReturnStatus } from '../api/schemas/return-status.js';
import { told } from './manner.js';

/** The return page knows what became of the connection the person came back from. */
export class ReturnedEvent extends Event {
  readonly result: ReturnStatus;
  constructor(result: ReturnStatus) {
    super('codat-returned', told);
    this.result = result;
  }
}
