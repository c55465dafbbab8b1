import type { Connection } from '../api/schemas/connection.js';
import type { Chosen } from '../flow/connect-state.js';
import { cancelableInit } from './event-init.js';

/** A person chose a platform, and we are about to connect it. Cancel it to do something else first. */
export class ConnectEvent extends Event {
  readonly platform: Chosen;
  /** The connection that is unlinked first, since a company may have only one of its type. */
  readonly replaces: Connection | undefined;
  constructor(platform: Chosen, replaces?: Connection) {
    super('codat-connect', cancelableInit);
    this.platform = platform;
    this.replaces = replaces;
  }
}

/** A person wants to finish or renew a connection, and we are about to. Cancel it to do something else first. */
export class ReconnectEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-reconnect', cancelableInit);
    this.connection = connection;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-connect': ConnectEvent;
    'codat-reconnect': ReconnectEvent;
  }
}
