/** What the host may hear. Each part brings its own, so that a page loads no event it can't dispatch. */
import type { AskedForEvent } from './events/asked-for.js';
import type { FailedEvent } from './events/failed.js';
import type { AbandonedEvent, ConnectedEvent, StartedEvent } from './events/journey.js';
import type { LeavingEvent } from './events/leaving.js';
import type { DeleteEvent, DeletedEvent, DisconnectEvent, DisconnectedEvent } from './events/managing.js';
import type { DataArrivedEvent, SyncedEvent } from './events/reading.js';
import type { ReturnedEvent } from './events/returned.js';
import type { ConnectEvent, ReconnectEvent } from './events/wishes.js';

export * from './events/asked-for.js';
export * from './events/failed.js';
export * from './events/journey.js';
export * from './events/leaving.js';
export * from './events/managing.js';
export * from './events/reading.js';
export * from './events/returned.js';
export * from './events/wishes.js';

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
