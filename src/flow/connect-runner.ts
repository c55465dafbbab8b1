import { CodatError } from '../api/errors.js';
import type { Connection } from '../api/schemas/connection.js';
import type { ShareLink } from '../api/schemas/share-link.js';
import { checkDelay, settlingDelaysMs } from './check-delay.js';
import { next } from './connect-flow.js';
import type { Attempt, ConnectFact, ConnectRequest, ConnectState, StateAt } from './connect-state.js';
import type { FlowServices } from './flow-services.js';
import { deadlines } from './journey-map.js';
import type { SignInWindow } from './sign-in-window.js';

/** Runs the effect of each state of the journey, and dispatches the fact that it results in. */
export class ConnectRunner {
  readonly #services: FlowServices;
  readonly #onChange: (state: ConnectState, previous: ConnectState) => void;
  #state: ConnectState = { at: 'choosing' };
  #controller = new AbortController();
  #window: SignInWindow | undefined;
  /** When this attempt began, in milliseconds since 1970. */
  #startedAt = 0;
  #attemptId = '';

  constructor(services: FlowServices, onChange: (state: ConnectState, previous: ConnectState) => void) {
    this.#services = services;
    this.#onChange = onChange;
  }

  get state(): ConnectState {
    return this.#state;
  }

  /** Identifies this attempt among others at the same connection, in whichever tab the person comes back. */
  get attemptId(): string {
    return this.#attemptId;
  }

  /** Starts an attempt in the window that the click opened. */
  start(window: SignInWindow, request: ConnectRequest): void {
    this.#window?.close();
    this.#window = window;
    this.#startedAt = Date.now();
    this.#attemptId = Math.random().toString(36).slice(2);
    // The state `preparing` has the person's consent.
    if (this.#state.at !== 'preparing') this.#dispatch({ type: 'reset' });
    this.confirm(request);
  }

  /** Goes on to sign-in or to the share link. Without the consent that the host asks for, the person stays and is told so. */
  confirm(request: ConnectRequest): void {
    this.#dispatch({ type: 'confirmed', ...request });
  }

  /** Shows what to read and to agree to before signing in. */
  selectPlatform(request: ConnectRequest, hostAsksFor: 'consent' | 'nothing'): void {
    this.#dispatch({ type: 'platformSelected', hostAsksFor, ...request });
  }

  /** Someone else has the log-in of the current platform, or of the one chosen next. */
  delegate(hostAsksFor: 'consent' | 'nothing'): void {
    this.#dispatch({ type: 'delegated', hostAsksFor });
  }

  /** Takes a link that was fetched elsewhere. */
  updateShareLink(shareLink: ShareLink): void {
    this.#dispatch({ type: 'shareLinkUpdated', shareLink });
  }

  /** The person agrees to the terms, or withdraws that. */
  answerConsent(yes: boolean): void {
    this.#dispatch({ type: 'consentAnswered', yes });
  }

  /** The person keeps the connection to another organisation. */
  accept(): void {
    this.#dispatch({ type: 'accepted' });
  }

  /** Resumes the attempt for which the person had left this tab. */
  resume(attempt: Attempt, attemptId: string): void {
    this.#startedAt = Date.now();
    this.#attemptId = attemptId;
    const connection = this.#withAttempt(attempt.connection);
    this.#dispatch({ type: 'resumed', attempt: { ...attempt, connection } });
  }

  /** Cancels the attempt. The connection stays pending, and a late `Linked` still counts. */
  cancel(): void {
    this.#window?.close();
    this.#dispatch({ type: 'cancelled' });
  }

  reset(): void {
    this.#window?.close();
    this.#dispatch({ type: 'reset' });
  }

  #dispatch(fact: ConnectFact): void {
    const previous = this.#state;
    this.#state = next(previous, fact);
    if (this.#state === previous) return;
    this.#controller.abort();
    this.#controller = new AbortController();
    this.#onChange(this.#state, previous);
    void this.#runEffect(this.#state, this.#controller.signal);
  }

  async #runEffect(state: ConnectState, signal: AbortSignal): Promise<void> {
    try {
      const fact = await this.#effectOf(state, signal);
      if (fact && !signal.aborted) this.#dispatch(fact);
    } catch (error) {
      if (!signal.aborted) this.#dispatch({ type: 'failed', error: CodatError.from(error) });
    }
  }

  /** Whether half an hour has passed since this attempt began. */
  get #hasExpired(): boolean {
    return Date.now() >= this.#startedAt + deadlines.authorizing.timeoutMs;
  }

  #effectOf(state: ConnectState, signal: AbortSignal): Promise<ConnectFact | undefined> | undefined {
    switch (state.at) {
      case 'preparing':
        this.#window?.close();
        return state.consentState.is === 'loading' ? this.#loadConsent(signal) : undefined;
      case 'creating':
        return this.#create(state, signal);
      case 'sharing':
        return this.#createShareLink(state, signal);
      case 'shared':
        return this.#trackLink(state, signal);
      case 'authorizing':
        return this.#awaitSignIn(state, signal);
      case 'confirming':
        return this.#confirm(state, signal);
      case 'abandoned':
        return this.#awaitLateLink(state, signal);
      case 'comparing':
      case 'connected':
      case 'failed':
        this.#window?.close();
        return undefined;
      case 'choosing':
        return undefined;
    }
  }

  async #loadConsent(signal: AbortSignal): Promise<ConnectFact> {
    return { type: 'consentLoaded', consent: await this.#services.fetchConsent(signal) };
  }

  #create(state: StateAt<'creating'>, signal: AbortSignal): Promise<ConnectFact> {
    return this.#withConsent(state, signal, async (receipt) => {
      const connection = await this.#connect(state, signal, receipt);
      return { type: 'created', connection, openedIn: this.#window?.openedIn ?? 'link' };
    });
  }

  #createShareLink(state: StateAt<'sharing'>, signal: AbortSignal): Promise<ConnectFact> {
    return this.#withConsent(state, signal, async (receipt) => {
      return {
        type: 'shareLinkCreated',
        shareLink: await this.#services.createShareLink(state.platform.key, signal, receipt),
      };
    });
  }

  /** Records the person's consent first. If the gateway refuses it, or asks for one, loads the terms. */
  async #withConsent(
    { platform, agreement }: ConnectRequest,
    signal: AbortSignal,
    proceed: (receipt?: string) => Promise<ConnectFact>,
  ): Promise<ConnectFact> {
    const isUnrecorded = agreement?.is === 'said';
    try {
      if (!isUnrecorded) return await proceed(agreement?.receipt.receipt);
      const receipt = await this.#services.recordConsent(agreement.consent, platform.key, signal);
      return { type: 'consentRecorded', receipt };
    } catch (error) {
      const refused = error instanceof CodatError && error.status === (isUnrecorded ? 400 : 403);
      const consent = refused && (await this.#services.fetchConsent(signal));
      if (consent) return { type: 'consentRequired', consent };
      throw error;
    }
  }

  /** The URL in a list may have expired by the time of the click, so an existing connection is fetched again. */
  async #connect(
    { platform, connection, replaces }: StateAt<'creating'>,
    signal: AbortSignal,
    receipt: string | undefined,
  ): Promise<Connection> {
    if (replaces) await this.#unlinkIfLinked(replaces, signal);
    const current = connection
      ? await this.#fetchConnection(connection.id, signal)
      : this.#withAttempt(await this.#services.connect(platform.key, signal, receipt));
    signal.throwIfAborted();
    if (!current.linkUrl) throw new CodatError('unreadable', 'The connection has no link to sign in by.');
    return current;
  }

  async #fetchConnection(id: string, signal: AbortSignal): Promise<Connection> {
    return this.#withAttempt(await this.#services.fetchConnection(id, signal));
  }

  /** Adds the attempt's id to the sign-in URL; the return page gets it back. */
  #withAttempt(connection: Connection): Connection {
    if (!connection.linkUrl) return connection;
    const link = new URL(connection.linkUrl);
    link.searchParams.set('attempt', this.#attemptId);
    return { ...connection, linkUrl: link.href };
  }

  /** A first attempt may have unlinked it already. */
  async #unlinkIfLinked({ id }: Connection, signal: AbortSignal): Promise<void> {
    const { status } = await this.#services.fetchConnection(id, signal);
    if (status === 'Linked') await this.#services.unlink(id);
  }

  /** A closed window is no reason to check: under a strict cross-origin opener policy it looks closed at once. */
  async #awaitSignIn(
    { connection, checks }: StateAt<'authorizing'>,
    signal: AbortSignal,
  ): Promise<ConnectFact> {
    if (checks === 0 && connection.linkUrl) this.#window?.navigate(connection.linkUrl);
    if (this.#hasExpired) return { type: 'expired' };
    const wakeUp = await this.#services.nextWakeUp(
      connection.id,
      checkDelay(checks),
      signal,
      this.#attemptId,
    );
    return { type: 'wokenUp', returned: wakeUp === 'returned' };
  }

  async #confirm(state: StateAt<'confirming'>, signal: AbortSignal): Promise<ConnectFact> {
    const { connection, knownErrorIds, returned } = state;
    try {
      let latest = await this.#fetchConnection(connection.id, signal);
      for (const delayMs of returned ? settlingDelaysMs : []) {
        if (latest.status === 'Linked' || latest.errors.some(({ id }) => !knownErrorIds.has(id))) break;
        await this.#services.nextWakeUp(connection.id, delayMs, signal);
        latest = await this.#fetchConnection(connection.id, signal);
      }
      return { type: 'read', connection: latest };
    } catch (error) {
      // A passing failure does not end the attempt: the person may still be signing in.
      if (CodatError.from(error).retryable) return { type: 'readFailed' };
      throw error;
    }
  }

  /** Checks a share link until its status is final. */
  async #trackLink({ shareLink }: StateAt<'shared'>, signal: AbortSignal): Promise<ConnectFact | undefined> {
    const { id, connectionId, status } = shareLink;
    for (let checks = 0; ['open', 'used', 'connected'].includes(status); checks++) {
      if (status === 'connected' && connectionId) {
        const connection = await this.#services.fetchConnection(connectionId, signal).catch(() => undefined);
        if (connection) return { type: 'read', connection };
      }
      await this.#services.nextWakeUp(connectionId ?? id, checkDelay(checks, 'slow'), signal);
      const latest = await this.#services.fetchShareLink(id, signal);
      if (latest && latest.status !== status) return { type: 'shareLinkUpdated', shareLink: latest };
    }
    return undefined;
  }

  async #awaitLateLink(
    { connection }: StateAt<'abandoned'>,
    signal: AbortSignal,
  ): Promise<ConnectFact | undefined> {
    for (let checks = 0; !signal.aborted && !this.#hasExpired; checks++) {
      await this.#services.nextWakeUp(connection.id, checkDelay(checks), signal);
      const latest = await this.#services.fetchConnection(connection.id, signal).catch(() => undefined);
      if (latest?.status === 'Linked') return { type: 'read', connection: latest };
    }
    return undefined;
  }
}
