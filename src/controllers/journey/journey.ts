import { CodatError } from '../../api/errors.js';
import type { ShareLink } from '../../api/schemas/share-link.js';
import { FailedEvent } from '../../events/failed.js';
import { nextState } from '../../flow/connect-flow.js';
import type {
  ConnectFact,
  ConnectRequest,
  ConnectState,
  ConsentRequirement,
  FactFromPanel,
} from '../../flow/connect-state.js';
import { attemptInProgressOf, runEffectOfState } from '../../flow/effects.js';
import type { FlowServices } from '../../flow/flow-services.js';
import { navigateThisTab } from '../../flow/navigate-this-tab.js';
import type { SignInPageHandle } from '../../flow/sign-in-window.js';
import { nearestLang } from '../../i18n/localize-messages.js';
import type { Query } from '../../session/query.js';
import type { Session } from '../../session/session.js';
import { dispatchOnElementOrDocument } from '../dispatch-on-element-or-document.js';
import type { ActionState } from '../action.js';
import { dispatchLeavingAndWait } from './dispatch-leaving-and-wait.js';
import { canBeginAnother, canShowJourney, canTakeOver, hasSignInEnded, placeOf } from './journey-takeover.js';
import { eventsForTransition } from './journey-events.js';
import {
  takeSavedAttempt,
  isSavedAttemptOverByState,
  hasAnySavedAttempt,
  readSavedAttempt,
  saveAttemptForReturn,
  resumeSavedAttempt,
  type SavedSignInAttempt,
} from './saved-sign-in-attempt.js';
import { takeConnectRequestSavedBeforeReload } from './connect-request-saved-before-reload.js';
import {
  startAcknowledgingReturns,
  createFlowServices,
  getShareLinksQuery,
  watchForSessionOrConnectionEnd,
  withdrawShareLinkAndRefresh,
} from './session-services.js';

/**
 * The one connect journey of a session: its state, the effect of each state, and its events. It outlives the element it
 * began in, and dispatches its events there or, once that element has left the page, on the document.
 */
export class Journey {
  readonly #session: Session;
  readonly #services: FlowServices;
  readonly #subscribers = new Set<() => void>();
  #state: ConnectState = { at: 'choosing' };
  /** Aborts the effect of a state when it is left. */
  #effectController = new AbortController();
  #window: SignInPageHandle | undefined;
  /** When this attempt began, in milliseconds since 1970. */
  #startedAt = 0;
  #attemptId = '';
  /** Whether a sign-in in this tab has just ended. The person may be back on the page of the host's next step, whose picker doesn't offer the platform. */
  #hasEndedInTab = false;
  #origin: HTMLElement | undefined;
  #place: ReturnType<typeof placeOf> | undefined;
  #withdrawing: ActionState<ShareLink> = { is: 'idle' };
  /** The elements that could continue the saved attempt. */
  #resumers: HTMLElement[] = [];
  /** The id of the attempt for which this tab is about to navigate away. */
  #leavingAttemptId: string | undefined;
  /** The attempt of this journey that this page, or one before it in this tab, saved for the return. */
  #savedAttempt: SavedSignInAttempt | undefined;
  /** Whether `codat-connect` has not been dispatched yet, because the platform was preselected. */
  hostNotAskedYet = false;

  /** Tests pass `services` of their own. */
  constructor(session: Session, services?: FlowServices) {
    this.#session = session;
    // Terms are in the language of the element that shows the journey.
    this.#services =
      services ?? createFlowServices(session, () => (this.#origin ? nearestLang(this.#origin) : ''));
    startAcknowledgingReturns(session, () => this.#attemptId);
    watchForSessionOrConnectionEnd(session, this, () => this.#reset());
  }

  get state(): ConnectState {
    return this.#state;
  }

  /** Whether an element may begin another journey without a click: this one's element has left the page, and nobody is waiting for it. */
  isReplaceableBy(element: HTMLElement): boolean {
    return !this.#origin?.isConnected && canBeginAnother(this.#state, element, this.#place);
  }

  /** The window or tab in which this journey opened the sign-in page. */
  get signInWindow(): SignInPageHandle | undefined {
    return this.#window;
  }

  /**
   * Whether this element shows the journey. It does if the journey began there, or if that element has left the page and
   * this one takes its place, to which the journey then moves. One that isn't under way moves only to an element that
   * offers its platform: the picker of an application's next step may offer others.
   */
  belongsTo(element: HTMLElement, offers: (platformKey: string) => boolean = () => true): boolean {
    const isShown = canShowJourney(this.#state, offers);
    if (this.#hasEndedInTab && !isShown) this.release(element);
    if (!this.#origin?.isConnected && canTakeOver(element, this.#place) && isShown) this.#setOrigin(element);
    return this.#origin === element;
  }

  /** Leaves an element that no longer shows the journey, or shows another session: its host must not take this company's events for its own. */
  release(element: HTMLElement): void {
    if (this.#origin === element) this.#origin = undefined;
  }

  subscribe(notify: () => void): () => void {
    this.#subscribers.add(notify);
    return () => this.#subscribers.delete(notify);
  }

  /** Starts an attempt in the window that the click opened. */
  start(origin: HTMLElement, window: SignInPageHandle, request: ConnectRequest): void {
    // Drop the consent given in another element, which doesn't count here.
    this.#claim(origin);
    this.hostNotAskedYet = false;
    // Keep the state `preparing`, which holds the person's consent.
    if (this.#state.at !== 'preparing') this.#reset();
    this.#window?.close();
    this.#window = window;
    this.#startedAt = Date.now();
    this.#attemptId = Math.random().toString(36).slice(2);
    this.#apply({ type: 'confirmed', ...request });
  }

  /** Shows the notes and the consent of a platform before sign-in. */
  prepare(
    origin: HTMLElement,
    request: ConnectRequest,
    hostAsksFor: ConsentRequirement,
    hostNotAskedYet = this.hostNotAskedYet,
  ): void {
    // Keep the choice that a colleague signs in, which a person may make before they choose the platform.
    if (this.#state.at !== 'choosing') this.#reset();
    this.#claim(origin);
    this.hostNotAskedYet = hostNotAskedYet;
    this.#apply({ type: 'platformSelected', hostAsksFor, ...request });
  }

  /**
   * Applies an action of the person in an element. The connection of a cancelled attempt stays pending, and a late `Linked`
   * still counts.
   */
  dispatch(fact: FactFromPanel, origin: HTMLElement): void {
    // An element that shows its platforms must not end another element's journey.
    if (fact.type === 'reset' && !this.belongsTo(origin)) return;
    this.#claim(origin);
    if (fact.type === 'cancelled' || fact.type === 'reset') this.#window?.close();
    this.#apply(fact);
  }

  /** Navigates this tab to the sign-in page once the host has saved its data, and saves the attempt for the return. */
  async leaveTab(origin: HTMLElement, url: string): Promise<void> {
    const attemptId = this.#attemptId;
    // Ignore a second click while the first one is waiting for the host.
    if (!attemptInProgressOf(this.#state) || this.#leavingAttemptId === attemptId) return;
    this.#leavingAttemptId = attemptId;
    const confirmed = await dispatchLeavingAndWait(origin);
    if (this.#leavingAttemptId === attemptId) this.#leavingAttemptId = undefined;
    // The person may have cancelled or started another attempt meanwhile.
    const attempt = attemptInProgressOf(this.#state);
    if (!confirmed || !attempt || this.#attemptId !== attemptId) return;
    this.#savedAttempt = saveAttemptForReturn(this.#session, attempt, attemptId, origin);
    // The whole tab, even from within a frame, since sign-in pages refuse frames.
    navigateThisTab(url, (reason) => this.#apply({ type: 'failed', error: CodatError.from(reason) }));
  }

  /** Continues a saved request or a saved attempt; the attempt in the element that takes the place of the one where it began, if there is one. */
  async resume(origin: HTMLElement, hostAsksFor: ConsentRequirement): Promise<void> {
    await this.#restoreRequest(origin, hostAsksFor).catch(() => undefined);
    if (!hasAnySavedAttempt(this.#session) || this.#state.at !== 'choosing') return;
    if (this.#resumers.push(origin) > 1) return;
    try {
      await this.#session.loadCompanyId();
      const pending = readSavedAttempt(this.#session);
      if (!pending) return;
      const { endSignal } = this.#session;
      const connection = await this.#session.fetchConnection(pending.connection);
      // The person may have started something else since they came back.
      if (endSignal.aborted || !['choosing', 'preparing'].includes(this.#state.at)) return;
      this.#setOrigin(this.#resumers.find((each) => canTakeOver(each, pending.place)) ?? origin);
      this.#savedAttempt = pending;
      this.#startedAt = Date.now();
      this.#attemptId = pending.attemptId;
      this.#apply({ type: 'resumed', attempt: resumeSavedAttempt(pending, connection) });
    } catch (thrown) {
      // The connection was deleted. After any other failure the attempt stays saved, since the next page may succeed.
      if (CodatError.from(thrown).kind === 'missing') takeSavedAttempt(this.#session);
    } finally {
      this.#resumers = [];
    }
  }

  /** Shows the request saved before a reload; the host of this page has not been asked about it. */
  async #restoreRequest(origin: HTMLElement, hostAsksFor: ConsentRequirement): Promise<void> {
    const request = await takeConnectRequestSavedBeforeReload(this.#session, origin.localName);
    if (request && this.#state.at === 'choosing') this.prepare(origin, request, hostAsksFor, true);
  }

  /** The links for other people and their statuses. */
  get shareLinks(): Query<ShareLink[]> {
    return getShareLinksQuery(this.#session);
  }

  /** The progress of withdrawing a link. */
  get withdrawing(): ActionState<ShareLink> {
    return this.#withdrawing;
  }

  async withdraw(shareLink: ShareLink): Promise<void> {
    if (this.#withdrawing.is === 'running') return;
    this.#setWithdrawing({ is: 'running', subject: shareLink });
    try {
      const withdrawn = await withdrawShareLinkAndRefresh(this.#session, shareLink);
      this.#apply({ type: 'shareLinkUpdated', shareLink: withdrawn });
      this.#setWithdrawing({ is: 'idle' });
    } catch (thrown) {
      const error = CodatError.from(thrown);
      this.#setWithdrawing({ is: 'failed', subject: shareLink, error });
      dispatchOnElementOrDocument(this.#origin, new FailedEvent(error));
    }
  }

  /** Moves the journey to an element; resets it first if it belongs to another. */
  #claim(origin: HTMLElement): void {
    if (this.#origin !== origin && !this.belongsTo(origin, () => false)) this.#reset();
    this.#setOrigin(origin);
  }

  #setOrigin(origin: HTMLElement): void {
    this.#origin = origin;
    if (origin.isConnected) this.#place = placeOf(origin);
  }

  #reset(): void {
    this.#window?.close();
    this.#apply({ type: 'reset' });
  }

  #apply(fact: ConnectFact): void {
    const previous = this.#state;
    this.#state = nextState(previous, fact);
    if (this.#state === previous) return;
    this.#effectController.abort();
    this.#effectController = new AbortController();
    this.#onStateChange(this.#state, previous);
    void this.#runEffect(this.#state, this.#effectController.signal);
  }

  async #runEffect(state: ConnectState, signal: AbortSignal): Promise<void> {
    try {
      const fact = await runEffectOfState(state, {
        services: this.#services,
        window: this.#window,
        startedAt: this.#startedAt,
        attemptId: this.#attemptId,
        signal,
      });
      if (fact && !signal.aborted) this.#apply(fact);
    } catch (error) {
      if (!signal.aborted) this.#apply({ type: 'failed', error: CodatError.from(error) });
    }
  }

  #setWithdrawing(withdrawing: ActionState<ShareLink>): void {
    this.#withdrawing = withdrawing;
    this.#notify();
  }

  #onStateChange(state: ConnectState, previous: ConnectState): void {
    const isNew = isSavedAttemptOverByState[state.at] ? this.#endSavedAttempt() : true;
    this.#notify();
    for (const event of isNew ? eventsForTransition(state, previous) : [])
      dispatchOnElementOrDocument(this.#origin, event);
    this.#hasEndedInTab = hasSignInEnded(state) && attemptInProgressOf(previous)?.openedIn === 'tab';
  }

  /** False if another page of this tab has ended the saved attempt, and dispatched its events. */
  #endSavedAttempt(): boolean {
    const own = this.#savedAttempt;
    this.#savedAttempt = undefined;
    const saved = takeSavedAttempt(this.#session);
    return !own || saved?.attemptId === own.attemptId || Date.now() >= own.until;
  }

  #notify(): void {
    for (const notify of this.#subscribers) notify();
  }
}

const journeys = new WeakMap<Session, Journey>();

/** The journey of a session, the same for every element. */
export function journeyOfSession(session: Session): Journey {
  const journey = journeys.get(session) ?? new Journey(session);
  journeys.set(session, journey);
  return journey;
}
