import type { CodatError } from './api/errors.js';
import type { Connection } from './api/schemas/connection.js';
import type { ReturnStatus } from './api/schemas/return-status.js';
import type { Chosen, Reason } from './flow/connect-flow.js';

const told = { bubbles: true, composed: true };
const asked = { ...told, cancelable: true };

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

/** This tab is about to go to the platform's sign-in page. Cancel it to stay; hand over what to wait for before it goes. */
export class LeavingEvent extends Event {
  readonly #promises: Promise<unknown>[] = [];
  constructor() {
    super('codat-leaving', asked);
  }

  /** Holds the tab until this settles, for ten seconds at most: time to save a half-filled form. */
  waitUntil(promise: Promise<unknown>): void {
    this.#promises.push(promise);
  }

  /** Settles when all that was handed over has, whichever way. */
  get settled(): Promise<unknown> {
    return Promise.allSettled(this.#promises);
  }
}

/** A person looked for a platform that isn't there. `query` is what they typed. */
export class AskedForEvent extends Event {
  readonly query: string;
  constructor(query: string) {
    super('codat-asked-for', told);
    this.query = query;
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

/** The first type of data can be used; more may follow. */
export class DataArrivedEvent extends Event {
  readonly dataType: string;
  constructor(dataType: string) {
    super('codat-data-arrived', told);
    this.dataType = dataType;
  }
}

/** Every type of data that can arrive has arrived. */
export class SyncedEvent extends Event {
  constructor() {
    super('codat-synced', told);
  }
}

/** The return page knows what became of the connection the person came back from. */
export class ReturnedEvent extends Event {
  readonly result: ReturnStatus;
  constructor(result: ReturnStatus) {
    super('codat-returned', told);
    this.result = result;
  }
}

/** Something went wrong, and the element says so to the person. */
export class FailedEvent extends Event {
  readonly error: CodatError;
  constructor(error: CodatError) {
    super('codat-failed', told);
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-connect': ConnectEvent;
    'codat-reconnect': ReconnectEvent;
    'codat-leaving': LeavingEvent;
    'codat-asked-for': AskedForEvent;
    'codat-disconnect': DisconnectEvent;
    'codat-delete': DeleteEvent;
    'codat-started': StartedEvent;
    'codat-connected': ConnectedEvent;
    'codat-abandoned': AbandonedEvent;
    'codat-disconnected': DisconnectedEvent;
    'codat-deleted': DeletedEvent;
    'codat-data-arrived': DataArrivedEvent;
    'codat-synced': SyncedEvent;
    'codat-returned': ReturnedEvent;
    'codat-failed': FailedEvent;
  }
}
