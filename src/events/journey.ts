import type { Connection } from '../api/schemas/connection.js';
import type { Reason } from '../flow/connect-state.js';
import { notificationInit } from './event-init.js';

/** A connection was created, and the person is on the way to the platform's sign-in page. Its status is still pending. */
export class StartedEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-started', notificationInit);
    this.connection = connection;
  }
}

/** Codat reports the connection as linked. */
export class ConnectedEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-connected', notificationInit);
    this.connection = connection;
  }
}

/** The person stopped before the connection was linked. One `codat-connected` may still follow, if Codat reports it later. */
export class AbandonedEvent extends Event {
  readonly connection: Connection;
  readonly reason: Reason;
  constructor(connection: Connection, reason: Reason) {
    super('codat-abandoned', notificationInit);
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
