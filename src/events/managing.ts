import type { Connection } from '../api/schemas/connection.js';
import { cancelableEventInit, notificationEventInit } from './event-init.js';

/** A person clicked "Disconnect", and we are about to ask for confirmation. Cancel the event to handle this yourself. */
export class DisconnectEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-disconnect', cancelableEventInit);
    this.connection = connection;
  }
}

/** A person clicked "Delete", and we are about to ask for confirmation. Cancel the event to handle this yourself. */
export class DeleteEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-delete', cancelableEventInit);
    this.connection = connection;
  }
}

/** A connection was unlinked: synced data stays, and syncing ends. */
export class DisconnectedEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-disconnected', notificationEventInit);
    this.connection = connection;
  }
}

/** A connection was deleted; `connection` is its last state. */
export class DeletedEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-deleted', notificationEventInit);
    this.connection = connection;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-disconnect': DisconnectEvent;
    'codat-delete': DeleteEvent;
    'codat-disconnected': DisconnectedEvent;
    'codat-deleted': DeletedEvent;
  }
}
