import type { ReactiveControllerHost } from 'lit';
import type { Connection } from '../api/schemas/connection.js';
import { ConnectEvent, ReconnectEvent } from '../events.js';
import type { Chosen, ConnectState } from '../flow/connect-flow.js';
import type { Session } from '../session/session.js';
import { journeyOf, type Journey, type Origin } from './journey.js';
import { WatchController } from './watch.js';

/** Ties the session's journey to an element: it begins here, and shows here while it is this element's. */
export class ConnectController extends WatchController<Journey> {
  readonly #origin: Origin;

  constructor(host: ReactiveControllerHost & Origin, find: () => Session | undefined) {
    super(host, () => {
      const session = find();
      return session && journeyOf(session);
    });
    this.#origin = host;
  }

  /** Where this element's journey is; `choosing` if the journey is another element's. */
  get state(): ConnectState {
    return this.source?.belongsTo(this.#origin) ? this.source.state : { at: 'choosing' };
  }

  /** What a person would say is on screen: looking again while they sign in is no change to them. */
  get scene(): string {
    const { state } = this;
    return state.at === 'confirming' && !state.returned ? 'authorizing' : state.at;
  }

  /** Asks the host, then begins. Call this from the click itself. */
  connect(platform: Chosen, pending?: Connection): void {
    const event = pending ? new ReconnectEvent(pending) : new ConnectEvent(platform);
    if (this.#origin.dispatchEvent(event)) this.source?.start(this.#origin, platform, pending);
  }

  /** The same platform again, without asking twice. Call this from the click itself. */
  readonly again = (platform: Chosen, connection?: Connection): void => {
    this.source?.start(this.#origin, platform, connection);
  };

  readonly cancel = (): void => this.source?.cancel();

  readonly reset = (): void => this.source?.reset();
}
