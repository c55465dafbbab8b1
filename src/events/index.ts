/** The events that elements dispatch. Each is in a file of its own, so that a page loads only those it dispatches. */
import type { AskedForEvent } from './asked-for.js';
import type { ConsentedEvent } from './consented.js';
import type { FailedEvent } from './failed.js';
import type { AbandonedEvent, ConnectedEvent, StartedEvent } from './journey.js';
import type { LeavingEvent } from './leaving.js';
import type { DeleteEvent, DeletedEvent, DisconnectEvent, DisconnectedEvent } from './managing.js';
import type { DataArrivedEvent, SyncedEvent } from './sync.js';
import type { ReturnedEvent } from './returned.js';
import type { SharedEvent } from './sharing.js';
import type { SteppedEvent } from './stepped.js';
import type { ConnectEvent, ReconnectEvent } from './connect.js';

export * from './asked-for.js';
export * from './consented.js';
export * from './failed.js';
export * from './journey.js';
export * from './leaving.js';
export * from './managing.js';
export * from './sync.js';
export * from './returned.js';
export * from './sharing.js';
export * from './stepped.js';
export * from './connect.js';

declare global {
  interface GlobalEventHandlersEventMap {
    'codat-connect': ConnectEvent;
    'codat-reconnect': ReconnectEvent;
    'codat-leaving': LeavingEvent;
    'codat-asked-for': AskedForEvent;
    'codat-disconnect': DisconnectEvent;
    'codat-delete': DeleteEvent;
    'codat-consented': ConsentedEvent;
    'codat-shared': SharedEvent;
    'codat-started': StartedEvent;
    'codat-stepped': SteppedEvent;
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
