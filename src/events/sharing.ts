import type { Share } from '../api/schemas/share.js';
import type { Chosen } from '../flow/connect-state.js';
import { told } from './manner.js';

/** There is a link for the person who has the log-in. The link itself is the person's to send, and not told here. */
export class SharedEvent extends Event {
  readonly platform: Chosen;
  /** What the gateway calls the link. */
  readonly shareId: string;
  /** Until when it works. */
  readonly expires: Date | undefined;
  constructor(platform: Chosen, { id, expires }: Share) {
    super('codat-shared', told);
    this.platform = platform;
    this.shareId = id;
    this.expires = expires;
  }
}
