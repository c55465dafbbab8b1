import type { ReactiveControllerHost } from 'lit';
import { CodatError } from '../api/errors.js';
import type { Connection } from '../api/schemas/connection.js';
import { ConnectEvent, FailedEvent, ReconnectEvent } from '../events.js';
import type { Chosen, ConnectState } from '../flow/connect-flow.js';
import { openLinkWindow } from '../flow/link-window.js';
import type { Session } from '../session/session.js';
import type { Journey } from './journey.js';
import { WatchController } from './watch.js';

/** What a person's journey needs once they have chosen. It loads beside the platforms, not before them. */
export interface JourneyParts<Panel> {
  readonly journeyOf: (session: Session) => Journey;
  readonly journeyPanel: Panel;
}

interface Connecting<Panel> {
  readonly session: () => Session | undefined;
  readonly load: () => Promise<JourneyParts<Panel>>;
  /** What the window says until the sign-in page is there. */
  readonly opening: (platform: string) => string;
}

/** Ties the session's journey to an element: it begins here, and shows here while it is this element's. */
export class ConnectController<Panel> extends WatchController<Journey> {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #connecting: Connecting<Panel>;
  #parts: JourneyParts<Panel> | undefined;
  #problem: CodatError | undefined;

  constructor(element: ReactiveControllerHost & HTMLElement, connecting: Connecting<Panel>) {
    super(element, () => {
      const session = connecting.session();
      return session && this.#parts?.journeyOf(session);
    });
    this.#element = element;
    this.#connecting = connecting;
  }

  /** Where this element's journey is; `choosing` if the journey is another element's. */
  get state(): ConnectState {
    return this.source?.belongsTo(this.#element) ? this.source.state : { at: 'choosing' };
  }

  /** How to draw the journey, once that is loaded. */
  get panel(): Panel | undefined {
    return this.#parts?.journeyPanel;
  }

  /** Why no journey could begin: the part that leads through it could not be loaded. */
  get problem(): CodatError | undefined {
    return this.#problem;
  }

  /** What a person would say is on screen: looking again while they sign in is no change to them. */
  get scene(): string {
    const { state } = this;
    return this.#problem?.kind ?? (state.at === 'confirming' && !state.returned ? 'authorizing' : state.at);
  }

  override hostConnected(): void {
    super.hostConnected();
    // Should it fail, the click tries again.
    void this.#load().catch(() => undefined);
  }

  /** Asks the host, then begins. Call this from the click itself: browsers open a window only then. */
  connect(platform: Chosen, pending?: Connection): void {
    const event = pending ? new ReconnectEvent(pending) : new ConnectEvent(platform);
    if (this.#element.dispatchEvent(event)) this.again(platform, pending);
  }

  /** The same platform again, without asking twice. Call this from the click itself. */
  readonly again = (platform: Chosen, connection?: Connection): void => {
    // Before anything is awaited, while the click still counts.
    const window = openLinkWindow(this.#connecting.opening(platform.name));
    const session = this.#connecting.session();
    this.#problem = undefined;
    this.#load().then(
      ({ journeyOf }) => session && journeyOf(session).start(this.#element, window, platform, connection),
      (cause: unknown) => {
        window.close();
        this.#fail(new CodatError('unreachable', 'A part of this page could not be loaded.', { cause }));
      },
    );
  };

  readonly cancel = (): void => this.source?.cancel();

  readonly reset = (): void => {
    this.#problem = undefined;
    this.source?.reset();
    this.#element.requestUpdate();
  };

  async #load(): Promise<JourneyParts<Panel>> {
    this.#parts ??= await this.#connecting.load();
    this.follow();
    return this.#parts;
  }

  #fail(error: CodatError): void {
    this.#problem = error;
    this.#element.dispatchEvent(new FailedEvent(error));
    this.#element.requestUpdate();
  }
}
