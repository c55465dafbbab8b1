import type { ConsentReceipt } from '../contract/consent.js';
import { notificationEventInit } from './event-init.js';

/** A person agreed to the host's terms, and the gateway has recorded it; `receipt` is the signed record. */
export class ConsentedEvent extends Event {
  /** The record of the consent, signed by the gateway. */
  readonly receipt: ConsentReceipt;
  constructor(receipt: ConsentReceipt) {
    super('codat-consented', notificationEventInit);
    this.receipt = receipt;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-consented': ConsentedEvent;
  }
}
