import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DataArrivedEvent, SyncedEvent } from '../../events/sync.js';
import type { Query } from '../../session/query.js';
import type { SyncRun } from '../../sync/sync-run.js';
import { syncRunsOf } from '../../sync/sync-runs.js';
import { latest } from '../../session/resource.js';
import type { Session } from '../../session/session.js';
import { dispatchFrom } from '../dispatch.js';

/**
 * Tells the host when the first data of a connection can be used and when all is there, once for each run: in the
 * element that shows it or, should that be gone while something else of ours is on the page, on the document.
 */
class Milestones {
  readonly #session: Session;
  readonly #readings: Query<SyncRun[]>;
  readonly #told = new Set<string>();
  origin: HTMLElement | undefined;
  #stays = false;
  #leave: () => void = () => undefined;

  constructor(session: Session) {
    this.#session = session;
    this.#readings = syncRunsOf(session);
    this.#readings.observe(() => this.#look());
    session.connections.observe(() => this.#stay());
  }

  #look(): void {
    this.#stay();
    for (const {
      connectionId,
      startedAt: since,
      isNew: news,
      firstReadyType: arrived,
      synced,
      types,
    } of latest(this.#readings.resource) ?? []) {
      if (!news) continue;
      const run = `${connectionId} ${since}`;
      if (arrived) this.#tell(`arrived ${run}`, () => new DataArrivedEvent(connectionId, arrived));
      if (synced)
        this.#tell(`synced ${run}`, () => new SyncedEvent(connectionId, types.filter(isMissing).map(nameOf)));
    }
  }

  /** As long as data is being read and anything of ours is on the page, though nothing shows it. */
  #stay(): void {
    const needed = this.#readings.polling !== undefined && this.#session.connections.hasSubscribers;
    if (needed === this.#stays) return;
    this.#stays = needed;
    if (needed) this.#leave = this.#readings.subscribe(() => undefined);
    else this.#leave();
  }

  #tell(milestone: string, event: () => Event): void {
    if (this.#told.has(milestone)) return;
    this.#told.add(milestone);
    dispatchFrom(this.origin, event());
  }
}

const isMissing = ({ stage }: SyncRun['types'][number]): boolean =>
  stage !== 'ready' && stage !== 'not-offered';
const nameOf = ({ dataType }: SyncRun['types'][number]): string => dataType;

const all = new WeakMap<Session, Milestones>();

/** Makes an element the one in which its session's milestones are told. */
export class MilestoneController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #session: () => Session | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, session: () => Session | undefined) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  hostUpdated(): void {
    const session = this.#session();
    if (!session || !this.#host.isConnected) return;
    const milestones = all.get(session) ?? new Milestones(session);
    all.set(session, milestones);
    if (!milestones.origin?.isConnected) milestones.origin = this.#host;
  }
}
