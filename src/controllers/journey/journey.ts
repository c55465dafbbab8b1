import { recordConsent, fetchConsent } from '../../api/consents.js';
import type { ShareLink } from '../../api/schemas/share-link.js';
import { createShareLink, fetchShareLinks, withdrawShareLink } from '../../api/share-links.js';
import { CodatError } from '../../api/errors.js';
import { FailedEvent } from '../../events/failed.js';
import type { Attempt, ConnectState, ConnectRequest } from '../../flow/connect-state.js';
import { ConnectRunner } from '../../flow/connect-runner.js';
import type { FlowServices } from '../../flow/flow-services.js';
import type { SignInWindow } from '../../flow/sign-in-window.js';
import { nearestLang } from '../../i18n/messages-for.js';
import type { Query } from '../../session/query.js';
import { nextWakeUp } from '../../session/live/wake-ups.js';
import { latest } from '../../session/resource.js';
import type { Session } from '../../session/session.js';
import type { ActionState } from './action.js';
import { dispatchFrom } from '../dispatch-from.js';
import { takeSavedRequest } from './saved-request.js';
import { dispatchLeaving } from './dispatch-leaving.js';
import {
  clearPendingReturn,
  isReturnPending,
  readPendingReturn,
  savePendingReturn,
  type PendingReturn,
} from './pending-return.js';
import { journeyEvents } from './journey-events.js';

/**
 * The one connect journey of a session. It outlives the element it began in, and dispatches its events there or, once
 * that element has left the page, on the document.
 */
export class Journey {
  readonly #session: Session;
  readonly #runner: ConnectRunner;
  readonly #subscribers = new Set<() => void>();
  #origin: HTMLElement | undefined;
  #withdrawing: ActionState<ShareLink> = { is: 'idle' };
  #resuming = false;
  /** Identifies the attempt for which this tab is about to navigate away, by the errors known at its start. */
  #leavingErrorIds: Attempt['knownErrorIds'] | undefined;
  /** The return that this journey waits for, saved on this page or the one before. */
  #pendingReturn: PendingReturn | undefined;
  #hostNotAskedYet = false;

  constructor(session: Session) {
    this.#session = session;
    this.#runner = new ConnectRunner(this.#flowServices, (state, previous) =>
      this.#onStateChange(state, previous),
    );
    const resetOnNewCompany = (): void => {
      session.endSignal.addEventListener('abort', () => {
        this.#runner.reset();
        queueMicrotask(resetOnNewCompany);
      });
    };
    resetOnNewCompany();
  }

  get state(): ConnectState {
    return this.#runner.state;
  }

  /** Whether `codat-connect` is still to be dispatched, because the platform was preselected. */
  get hostNotAskedYet(): boolean {
    return this.#hostNotAskedYet;
  }

  /** Whether this element shows the journey: it began there, or its element has left the page and this one asks first. */
  belongsTo(element: HTMLElement): boolean {
    if (!this.#origin?.isConnected) this.#origin = element;
    return this.#origin === element;
  }

  subscribe(notify: () => void): () => void {
    this.#subscribers.add(notify);
    return () => this.#subscribers.delete(notify);
  }

  start(origin: HTMLElement, window: SignInWindow, request: ConnectRequest): void {
    // Consent given in another element doesn't count here.
    if (!this.belongsTo(origin)) this.#runner.reset();
    this.#origin = origin;
    this.#hostNotAskedYet = false;
    this.#runner.start(window, request);
  }

  /** Shows the notes and the consent of a platform before sign-in. */
  prepare(
    origin: HTMLElement,
    request: ConnectRequest,
    requires: 'consent' | 'nothing',
    hostNotAskedYet = this.#hostNotAskedYet,
  ): void {
    // A person may say that a colleague signs in before they choose the platform: that choice is kept.
    if (this.state.at !== 'choosing' || !this.belongsTo(origin)) this.#runner.reset();
    this.#origin = origin;
    this.#hostNotAskedYet = hostNotAskedYet;
    this.#runner.selectPlatform(request, requires);
  }

  /** Lets someone else sign in to the chosen platform, or to the one chosen next. */
  delegate(origin: HTMLElement, requires: 'consent' | 'nothing'): void {
    if (!this.belongsTo(origin)) this.#runner.reset();
    this.#origin = origin;
    this.#runner.delegate(requires);
  }

  /** Continues to the link for someone else. Without the required consent, only marks it as missing. */
  proceed(request: ConnectRequest): void {
    this.#runner.confirm(request);
  }

  /** Gives consent, or withdraws it. */
  answerConsent(yes: boolean): void {
    this.#runner.answerConsent(yes);
  }

  /** Accepts that the connection now belongs to another organisation. */
  acceptOrganisation(): void {
    this.#runner.accept();
  }

  /** Navigates this tab to the sign-in page once the host has saved its data, and saves the attempt for the return. */
  async leaveTab(origin: HTMLElement, url: string): Promise<void> {
    const attempt = attemptOf(this.state);
    // Ignore a second click while the first one is waiting for the host.
    if (!attempt || this.#leavingErrorIds === attempt.knownErrorIds) return;
    this.#leavingErrorIds = attempt.knownErrorIds;
    const confirmed = await dispatchLeaving(origin);
    const current = attemptOf(this.state);
    // The person may have cancelled or started another attempt meanwhile; its errors identify it.
    if (this.#leavingErrorIds !== attempt.knownErrorIds) return;
    this.#leavingErrorIds = undefined;
    if (!confirmed || current?.knownErrorIds !== attempt.knownErrorIds) return;
    this.#pendingReturn = savePendingReturn(this.#session, current, this.#runner.attemptId);
    location.assign(url);
  }

  /** Continues a saved request or a pending return in the first element that asks. */
  async resume(origin: HTMLElement, requires: 'consent' | 'nothing'): Promise<void> {
    await this.#restoreRequest(origin, requires).catch(() => undefined);
    if (!isReturnPending(this.#session) || this.#resuming || this.state.at !== 'choosing') return;
    this.#resuming = true;
    try {
      await this.#session.loadCompanyId();
      const pending = readPendingReturn(this.#session);
      if (!pending) return;
      const { endSignal } = this.#session;
      const { platform, connection: id, knownErrorIds, again, attemptId } = pending;
      const connection = await this.#session.fetchConnection(id);
      // The person may have started something else since they came back.
      if (endSignal.aborted || !['choosing', 'preparing'].includes(this.state.at)) return;
      this.#origin = origin;
      this.#pendingReturn = pending;
      // The organisation's name isn't stored in the tab.
      const previousLink = again ? { previousLink: { organisation: undefined } } : {};
      this.#runner.resume(
        { platform, connection, knownErrorIds: new Set(knownErrorIds), openedIn: 'tab', ...previousLink },
        attemptId,
      );
    } catch (thrown) {
      // The connection was deleted. Any other failure may be gone on the next page, so the return stays pending.
      if (CodatError.from(thrown).kind === 'missing') clearPendingReturn(this.#session);
    } finally {
      this.#resuming = false;
    }
  }

  /** Shows the request saved before a reload; the host of this page has not been asked about it. */
  async #restoreRequest(origin: HTMLElement, requires: 'consent' | 'nothing'): Promise<void> {
    const request = await takeSavedRequest(this.#session, origin.localName);
    if (request && this.state.at === 'choosing') this.prepare(origin, request, requires, true);
  }

  cancel(): void {
    this.#runner.cancel();
  }

  /** Goes back to the platforms, if this element shows the journey. */
  reset(origin: HTMLElement): void {
    if (this.belongsTo(origin)) this.#runner.reset();
  }

  /** The links for other people and their statuses. */
  get shareLinks(): Query<ShareLink[]> {
    return this.#session.query('shares', (_, signal) => fetchShareLinks(this.#session.send, signal));
  }

  /** The progress of withdrawing a link. */
  get withdrawing(): ActionState<ShareLink> {
    return this.#withdrawing;
  }

  async withdraw(shareLink: ShareLink): Promise<void> {
    if (this.#withdrawing.is === 'running') return;
    this.#setWithdrawing({ is: 'running', subject: shareLink });
    try {
      await withdrawShareLink(this.#session.send, shareLink.id);
      await this.shareLinks.refresh();
      const updated = this.#currentShareLink(shareLink.id) ?? { ...shareLink, status: 'withdrawn' };
      this.#runner.updateShareLink(updated);
      this.#setWithdrawing({ is: 'idle' });
    } catch (thrown) {
      const error = CodatError.from(thrown);
      this.#setWithdrawing({ is: 'failed', subject: shareLink, error });
      dispatchFrom(this.#origin, new FailedEvent(error));
    }
  }

  get #flowServices(): FlowServices {
    const { send } = this.#session;
    return {
      fetchConsent: (signal) => fetchConsent(send, this.#lang, signal),
      recordConsent: (consent, platformKey, signal) => recordConsent(send, consent, platformKey, signal),
      connect: (platformKey, signal, receipt) => this.#session.connect(platformKey, signal, receipt),
      // Refreshed, since colleagues may have made links as well.
      createShareLink: (platformKey, signal, receipt) =>
        createShareLink(send, platformKey, receipt, signal).finally(() => void this.shareLinks.refresh()),
      fetchShareLink: async (id) => {
        await this.shareLinks.refresh();
        return this.#currentShareLink(id);
      },
      fetchConnection: (id, signal) => this.#session.fetchConnection(id, signal),
      unlink: (id) => this.#session.unlink(id),
      nextWakeUp: (id, within, signal, attemptId) =>
        nextWakeUp(this.#session.messageListeners, id, within, signal, attemptId),
    };
  }

  /** The page's language where the journey is shown. */
  get #lang(): string {
    return this.#origin ? nearestLang(this.#origin) : '';
  }

  #currentShareLink(id: string): ShareLink | undefined {
    return latest(this.shareLinks.resource)?.find((shareLink) => shareLink.id === id);
  }

  #setWithdrawing(withdrawing: ActionState<ShareLink>): void {
    this.#withdrawing = withdrawing;
    this.#notify();
  }

  #onStateChange(state: ConnectState, previous: ConnectState): void {
    const isUnreported = endsPendingReturn[state.at] ? this.#endPendingReturn() : true;
    this.#notify();
    if (!isUnreported) return;
    for (const event of journeyEvents(state, previous)) dispatchFrom(this.#origin, event);
  }

  /** False if another page of this tab has ended the pending return, and dispatched its events. */
  #endPendingReturn(): boolean {
    const own = this.#pendingReturn;
    this.#pendingReturn = undefined;
    const kept = clearPendingReturn(this.#session);
    return !own || kept?.attemptId === own.attemptId || Date.now() >= own.until;
  }

  #notify(): void {
    for (const notify of this.#subscribers) notify();
  }
}

/** Whether a state ends the pending return: the attempt is over, or the person started something else. */
const endsPendingReturn: Readonly<Record<ConnectState['at'], boolean>> = {
  choosing: true,
  preparing: false,
  creating: true,
  sharing: true,
  shared: true,
  authorizing: false,
  confirming: false,
  comparing: false,
  connected: true,
  abandoned: true,
  failed: true,
};

/** The attempt whose sign-in is open. */
const attemptOf = (state: ConnectState): Attempt | undefined =>
  state.at === 'authorizing' || state.at === 'confirming' ? state : undefined;

const journeys = new WeakMap<Session, Journey>();

/** The journey of a session, the same for every element. */
export function journeyOf(session: Session): Journey {
  const journey = journeys.get(session) ?? new Journey(session);
  journeys.set(session, journey);
  return journey;
}
