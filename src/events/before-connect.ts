import type { Connection } from '../api/schemas/connection.js';
import type { ChosenPlatform } from '../flow/connect-state.js';
import { cancelableEventInit } from './event-init.js';

/** A person chose a platform, and we are about to connect it. Cancel the event to handle the choice yourself. */
export class ConnectEvent extends Event {
  /** Codat's key and the name of the platform. */
  readonly platform: ChosenPlatform;
  /** The linked connection that is unlinked first, since a company can have only one accounting platform. */
  readonly replaces: Connection | undefined;
  constructor(platform: ChosenPlatform, replaces?: Connection) {
    super('codat-connect', cancelableEventInit);
    this.platform = platform;
    this.replaces = replaces;
  }
}

/** A person wants to finish or renew a connection, and we are about to open sign-in. Cancel the event to handle this yourself. */
export class ReconnectEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-reconnect', cancelableEventInit);
    this.connection = connection;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-connect': ConnectEvent;
    'codat-reconnect': ReconnectEvent;
  }
}
