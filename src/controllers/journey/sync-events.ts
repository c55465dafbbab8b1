import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DataArrivedEvent, SyncedEvent } from '../../events/sync.js';
import { latestValue } from '../../session/query-state.js';
import type { Query } from '../../session/query.js';
import type { Session } from '../../session/session.js';
import type { SyncRun } from '../../sync/sync-run.js';
import { getCurrentSyncRunsQuery } from '../../sync/sync-runs.js';
import { dispatchOnElementOrDocument } from '../dispatch-on-element-or-document.js';

/**
 * Dispatches `codat-data-arrived` and `codat-synced` once for each sync run: on the first element that shows
 * the session's syncs, or on the document if that element has left the page.
 */
class SyncEvents {
  readonly #session: Session;
  readonly #syncRuns: Query<SyncRun[]>;
  readonly #dispatched = new Set<string>();
  origin: HTMLElement | undefined;
  #isWatching = false;
  #unwatch: () => void = () => undefined;

  constructor(session: Session) {
    this.#session = session;
    this.#syncRuns = getCurrentSyncRunsQuery(session);
    this.#syncRuns.observe(() => this.#dispatchNew());
    session.connections.observe(() => this.#updateWatch());
  }

  #dispatchNew(): void {
    this.#updateWatch();
    for (const run of latestValue(this.#syncRuns.resource) ?? []) {
      const { connectionId, startedAt, isNew, firstReadyType, synced, types } = run;
      if (!isNew) continue;
      const key = `${connectionId} ${startedAt}`;
      if (firstReadyType)
        this.#dispatchOnce(`arrived ${key}`, () => new DataArrivedEvent(connectionId, firstReadyType));
      const missing = types.filter(isMissing).map(({ dataType }) => dataType);
      if (synced) this.#dispatchOnce(`synced ${key}`, () => new SyncedEvent(connectionId, missing));
    }
  }

  /** Keeps polling while a sync runs and any of our elements is on the page, even if none shows the sync. */
  #updateWatch(): void {
    const needed = this.#syncRuns.polling !== undefined && this.#session.connections.hasSubscribers;
    if (needed === this.#isWatching) return;
    this.#isWatching = needed;
    if (needed) this.#unwatch = this.#syncRuns.subscribe(() => undefined);
    else this.#unwatch();
  }

  #dispatchOnce(key: string, event: () => Event): void {
    if (this.#dispatched.has(key)) return;
    this.#dispatched.add(key);
    dispatchOnElementOrDocument(this.origin, event());
  }
}

const isMissing = ({ stage }: SyncRun['types'][number]): boolean =>
  stage !== 'ready' && stage !== 'not-offered';

const syncEventsBySession = new WeakMap<Session, SyncEvents>();

function syncEventsOf(session: Session): SyncEvents {
  const syncEvents = syncEventsBySession.get(session) ?? new SyncEvents(session);
  syncEventsBySession.set(session, syncEvents);
  return syncEvents;
}

/** Makes its host the element on which its session's sync events are dispatched. */
export class SyncEventOriginController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #getSession: () => Session | undefined;
  /** Those of the session that the element shows. */
  #syncEvents: SyncEvents | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, getSession: () => Session | undefined) {
    this.#host = host;
    this.#getSession = getSession;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    const session = this.#getSession();
    const syncEvents = session && syncEventsOf(session);
    // After its session has changed, the element must receive no events of the company before.
    if (this.#syncEvents !== syncEvents && this.#syncEvents?.origin === this.#host)
      this.#syncEvents.origin = undefined;
    this.#syncEvents = syncEvents;
    if (syncEvents && !syncEvents.origin?.isConnected) syncEvents.origin = this.#host;
  }
}
