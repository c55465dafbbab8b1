import { recordConsent, fetchConsent } from '../../api/consents.js';
import type { ShareLink } from '../../api/schemas/share-link.js';
import { createShareLink, fetchShareLinks, withdrawShareLink } from '../../api/share-links.js';
import { CodatError } from '../../api/errors.js';
import { FailedEvent } from '../../events/failed.js';
import type { Attempt, ConnectState, ConnectRequest } from '../../flow/connect-state.js';
import { ConnectRunner } from '../../flow/connect-runner.js';
import type { FlowServices } from '../../flow/flow-services.js';
import type { SignInWindow } from '../../flow/sign-in-window.js';
import { nearestLang } from '../../i18n/register.js';
import type { Query } from '../../session/query.js';
import { nextWakeUp } from '../../session/live/wake-ups.js';
import { latest } from '../../session/resource.js';
import type { Session } from '../../session/session.js';
import type { Running } from './action.js';
import { dispatchFrom } from '../dispatch.js';
import { takeWish } from './kept-wish.js';
import { mayLeave } from './leaving.js';
import {
  clearPendingReturn,
  isReturnPending,
  readPendingReturn,
  savePendingReturn,
  type PendingReturn,
} from './pending-return.js';
import { eventsFor } from './telling.js';

/**
 * The one journey of a session. It outlives the element it began in, whose events it dispatches there or,
 * when the element is gone, on the document.
 */
export class Journey {
  readonly #session: Session;
  readonly #runner: ConnectRunner;
  readonly #watchers = new Set<() => void>();
  #origin: HTMLElement | undefined;
  #withdrawing: Running<ShareLink> = { is: 'idle' };
  #resuming = false;
  /** The errors known at the start of the try for which this tab is about to be left. */
  #leaving: Attempt['knownErrorIds'] | undefined;
  /** What this tab was left for by this journey, on this page or the one before. */
  #pendingReturn: PendingReturn | undefined;
  #hostUnasked = false;

  constructor(session: Session) {
    this.#session = session;
    this.#runner = new ConnectRunner(this.#ways, (state, before) => this.#changed(state, before));
    const follow = (): void => {
      session.endSignal.addEventListener('abort', () => {
        this.#runner.reset();
        queueMicrotask(follow);
      });
    };
    follow();
  }

  get state(): ConnectState {
    return this.#runner.state;
  }

  /** Whether a platform is shown of which the host was not asked yet, since nobody chose it. */
  get hostUnasked(): boolean {
    return this.#hostUnasked;
  }

  /** Whether this element shows the journey: it began there, or the one where it began is gone and this is the first to ask. */
  belongsTo(element: HTMLElement): boolean {
    if (!this.#origin?.isConnected) this.#origin = element;
    return this.#origin === element;
  }

  subscribe(tell: () => void): () => void {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  }

  start(origin: HTMLElement, window: SignInWindow, wish: ConnectRequest): void {
    // What was agreed to elsewhere on the page is no part of this.
    if (!this.belongsTo(origin)) this.#runner.reset();
    this.#origin = origin;
    this.#hostUnasked = false;
    this.#runner.start(window, wish);
  }

  /** Shows what to know, and what to agree to, before going there. */
  consider(
    origin: HTMLElement,
    wish: ConnectRequest,
    asks: 'consent' | 'nothing',
    hostUnasked = this.#hostUnasked,
  ): void {
    // Who is to sign in may have been said before the platform was chosen.
    if (this.state.at !== 'choosing' || !this.belongsTo(origin)) this.#runner.reset();
    this.#origin = origin;
    this.#hostUnasked = hostUnasked;
    this.#runner.selectPlatform(wish, asks);
  }

  /** Someone else has the log-in: of the platform at hand, or of the one that is chosen next. */
  delegate(origin: HTMLElement, asks: 'consent' | 'nothing'): void {
    if (!this.belongsTo(origin)) this.#runner.reset();
    this.#origin = origin;
    this.#runner.delegate(asks);
  }

  /** The person goes on: to the link for someone else, or, who has not agreed yet to what the host asks, nowhere. */
  go(wish: ConnectRequest): void {
    this.#runner.confirm(wish);
  }

  /** The person says yes to what the host asks, or takes it back. */
  answer(yes: boolean): void {
    this.#runner.answerConsent(yes);
  }

  /** The person carries on with another organisation than before. */
  accept(): void {
    this.#runner.accept();
  }

  /** Leaves this tab for the sign-in page, once the host has saved what it wants to; remembers where the person is. */
  async leave(origin: HTMLElement, url: string): Promise<void> {
    const attempt = signingIn(this.state);
    // A second click on the way out changes nothing.
    if (!attempt || this.#leaving === attempt.knownErrorIds) return;
    this.#leaving = attempt.knownErrorIds;
    const may = await mayLeave(origin);
    const now = signingIn(this.state);
    // Meanwhile the person may have given up, or begun anew: a try is known by the errors it started from.
    if (this.#leaving !== attempt.knownErrorIds) return;
    this.#leaving = undefined;
    if (!may || now?.knownErrorIds !== attempt.knownErrorIds) return;
    this.#pendingReturn = savePendingReturn(this.#session, now, this.#runner.attemptId);
    location.assign(url);
  }

  /** Goes on, in the first element that is there, with what this tab was left for, or with what was chosen in its like. */
  async resume(origin: HTMLElement, asks: 'consent' | 'nothing'): Promise<void> {
    await this.#considerAgain(origin, asks).catch(() => undefined);
    if (!isReturnPending(this.#session) || this.#resuming || this.state.at !== 'choosing') return;
    this.#resuming = true;
    try {
      await this.#session.loadCompanyId();
      const pending = readPendingReturn(this.#session);
      if (!pending) return;
      const { endSignal: life } = this.#session;
      const { platform, connection: id, knownErrorIds, again, attemptId } = pending;
      const connection = await this.#session.fetchConnection(id);
      if (life.aborted || !mayResume(this.state)) return;
      this.#origin = origin;
      this.#pendingReturn = pending;
      // Whose books it was linked to was not to be kept in the tab.
      const previousLink = again ? { previousLink: { organisation: undefined } } : {};
      const before = new Set(knownErrorIds);
      this.#runner.resume(
        { platform, connection, knownErrorIds: before, openedIn: 'tab', ...previousLink },
        attemptId,
      );
    } catch (thrown) {
      // It was deleted. Any other failure says nothing of the connection, and may have passed by the next page.
      if (CodatError.from(thrown).kind === 'missing') clearPendingReturn(this.#session);
    } finally {
      this.#resuming = false;
    }
  }

  /** Shows what was chosen before the page was loaded anew. This page's host was not asked about it. */
  async #considerAgain(origin: HTMLElement, asks: 'consent' | 'nothing'): Promise<void> {
    const wish = await takeWish(this.#session, origin.localName);
    if (wish && this.state.at === 'choosing') this.consider(origin, wish, asks, true);
  }

  cancel(): void {
    this.#runner.cancel();
  }

  /** Back to the platforms, in the element that shows the journey. */
  reset(origin: HTMLElement): void {
    if (this.belongsTo(origin)) this.#runner.reset();
  }

  /** The links for other people, and where each stands. */
  get shares(): Query<ShareLink[]> {
    return this.#session.query('shares', (_, signal) => fetchShareLinks(this.#session.send, signal));
  }

  /** How withdrawing a link goes. */
  get withdrawing(): Running<ShareLink> {
    return this.#withdrawing;
  }

  async withdraw(share: ShareLink): Promise<void> {
    if (this.#withdrawing.is === 'running') return;
    this.#withdraws({ is: 'running', subject: share });
    try {
      await withdrawShareLink(this.#session.send, share.id);
      await this.shares.refresh();
      this.#runner.updateShareLink(this.#shareNow(share.id) ?? { ...share, status: 'withdrawn' });
      this.#withdraws({ is: 'idle' });
    } catch (thrown) {
      const error = CodatError.from(thrown);
      this.#withdraws({ is: 'failed', subject: share, error });
      dispatchFrom(this.#origin, new FailedEvent(error));
    }
  }

  get #ways(): FlowServices {
    const { send: ask } = this.#session;
    return {
      fetchConsent: (signal) => fetchConsent(ask, this.#lang, signal),
      recordConsent: (consent, platformKey, signal) => recordConsent(ask, consent, platformKey, signal),
      connect: (platformKey, signal, receipt) => this.#session.connect(platformKey, signal, receipt),
      // Colleagues may have made others: they count too.
      createShareLink: (platformKey, signal, receipt) =>
        createShareLink(ask, platformKey, receipt, signal).finally(() => void this.shares.refresh()),
      fetchShareLink: async (id) => {
        await this.shares.refresh();
        return this.#shareNow(id);
      },
      fetchConnection: (id, signal) => this.#session.fetchConnection(id, signal),
      unlink: (id) => this.#session.unlink(id),
      nextWakeUp: (id, within, signal, attemptId) =>
        nextWakeUp(this.#session.messageListeners, id, within, signal, attemptId),
    };
  }

  /** The language of the page where the journey shows. */
  get #lang(): string {
    return this.#origin ? nearestLang(this.#origin) : '';
  }

  #shareNow(id: string): ShareLink | undefined {
    return latest(this.shares.resource)?.find((share) => share.id === id);
  }

  #withdraws(withdrawing: Running<ShareLink>): void {
    this.#withdrawing = withdrawing;
    this.#tell();
  }

  #changed(state: ConnectState, before: ConnectState): void {
    const isFirst = ends[state.at] ? this.#endPendingReturn() : true;
    this.#tell();
    if (!isFirst) return;
    for (const event of eventsFor(state, before)) dispatchFrom(this.#origin, event);
  }

  /** False where another page of this tab has ended what the tab was left for, and told the host. */
  #endPendingReturn(): boolean {
    const ours = this.#pendingReturn;
    this.#pendingReturn = undefined;
    const kept = clearPendingReturn(this.#session);
    return !ours || kept?.attemptId === ours.attemptId || Date.now() >= ours.until;
  }

  #tell(): void {
    for (const tell of this.#watchers) tell();
  }
}

/** Whether what the tab was left for is over then, or the person has set out for something else. */
const ends: Readonly<Record<ConnectState['at'], boolean>> = {
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

/** The try for which a person is to sign in now. */
const signingIn = (state: ConnectState): Attempt | undefined =>
  state.at === 'authorizing' || state.at === 'confirming' ? state : undefined;

/** Whether the person has not set out for anything else since they came back. */
const mayResume = ({ at }: ConnectState): boolean => at === 'choosing' || at === 'preparing';

const journeys = new WeakMap<Session, Journey>();

/** The journey of a session: one at a time, whichever element asks. */
export function journeyOf(session: Session): Journey {
  const journey = journeys.get(session) ?? new Journey(session);
  journeys.set(session, journey);
  return journey;
}
