import { adoptStyles, supportsAdoptingStyleSheets, type CSSResult, type ReactiveControllerHost } from 'lit';
import { saveTabEntry } from '../../browser/tab-storage.js';
import { CodatError } from '../../api/errors.js';
import { FailedEvent } from '../../events/failed.js';
import { ConnectEvent, ReconnectEvent } from '../../events/connect.js';
import type { ConnectState, ConnectRequest } from '../../flow/connect-state.js';
import {
  signInElsewhere,
  openSignInWindow,
  prefersSameTab,
  type SignInWindow,
} from '../../flow/sign-in-window.js';
import { noted } from '../../platforms/noted.js';
import type { Session } from '../../session/session.js';
import type { Journey } from './journey.js';
import type { KeptWish } from './kept-wish.js';
import { mayLeave } from './leaving.js';
import { WatchController } from '../watch.js';

/** How the platform's sign-in page opens. `auto`: in this tab on phones and in installed apps, else in a window. */
export type Opens = 'auto' | 'popup' | 'new-tab' | 'same-tab';

/** What a person's journey needs once they have chosen. It loads beside the platforms, not before them. */
export interface JourneyParts {
  readonly journeyOf: (session: Session) => Journey;
  readonly journeyStyles: readonly CSSResult[];
  readonly isInApp: () => boolean;
}

interface Connecting<Parts> {
  readonly session: () => Session | undefined;
  readonly load: () => Promise<Parts>;
  /** Called once the element can lead through a journey. */
  readonly loaded?: (parts: Parts) => void;
  /** What the window says until the sign-in page is there. */
  readonly opening: (platform: string) => string;
  /** Whether the host asks for consent first. */
  readonly consent?: () => boolean;
  readonly opens?: () => Opens;
  /** A host that opens sign-in itself. */
  readonly openLink?: () => ((url: string) => void) | undefined;
}

/** Ties the session's journey to an element: it begins here, and shows here while it is this element's. */
export class ConnectController<Parts extends JourneyParts> extends WatchController<Journey> {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #connecting: Connecting<Parts>;
  #parts: Parts | undefined;
  #problem: CodatError | undefined;
  #failures = 0;
  /** What the person chose last. */
  #wish: ConnectRequest | undefined;
  /** Whether the part that leads there is still to come. */
  #isWaiting = false;

  constructor(element: ReactiveControllerHost & HTMLElement, connecting: Connecting<Parts>) {
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
  get parts(): Parts | undefined {
    return this.#parts;
  }

  /** Why no journey could begin: the part that leads through it could not be loaded. */
  get problem(): CodatError | undefined {
    return this.#problem;
  }

  /**
   * Loads the page anew, once trying again did not help: some browsers never ask again for what could not be loaded. What
   * was chosen stays chosen.
   */
  get reload(): (() => void) | undefined {
    if (this.#failures < 2) return undefined;
    return () =>
      void mayLeave(this.#element).then((may) => {
        if (!may) return;
        this.#keepWish();
        location.reload();
      });
  }

  /** Where a person is on the way, once they chose a platform, or that they can't go. */
  get situation(): string | undefined {
    const { at } = this.state;
    if (this.#problem) return 'failed';
    return this.#parts && at !== 'choosing' ? at : undefined;
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

  /** Asks the host, then says what there is to know, or goes. Call this from the click itself. */
  connect(wish: ConnectRequest): void {
    // A second click while the first is under way changes nothing.
    if (this.#isWaiting || !this.#mayGo(wish)) return;
    const { platform, connection, replaces } = wish;
    const known = !connection && noted.has(platform.key);
    if (known || replaces || this.#asks === 'consent' || 'signsIn' in this.state) this.#consider(wish, false);
    else this.#start(wish);
  }

  /** Says what there is to know and to agree to first, without asking the host again. */
  readonly consider = (wish: ConnectRequest): void => this.#consider(wish);

  /** Says what there is to know of the one platform to connect, which nobody had to choose: the host is asked on going. */
  straightTo(wish: ConnectRequest): void {
    this.#consider(wish, true);
  }

  /** Goes there. Call this from the click itself: browsers open a window only then. */
  readonly go = (wish: ConnectRequest): void => {
    if (!this.#isWaiting && (!this.source?.hostUnasked || this.#mayGo(wish))) this.#start(wish);
  };

  #start(wish: ConnectRequest): void {
    // Before anything is awaited, while the click still counts.
    const window = this.#open(wish);
    this.#withJourney(wish, (journey) => journey.start(this.#element, window, wish)).catch(() =>
      window.close(),
    );
  }

  readonly leave = (url: string): void => void this.source?.leave(this.#element, url);

  /** Does what only the part can that loads later; if it can't be had, nothing. */
  later(act: (parts: Parts) => void): void {
    this.#load().then(act, () => undefined);
  }

  readonly delegate = (): void => this.source?.delegate(this.#element, this.#asks);

  readonly cancel = (): void => this.source?.cancel();

  /** Loads again what could not be loaded, and goes on with what was chosen. */
  readonly retry = (): void => {
    if (this.#wish) this.#consider(this.#wish);
  };

  readonly reset = (): void => {
    this.#problem = undefined;
    this.source?.reset(this.#element);
    this.#element.requestUpdate();
  };

  /** A session may be known only after all that leads through a journey: it is gone on with as soon as it is. */
  protected override follow(): void {
    const before = this.source;
    super.follow();
    if (this.source !== before) void this.source?.resume(this.#element, this.#asks);
  }

  /** The host's answer, which holds for this journey. */
  #mayGo({ platform, connection, replaces }: ConnectRequest): boolean {
    const event = connection ? new ReconnectEvent(connection) : new ConnectEvent(platform, replaces);
    return this.#element.dispatchEvent(event);
  }

  #open({ platform }: ConnectRequest): SignInWindow {
    const { opening, opens, openLink } = this.#connecting;
    const open = openLink?.();
    if (open) return signInElsewhere('host', open);
    const how = opens?.() ?? 'auto';
    const here = how === 'same-tab' || (how === 'auto' && (prefersSameTab() || this.#parts?.isInApp()));
    return here
      ? signInElsewhere('tab', this.leave)
      : openSignInWindow(opening(platform.name), how === 'new-tab' ? how : 'popup');
  }

  #consider(wish: ConnectRequest, hostUnasked?: boolean): void {
    const consider = (journey: Journey): void =>
      journey.consider(this.#element, wish, this.#asks, hostUnasked);
    // Should it fail, the element says so.
    this.#withJourney(wish, consider).catch(() => undefined);
  }

  get #asks(): 'consent' | 'nothing' {
    return this.#connecting.consent?.() ? 'consent' : 'nothing';
  }

  #keepWish(): void {
    const session = this.#connecting.session();
    if (!session || !this.#wish) return;
    const { platform, connection, replaces } = this.#wish;
    const kept: KeptWish = {
      tag: this.#element.localName,
      platform: { key: platform.key, name: platform.name },
      connection: connection?.id,
      replaces: replaces?.id,
    };
    saveTabEntry(session.owner, 'wish', session.companyId ?? '', kept);
  }

  async #withJourney(wish: ConnectRequest, act: (journey: Journey) => void): Promise<void> {
    const session = this.#connecting.session();
    this.#problem = undefined;
    this.#wish = wish;
    this.#isWaiting = true;
    try {
      const { journeyOf } = await this.#load();
      if (session) act(journeyOf(session));
    } catch (cause) {
      this.#fail(cause);
      throw cause;
    } finally {
      this.#isWaiting = false;
    }
  }

  async #load(): Promise<Parts> {
    const parts = await this.#connecting.load();
    this.#failures = 0;
    if (!this.#parts) {
      this.#parts = parts;
      this.#dress(parts.journeyStyles);
      this.follow();
      this.#connecting.loaded?.(parts);
      this.#element.requestUpdate();
    }
    return parts;
  }

  #dress(styles: readonly CSSResult[]): void {
    const root = this.#element.shadowRoot;
    const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
    if (supportsAdoptingStyleSheets) root?.adoptedStyleSheets.push(...sheets);
    else if (root) adoptStyles(root, [...styles]);
  }

  #fail(cause: unknown): void {
    const error = new CodatError('unreachable', 'A part is missing.', { cause });
    this.#failures++;
    this.#problem = error;
    this.#element.dispatchEvent(new FailedEvent(error));
    this.#element.requestUpdate();
  }
}
