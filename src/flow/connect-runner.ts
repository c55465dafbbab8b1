import { CodatError } from '../api/errors.js';
import type { Connection } from '../api/schemas/connection.js';
import type { Consent, ConsentReceipt } from '../api/schemas/consent.js';
import type { Share } from '../api/schemas/share.js';
import { next } from './connect-flow.js';
import type { Attempt, ConnectFact, ConnectState, StateAt, Wish } from './connect-state.js';
import { deadlines } from './journey-map.js';
import type { LinkWindow } from './link-window.js';
import { settling, waitAfter } from './pace.js';

/** What the journey asks of the world around it. */
export interface Ways {
  /** What the host asks a person to agree to; undefined where it asks for nothing. */
  consent(signal: AbortSignal): Promise<Consent | undefined>;
  /** Puts on record that they agreed. */
  agree(consent: Consent, platformKey: string, signal: AbortSignal): Promise<ConsentReceipt>;
  connect(platformKey: string, signal: AbortSignal, receipt?: string): Promise<Connection>;
  /** A link for whoever has the log-in. */
  share(platformKey: string, signal: AbortSignal, receipt?: string): Promise<Share>;
  /** Where that link stands now; undefined where it can't be told. */
  follow(shareId: string, signal: AbortSignal): Promise<Share | undefined>;
  read(connectionId: string, signal: AbortSignal): Promise<Connection>;
  unlink(connectionId: string): Promise<Connection>;
  /** The next reason to look at a connection or a link, by its id: `returned` if the person came back from this try. */
  nextSign(id: string, within: number, signal: AbortSignal, attemptId?: string): Promise<string>;
}

/** Does what each state of the journey calls for, and feeds what comes of it back into the table. */
export class ConnectRunner {
  readonly #ways: Ways;
  readonly #tell: (state: ConnectState, before: ConnectState) => void;
  #state: ConnectState = { at: 'choosing' };
  #work = new AbortController();
  #window: LinkWindow | undefined;
  /** When this try began, in milliseconds since 1970. */
  #began = 0;
  #attemptId = '';

  constructor(ways: Ways, tell: (state: ConnectState, before: ConnectState) => void) {
    this.#ways = ways;
    this.#tell = tell;
  }

  get state(): ConnectState {
    return this.#state;
  }

  /** Tells this try from others at the same connection, on whichever page of whichever tab the person comes back from it. */
  get attemptId(): string {
    return this.#attemptId;
  }

  /** Begins with a platform, or with a connection of it again, in the window that the click opened. */
  start(window: LinkWindow, wish: Wish): void {
    this.#window?.close();
    this.#window = window;
    this.#began = Date.now();
    this.#attemptId = Math.random().toString(36).slice(2);
    // What the person has agreed to is known where they were asked.
    if (this.#state.at !== 'preparing') this.#happen({ type: 'reset' });
    this.go(wish);
  }

  /** The person wants to go; whoever has not agreed yet to what the host asks is told, and stays. */
  go(wish: Wish): void {
    this.#happen({ type: 'chose', ...wish });
  }

  /** Shows what to know, and what to agree to, before going there. */
  consider(wish: Wish, asks: 'consent' | 'nothing'): void {
    this.#happen({ type: 'considered', asks, ...wish });
  }

  /** Someone else has the log-in: of the platform the person is about to sign in to, or of one they choose next. */
  delegate(asks: 'consent' | 'nothing'): void {
    this.#happen({ type: 'delegated', asks });
  }

  /** What has become of a link became known another way. */
  follow(share: Share): void {
    this.#happen({ type: 'followed', share });
  }

  /** The person says yes to what the host asks, or takes it back. */
  answer(yes: boolean): void {
    this.#happen({ type: 'answered', yes });
  }

  /** The person carries on with another organisation than before. */
  accept(): void {
    this.#happen({ type: 'accepted' });
  }

  /** Goes on where this tab was left to sign in. */
  resume(attempt: Attempt, attemptId: string): void {
    this.#began = Date.now();
    this.#attemptId = attemptId;
    const connection = this.#withAttempt(attempt.connection);
    this.#happen({ type: 'resumed', attempt: { ...attempt, connection } });
  }

  /** The person gives up here; the connection stays pending, and a late «linked» still counts. */
  cancel(): void {
    this.#window?.close();
    this.#happen({ type: 'cancelled' });
  }

  reset(): void {
    this.#window?.close();
    this.#happen({ type: 'reset' });
  }

  #happen(fact: ConnectFact): void {
    const before = this.#state;
    this.#state = next(before, fact);
    if (this.#state === before) return;
    this.#work.abort();
    this.#work = new AbortController();
    this.#tell(this.#state, before);
    void this.#run(this.#state, this.#work.signal);
  }

  async #run(state: ConnectState, signal: AbortSignal): Promise<void> {
    try {
      const fact = await this.#workFor(state, signal);
      if (fact && !signal.aborted) this.#happen(fact);
    } catch (thrown) {
      if (!signal.aborted) this.#happen({ type: 'failed', error: CodatError.from(thrown) });
    }
  }

  /** Whether nobody waits for this try any more. */
  get #isOver(): boolean {
    return Date.now() >= this.#began + deadlines.authorizing.within;
  }

  #workFor(state: ConnectState, signal: AbortSignal): Promise<ConnectFact | undefined> | undefined {
    switch (state.at) {
      case 'preparing':
        this.#window?.close();
        return state.asks.is === 'loading' ? this.#word(signal) : undefined;
      case 'creating':
        return this.#create(state, signal);
      case 'sharing':
        return this.#share(state, signal);
      case 'shared':
        return this.#follow(state, signal);
      case 'authorizing':
        return this.#authorize(state, signal);
      case 'confirming':
        return this.#confirm(state, signal);
      case 'abandoned':
        return this.#lookLate(state, signal);
      case 'comparing':
      case 'connected':
      case 'failed':
        this.#window?.close();
        return undefined;
      case 'choosing':
        return undefined;
    }
  }

  async #word(signal: AbortSignal): Promise<ConnectFact> {
    return { type: 'worded', consent: await this.#ways.consent(signal) };
  }

  #create(state: StateAt<'creating'>, signal: AbortSignal): Promise<ConnectFact> {
    return this.#agreed(state, signal, async (receipt) => {
      const connection = await this.#begin(state, signal, receipt);
      return { type: 'created', connection, by: this.#window?.by ?? 'link' };
    });
  }

  #share(state: StateAt<'sharing'>, signal: AbortSignal): Promise<ConnectFact> {
    return this.#agreed(state, signal, async (receipt) => {
      return { type: 'shared', share: await this.#ways.share(state.platform.key, signal, receipt) };
    });
  }

  /** Puts the person's yes on record first. Where the host asks for another than that, it shows what for. */
  async #agreed(
    { platform, agreed }: Wish,
    signal: AbortSignal,
    go: (receipt?: string) => Promise<ConnectFact>,
  ): Promise<ConnectFact> {
    const said = agreed?.is === 'said';
    try {
      if (!said) return await go(agreed?.receipt.receipt);
      return { type: 'consented', receipt: await this.#ways.agree(agreed.consent, platform.key, signal) };
    } catch (thrown) {
      const refused = thrown instanceof CodatError && thrown.status === (said ? 400 : 403);
      const consent = refused && (await this.#ways.consent(signal));
      if (consent) return { type: 'asked', consent };
      throw thrown;
    }
  }

  /** The link in a list may be old by the time it is clicked, so a connection is read again before it is used. */
  async #begin(
    { platform, connection, replaces }: StateAt<'creating'>,
    signal: AbortSignal,
    receipt: string | undefined,
  ): Promise<Connection> {
    if (replaces) await this.#cut(replaces, signal);
    const fresh = await (connection
      ? this.#read(connection.id, signal)
      : this.#ways.connect(platform.key, signal, receipt).then((begun) => this.#withAttempt(begun)));
    signal.throwIfAborted();
    if (!fresh.linkUrl) throw new CodatError('unreadable', 'The connection has no link to sign in by.');
    return fresh;
  }

  async #read(id: string, signal: AbortSignal): Promise<Connection> {
    return this.#withAttempt(await this.#ways.read(id, signal));
  }

  /** The link carries the try's id, which comes back with the person. */
  #withAttempt(connection: Connection): Connection {
    if (!connection.linkUrl) return connection;
    const link = new URL(connection.linkUrl);
    link.searchParams.set('attempt', this.#attemptId);
    return { ...connection, linkUrl: link.href };
  }

  /** At a second try it may be cut already. */
  async #cut({ id }: Connection, signal: AbortSignal): Promise<void> {
    const { status } = await this.#ways.read(id, signal);
    if (status === 'Linked') await this.#ways.unlink(id);
  }

  /** Waits for a reason to look. That the window seems closed is none: under a strict opener policy it looks closed at once. */
  async #authorize({ connection, looks }: StateAt<'authorizing'>, signal: AbortSignal): Promise<ConnectFact> {
    if (looks === 0 && connection.linkUrl) this.#window?.goTo(connection.linkUrl);
    if (this.#isOver) return { type: 'expired' };
    const sign = await this.#ways.nextSign(connection.id, waitAfter(looks), signal, this.#attemptId);
    return { type: 'noticed', returned: sign === 'returned' };
  }

  async #confirm(state: StateAt<'confirming'>, signal: AbortSignal): Promise<ConnectFact> {
    const { connection, before, returned } = state;
    try {
      let latest = await this.#read(connection.id, signal);
      for (const wait of returned ? settling : []) {
        if (latest.status === 'Linked' || latest.errors.some(({ id }) => !before.has(id))) break;
        await this.#ways.nextSign(connection.id, wait, signal);
        latest = await this.#read(connection.id, signal);
      }
      return { type: 'read', connection: latest };
    } catch (thrown) {
      // What passes is no outcome: the person may still be signing in.
      if (CodatError.from(thrown).retryable) return { type: 'unread' };
      throw thrown;
    }
  }

  /** Looks what has become of a link, as long as anything may. */
  async #follow({ share }: StateAt<'shared'>, signal: AbortSignal): Promise<ConnectFact | undefined> {
    const { id, connectionId, status } = share;
    for (let looks = 0; ['open', 'used', 'connected'].includes(status); looks++) {
      if (status === 'connected' && connectionId) {
        const connection = await this.#ways.read(connectionId, signal).catch(() => undefined);
        if (connection) return { type: 'read', connection };
      }
      await this.#ways.nextSign(connectionId ?? id, waitAfter(looks, 'slow'), signal);
      const latest = await this.#ways.follow(id, signal);
      if (latest && latest.status !== status) return { type: 'followed', share: latest };
    }
    return undefined;
  }

  async #lookLate(
    { connection }: StateAt<'abandoned'>,
    signal: AbortSignal,
  ): Promise<ConnectFact | undefined> {
    for (let looks = 0; !signal.aborted && !this.#isOver; looks++) {
      await this.#ways.nextSign(connection.id, waitAfter(looks), signal);
      const latest = await this.#ways.read(connection.id, signal).catch(() => undefined);
      if (latest?.status === 'Linked') return { type: 'read', connection: latest };
    }
    return undefined;
  }
}
