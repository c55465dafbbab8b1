import type { ConsentReceipt } from '../api/schemas/consent.js';
import { told } from './manner.js';

/** A person agreed to what the host asks before a platform is connected, and the host's gateway has it on record. */
export class ConsentedEvent extends Event {
  readonly receipt: ConsentReceipt;
  constructor(receipt: ConsentReceipt) {
    super('codat-consented', told);
    this.receipt = receipt;
  }
}
