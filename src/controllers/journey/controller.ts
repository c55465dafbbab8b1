import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { CodatError } from '../../api/errors.js';
import { whenIdle } from '../../browser/loading/load-order.js';
import { hasEntriesOfAnySession, saveTabEntry } from '../../browser/tab-storage.js';
import { ConnectEvent, ReconnectEvent } from '../../events/before-connect.js';
import { FailedEvent } from '../../events/failed.js';
import type {
  ConnectRequest,
  ConnectState,
  ConsentRequirement,
  FactFromPanel,
} from '../../flow/connect-state.js';
import {
  createSignInHandleForSameTabOrHost,
  openSignInWindow,
  prefersSameTab,
  type SignInPageHandle,
} from '../../flow/sign-in-window.js';
import { platformKeysWithSignInNotes } from '../../platforms/platform-keys-with-sign-in-notes.js';
import type { Session } from '../../session/session.js';
import { adoptMoreStyles } from '../adopt-more-styles.js';
import { SubscriptionController } from '../subscription.js';
import { dispatchLeavingAndWait } from './dispatch-leaving-and-wait.js';
import type { JourneyActions, JourneyViewOptions, JourneyViewModule } from './journey-view-module.js';
import type { Journey } from './journey.js';
import type { ConnectRequestSavedBeforeReload } from './connect-request-saved-before-reload.js';

/** How the platform's sign-in page opens. `auto`: in this tab on phones, in installed apps and in apps' built-in browsers, else in a window. Default `auto`. */
export const waysToOpen = ['auto', 'popup', 'new-tab', 'same-tab'] as const;

export type WayToOpen = (typeof waysToOpen)[number];

interface ConnectOptions {
  readonly session: () => Session | undefined;
  readonly load: () => Promise<JourneyViewModule>;
  /** Whether the element has loaded what it shows first, after which the view preloads. If left out, the view loads when it is needed. */
  readonly hasLoaded?: () => boolean;
  /** The text that the window shows until the sign-in page loads. */
  readonly openingText: (platform: string) => string;
  /** Whether the host requires consent first. */
  readonly consent?: () => boolean;
  readonly opens?: () => WayToOpen;
  /** The host's own function to open sign-in, if it set one. */
  readonly openLink?: () => ((url: string) => void) | undefined;
  /** Whether the element offers a platform; any if left out. */
  readonly offers?: (platformKey: string) => boolean;
}

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** Whether an element of this page has loaded the view, so that others get it without a request. */
let isViewLoaded = false;

/** Starts the session's journey from an element, and shows it there while it belongs to that element. */
export class JourneyController extends SubscriptionController<Journey, Host> implements JourneyActions {
  readonly #options: ConnectOptions;
  #view: JourneyViewModule | undefined;
  #loadError: CodatError | undefined;
  #loadFailures = 0;
  /** The last request, for a retry. */
  #request: ConnectRequest | undefined;
  /** Whether preloading the view has been scheduled after what the element shows first. */
  #isPreloading = false;
  /** Whether a request waits for the view to load. */
  #isLoading = false;
  /** The last source that the element had on the page, kept while it is off the page to release it if it comes back with another session. */
  #latestSource: Journey | undefined;

  constructor(host: Host, options: ConnectOptions) {
    super(host, () => {
      const session = options.session();
      return session && this.#view?.journeyOfSession(session);
    });
    this.#options = options;
  }

  /** The state of the journey; `choosing` if it belongs to another element. */
  get state(): ConnectState {
    return this.source?.belongsTo(this.host, this.#options.offers) ? this.source.state : { at: 'choosing' };
  }

  /** The view that renders the journey; undefined until it has loaded. */
  get view(): JourneyViewModule | undefined {
    return this.#view;
  }

  /** The panel of the journey; undefined while the person chooses a platform. */
  render(options: Omit<JourneyViewOptions, 'actions' | 'session'>): TemplateResult | undefined {
    const { state } = this;
    if (!this.#view || state.at === 'choosing') return undefined;
    return this.#view.renderJourney(state, {
      ...options,
      session: this.#options.session(),
      actions: this,
    });
  }

  /** The error if the view could not be loaded, so that no journey could start. */
  get loadError(): CodatError | undefined {
    return this.#loadError;
  }

  /** Reloads the page and restores the request. Offered after two failed loads: some browsers never refetch a failed module. */
  get reload(): (() => void) | undefined {
    if (this.#loadFailures < 2) return undefined;
    return () =>
      void dispatchLeavingAndWait(this.host).then((confirmed) => {
        if (!confirmed) return;
        this.#saveRequest();
        location.reload();
      });
  }

  /** The `:state()` of the element while a journey is shown or can't be loaded. */
  get customState(): string | undefined {
    const { at } = this.state;
    if (this.#loadError) return 'failed';
    return this.#view && at !== 'choosing' ? at : undefined;
  }

  /** The name of the current view, for focus. A check during sign-in keeps the name `authorizing`, since it shows the same view. */
  get viewName(): string {
    const { state } = this;
    if (this.#loadError) return this.#loadError.kind;
    if (state.at === 'choosing' && state.signsIn === 'other') return 'delegating';
    return state.at === 'confirming' && !state.returned ? 'authorizing' : state.at;
  }

  override hostConnected(): void {
    super.hostConnected();
    // A journey for which this tab navigated away continues at once.
    if (hasEntriesOfAnySession()) this.#preload();
  }

  hostUpdated(): void {
    if (!this.#isPreloading && this.#options.hasLoaded?.()) {
      this.#isPreloading = true;
      // A journey whose element was replaced continues at once.
      if (isViewLoaded) this.#preload();
      else void whenIdle().then(this.#preload);
    }
    this.#view?.announcePanel(this.host.renderRoot, this.viewName, this.state);
  }

  /** Asks the host, then shows the notes and consent, or opens sign-in. Call it within the click: browsers allow a window only then. */
  connect(request: ConnectRequest): void {
    // Ignore a second click while the first one is loading.
    if (this.#isLoading || !this.#askHost(request)) return;
    const { platform, connection, replaces } = request;
    const hasNotes = !connection && platformKeysWithSignInNotes.has(platform.key);
    // A platform's own button is in the step before sign-in.
    const hasStepBefore = hasNotes || platform.button || replaces || this.#hostAsksFor === 'consent';
    if (hasStepBefore || 'signsIn' in this.state) void this.#prepare(request, false);
    else void this.#start(request);
  }

  /** Shows the notes and consent, without asking the host again. */
  readonly prepare = (request: ConnectRequest): void => void this.#prepare(request);

  /** Shows the notes of a platform that the host preselected. The host is asked when sign-in opens. */
  preselect(request: ConnectRequest): void {
    void this.#prepare(request, true);
  }

  /** Opens sign-in. Call it within the click: browsers allow a window only then. */
  readonly signIn = (request: ConnectRequest): void => {
    if (!this.#isLoading && (!this.source?.hostNotAskedYet || this.#askHost(request)))
      void this.#start(request);
  };

  async #start(request: ConnectRequest): Promise<void> {
    // Before anything is awaited, while the user activation still holds.
    const window = this.#openSignIn(request);
    const journey = await this.#loadJourney(request);
    if (journey) journey.start(this.host, window, request);
    else window.close();
  }

  readonly leaveTab = (url: string): void => void this.source?.leaveTab(this.host, url);

  /** Lets someone else sign in to the chosen platform, or to the one chosen next. */
  readonly delegate = (): void => this.dispatch({ type: 'delegated', hostAsksFor: this.#hostAsksFor });

  /** Applies an action of the person in this element. */
  readonly dispatch = (fact: FactFromPanel): void => this.source?.dispatch(fact, this.host);

  /** Loads the view again, and continues with the last request. */
  readonly retry = (): void => {
    if (this.#request) void this.#prepare(this.#request);
  };

  reset(): void {
    this.#loadError = undefined;
    this.dispatch({ type: 'reset' });
    this.host.requestUpdate();
  }

  /** Resumes a journey as soon as there is a session, which may be set after the element has connected. */
  protected override updateSource(): void {
    const previous = this.source;
    super.updateSource();
    const { source } = this;
    if (this.host.isConnected && source !== this.#latestSource) {
      this.#latestSource?.release(this.host);
      this.#latestSource = source;
    }
    if (source !== previous) void source?.resume(this.host, this.#hostAsksFor);
  }

  /** False if the host cancels the event. */
  #askHost({ platform, connection, replaces }: ConnectRequest): boolean {
    const event = connection ? new ReconnectEvent(connection) : new ConnectEvent(platform, replaces);
    return this.host.dispatchEvent(event);
  }

  #openSignIn({ platform }: ConnectRequest): SignInPageHandle {
    const { openingText, opens, openLink } = this.#options;
    const open = openLink?.();
    if (open) return createSignInHandleForSameTabOrHost('host', open);
    const mode = opens?.() ?? 'auto';
    const inThisTab = mode === 'same-tab' || (mode === 'auto' && (prefersSameTab() || this.#view?.isInApp()));
    return inThisTab
      ? createSignInHandleForSameTabOrHost('tab', this.leaveTab)
      : openSignInWindow(openingText(platform.name), mode === 'new-tab' ? mode : 'popup');
  }

  async #prepare(request: ConnectRequest, hostNotAskedYet?: boolean): Promise<void> {
    const journey = await this.#loadJourney(request);
    journey?.prepare(this.host, request, this.#hostAsksFor, hostNotAskedYet);
  }

  get #hostAsksFor(): ConsentRequirement {
    return this.#options.consent?.() ? 'consent' : 'nothing';
  }

  #saveRequest(): void {
    const session = this.#options.session();
    if (!session || !this.#request) return;
    const { platform, connection, replaces } = this.#request;
    const saved: ConnectRequestSavedBeforeReload = {
      tag: this.host.localName,
      platform: { key: platform.key, name: platform.name },
      connection: connection?.id,
      replaces: replaces?.id,
    };
    saveTabEntry(session.tabKey, 'request', session.companyId ?? '', saved);
  }

  /**
   * The journey of the element's session. Undefined if the view can't be loaded, which the element then shows as an
   * error, or if the element has another session or company by then.
   */
  async #loadJourney(request: ConnectRequest): Promise<Journey | undefined> {
    const session = this.#options.session();
    const { endSignal } = session ?? {};
    this.#loadError = undefined;
    this.#request = request;
    this.#isLoading = true;
    try {
      const { journeyOfSession } = await this.#load();
      if (session && this.#options.session()?.endSignal === endSignal) return journeyOfSession(session);
    } catch (cause) {
      this.#reportLoadFailure(cause);
    } finally {
      this.#isLoading = false;
    }
    return undefined;
  }

  /** If this fails, the next click loads the view. */
  readonly #preload = (): void => void this.#load().catch(() => undefined);

  async #load(): Promise<JourneyViewModule> {
    const view = await this.#options.load();
    isViewLoaded = true;
    this.#loadFailures = 0;
    if (!this.#view) {
      this.#view = view;
      adoptMoreStyles(this.host.shadowRoot, view.journeyViewStyles);
      this.updateSource();
      this.host.requestUpdate();
    }
    return view;
  }

  #reportLoadFailure(cause: unknown): void {
    const error = new CodatError('unreachable', 'A part is missing.', { cause });
    this.#loadFailures++;
    this.#loadError = error;
    this.host.dispatchEvent(new FailedEvent(error));
    this.host.requestUpdate();
  }
}
