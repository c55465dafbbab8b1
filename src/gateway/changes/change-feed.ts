import * as z from 'zod/mini';
import { changedResources, type ChangeNotice } from '../../contract/change-notice.js';
import type { Bus } from './bus.js';
import { forEachYielding } from './for-each-yielding.js';
import { isWithinDurationSince } from '../is-within-duration-since.js';
import type { CodatResponseCache } from '../codat/response-cache.js';
import { toErrorDetailsWithoutMessage } from '../telemetry/gateway-event.js';
import { parseJson } from '../parse-json.js';
import { HttpError } from '../http-error.js';
import type { ParsedSettings } from '../settings.js';
import { withTimeout } from '../timers.js';

/** A message between processes: a `ChangeNotice`, or the request of a process to forget a company. */
const message = z.union([
  z.object({
    at: z.enum(changedResources),
    connection: z.optional(z.string()),
    company: z.string(),
  }),
  z.object({ forgottenBy: z.string(), company: z.string() }),
]);

/**
 * Why a subscription ended: the bus was lost, the gateway is closing, the process has too many connections open, or the
 * company was forgotten.
 */
export type SubscriptionEndReason = 'bus-lost' | 'closing' | 'crowded' | 'forgotten';

/** Receives the changes of one company. */
interface Subscriber {
  onChange(notice: ChangeNotice): void;
  /** The subscription ended; later changes are not delivered. */
  onEnd(reason: SubscriptionEndReason): void;
}

/** The subscription to the bus, or an attempt at it. */
interface BusSubscription {
  readonly startedAt: number;
  readonly ready: Promise<void>;
  isReady: boolean;
}

const maxSubscribersPerCompany = 20;
const busTimeoutMs = 2_000;

/** The fraction of the subscribers that stays when the process can open no more connections. */
const keptFraction = 0.75;

/** Milliseconds for which the number of subscribers stays capped once the process could open no more connections. */
const capMs = 600_000;

/** An attempt that took longer is repeated: it may never settle, or the host may have stopped it. */
const attemptTimeoutMs = 40_000;

/** Delivers the changes of a company to its subscribers in every process. */
export class ChangeFeed {
  readonly #bus: Bus;
  readonly #responseCache: CodatResponseCache;
  readonly #elapsed: () => number;
  readonly #emitBusTrouble: (thrown: unknown) => void;
  readonly #subscribers = new Map<string, Set<Subscriber>>();
  #subscriberCount = 0;
  /** The most subscribers allowed here, and when that was set. */
  #cap = { maxSubscribers: Infinity, at: -Infinity };
  #busSubscription: BusSubscription | undefined;
  #unsubscribe: () => void = () => undefined;
  #isClosed = false;
  readonly #id: string = crypto.randomUUID();
  /** Called when another process forgets a company. */
  onForget: (company: string) => void = () => undefined;

  constructor(responseCache: CodatResponseCache, { bus, descriptors, elapsed, emit }: ParsedSettings) {
    this.#bus = bus;
    this.#elapsed = elapsed;
    this.#emitBusTrouble = (thrown) =>
      emit({ type: 'trouble', with: 'bus', ...toErrorDetailsWithoutMessage(thrown) });
    this.#responseCache = responseCache;
    descriptors.onExhausted = () => void this.#makeRoom();
  }

  /** Invalidates the company's cached responses and notifies its subscribers, in every process. Rejects with a 503 when the bus fails. */
  async publish(company: string, notice: ChangeNotice): Promise<void> {
    this.#responseCache.invalidate(company);
    await this.#publish({ company, ...notice });
  }

  /** Ends the company's subscriptions, and has every other process forget it. Rejects with a 503 when the bus fails. */
  async publishForgotten(company: string): Promise<void> {
    this.#endAllOf(company);
    await this.#publish({ company, forgottenBy: this.#id });
  }

  /** Subscribes to the bus unless it is subscribed. Rejects when that fails, and may be called again. */
  async connect(): Promise<void> {
    if (this.#isClosed) return;
    const last = this.#busSubscription;
    const subscription =
      last && (last.isReady || isWithinDurationSince(last.startedAt, attemptTimeoutMs, this.#elapsed()))
        ? last
        : this.#subscribeToBus();
    try {
      await subscription.ready;
    } catch (thrown) {
      if (this.#busSubscription === subscription) this.#busSubscription = undefined;
      this.#emitBusTrouble(thrown);
      throw thrown;
    }
  }

  /** Subscribes until the returned function is called. Rejects with a 429 when the company has twenty subscribers here, with a 503 when the bus fails or the process is full. */
  async subscribe(company: string, subscriber: Subscriber): Promise<() => void> {
    await withTimeout(busTimeoutMs, this.connect(), busTimeoutError).catch((thrown: unknown) =>
      this.#fail(thrown),
    );
    if (this.#subscriberCount >= this.#maxSubscribers) {
      throw new HttpError(503, 'Too many pages listen here. Try again later.', { retryAfter: 60 });
    }
    const subscribers = this.#subscribers.get(company) ?? new Set();
    if (subscribers.size >= maxSubscribersPerCompany) {
      throw new HttpError(429, 'Too many pages of this company are open.', { retryAfter: 60 });
    }
    this.#subscribers.set(company, subscribers.add(subscriber));
    this.#subscriberCount++;
    return () => {
      if (!subscribers.delete(subscriber)) return;
      this.#subscriberCount--;
      if (subscribers.size === 0) this.#subscribers.delete(company);
    };
  }

  async endAllSubscriptions(): Promise<void> {
    await this.#endAll('closing');
  }

  /** Unsubscribes from the bus for good. */
  disconnect(): void {
    this.#isClosed = true;
    this.#unsubscribe();
  }

  async #publish(sent: z.infer<typeof message>): Promise<void> {
    const published = this.#bus.publish(JSON.stringify(sent));
    await withTimeout(busTimeoutMs, published, busTimeoutError).catch((thrown: unknown) =>
      this.#fail(thrown),
    );
  }

  #subscribeToBus(): BusSubscription {
    const ready = this.#bus
      .subscribe(
        (text) => this.#receive(text),
        () => this.#onBusLost(),
      )
      .then((unsubscribe) => {
        if (this.#busSubscription === subscription && !this.#isClosed) {
          subscription.isReady = true;
          this.#unsubscribe = unsubscribe;
        } else unsubscribe();
      });
    const subscription: BusSubscription = { startedAt: this.#elapsed(), ready, isReady: false };
    return (this.#busSubscription = subscription);
  }

  #receive(text: string): void {
    const { data } = message.safeParse(parseJson(text));
    if (!data) return;
    if ('forgottenBy' in data) {
      if (data.forgottenBy === this.#id) return;
      this.#endAllOf(data.company);
      this.onForget(data.company);
      return;
    }
    const { company, ...notice } = data;
    this.#responseCache.invalidate(company);
    for (const subscriber of this.#subscribers.get(company) ?? []) subscriber.onChange(notice);
  }

  #fail(thrown: unknown): never {
    this.#emitBusTrouble(thrown);
    throw new HttpError(503, 'There are no events just now. Try again later.', { retryAfter: 30 });
  }

  #onBusLost(): void {
    this.#busSubscription = undefined;
    void this.#endAll('bus-lost');
  }

  #endAllOf(company: string): void {
    for (const subscriber of this.#subscribers.get(company) ?? []) subscriber.onEnd('forgotten');
  }

  async #endAll(reason: SubscriptionEndReason): Promise<void> {
    await forEachYielding(this.#all, (subscriber) => subscriber.onEnd(reason));
  }

  /** Ends some subscriptions when the process can open no more connections, to leave room for people's requests. */
  async #makeRoom(): Promise<void> {
    const all = this.#all;
    const maxSubscribers = Math.floor(all.length * keptFraction);
    this.#cap = { maxSubscribers, at: this.#elapsed() };
    await forEachYielding(all.slice(maxSubscribers), (subscriber) => subscriber.onEnd('crowded'));
  }

  get #maxSubscribers(): number {
    const { maxSubscribers, at } = this.#cap;
    return isWithinDurationSince(at, capMs, this.#elapsed()) ? maxSubscribers : Infinity;
  }

  get #all(): Subscriber[] {
    return [...this.#subscribers.values()].flatMap((subscribers) => [...subscribers]);
  }
}

const busTimeoutError = (): Error => new Error('The bus did not answer in two seconds.');
