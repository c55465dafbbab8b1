import type { Connection } from '../api/schemas/connection.js';
import type { AbandonReason } from '../flow/connect-state.js';
import { notificationEventInit } from './event-init.js';

/** A connection was created, or read again to be renewed, and its sign-in begins. It is not linked yet. */
export class StartedEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-started', notificationEventInit);
    this.connection = connection;
  }
}

/** Codat reports the connection as linked. */
export class ConnectedEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-connected', notificationEventInit);
    this.connection = connection;
  }
}

/** An attempt ended before the connection was linked; `reason` says why. A `codat-connected` may follow if Codat reports the connection as linked later. */
export class AbandonedEvent extends Event {
  readonly connection: Connection;
  readonly reason: AbandonReason;
  constructor(connection: Connection, reason: AbandonReason) {
    super('codat-abandoned', notificationEventInit);
    this.connection = connection;
    this.reason = reason;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-started': StartedEvent;
    'codat-connected': ConnectedEvent;
    'codat-abandoned': AbandonedEvent;
  }
}
