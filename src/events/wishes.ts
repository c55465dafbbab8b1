import type { Connection } from '../api/schemas/connection.js';
import type { Chosen } from '../flow/connect-state.js';
import { asked } from './manner.js';

/** A person chose a platform, and we are about to connect it. Cancel it to do something else first. */
export class ConnectEvent extends Event {
  readonly platform: Chosen;
  /** The connection that is cut first, since only one of its kind can be. */
  readonly replaces: Connection | undefined;
  constructor(platform: Chosen, replaces?: Connection) {
    super('codat-connect', asked);
    this.platform = platform;
    this.replaces = replaces;
  }
}

/** A person wants to finish or renew a connection, and we are about to. Cancel it to do something else first. */
export class ReconnectEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-reconnect', asked);
    this.connection = connection;
  }
}
