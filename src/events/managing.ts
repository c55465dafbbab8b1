import type { Connection } from '../api/schemas/connection.js';
import { asked, told } from './manner.js';

/** A person asked to disconnect, and we are about to ask them to confirm. Cancel it to handle it yourself. */
export class DisconnectEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-disconnect', asked);
    this.connection = connection;
  }
}

/** A person asked to delete a connection, and we are about to ask them to confirm. Cancel it to handle it yourself. */
export class DeleteEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-delete', asked);
    this.connection = connection;
  }
}

/** A connection was cut: what was read stays, nothing new is read. */
export class DisconnectedEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-disconnected', told);
    this.connection = connection;
  }
}

/** A connection was deleted; `connection` is as it was last known. */
export class DeletedEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-deleted', told);
    this.connection = connection;
  }
}
