import type { Connection } from '../api/schemas/connection.js';
import type { Reason } from '../flow/connect-state.js';
import { told } from './manner.js';

/** There is a connection, still pending, and the person is on the way to the platform's sign-in page. */
export class StartedEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-started', told);
    this.connection = connection;
  }
}

/** Codat says: linked. */
export class ConnectedEvent extends Event {
  readonly connection: Connection;
  constructor(connection: Connection) {
    super('codat-connected', told);
    this.connection = connection;
  }
}

/** The person stopped before the end. One `codat-connected` may still follow, if Codat says so later. */
export class AbandonedEvent extends Event {
  readonly connection: Connection;
  readonly reason: Reason;
  constructor(connection: Connection, reason: Reason) {
    super('codat-abandoned', told);
    this.connection = connection;
    this.reason = reason;
  }
}
