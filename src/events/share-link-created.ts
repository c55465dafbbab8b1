import type { ShareLink } from '../api/schemas/share-link.js';
import type { ChosenPlatform } from '../flow/connect-state.js';
import { notificationEventInit } from './event-init.js';

/** A link for the person who has the log-in was created. The event doesn't contain its URL, so that only the person who created it can pass it on. */
export class SharedEvent extends Event {
  /** Codat's key and the name of the platform. */
  readonly platform: ChosenPlatform;
  /** The link's id at the gateway. */
  readonly shareId: string;
  /** When the link expires. */
  readonly expires: Date | undefined;
  constructor(platform: ChosenPlatform, { id, expires }: ShareLink) {
    super('codat-shared', notificationEventInit);
    this.platform = platform;
    this.shareId = id;
    this.expires = expires;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-shared': SharedEvent;
  }
}
