import type { Connection } from '../../../src/api/schemas/connection.js';
import type { ConsentText, ConsentReceipt } from '../../../src/contract/consent.js';
import type { ShareLink } from '../../../src/api/schemas/share-link.js';
import type { SignInPlace } from '../../../src/flow/connect-state.js';
import type { FlowServices } from '../../../src/flow/flow-services.js';
import type { SignInPageHandle } from '../../../src/flow/sign-in-window.js';

/** One request of the journey, which the test answers. */
interface PendingRequest<Answer> {
  /** The platform's key, or the connection's id. */
  readonly about: string;
  /** The signed receipt in the request. */
  readonly receipt: string | undefined;
  /** The timeout of a wait for a reason to refetch. */
  readonly timeoutMs: number | undefined;
  /** The id of the attempt from which a return counts. */
  readonly attemptId: string | undefined;
  readonly signal: AbortSignal;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The requests of one kind, in their order. */
class Requests<Answer> {
  readonly #open: PendingRequest<Answer>[] = [];
  #onRequest: () => void = () => undefined;
  /** How many requests there were in all. */
  count = 0;

  add(
    about: string,
    signal: AbortSignal,
    {
      timeoutMs,
      attemptId,
      receipt,
    }: { timeoutMs?: number; attemptId?: string | undefined; receipt?: string | undefined } = {},
  ): Promise<Answer> {
    this.count++;
    return new Promise((resolve, reject) => {
      this.#open.push({ about, timeoutMs, attemptId, receipt, signal, resolve, reject });
      this.#onRequest();
    });
  }

  /** The next request that was not returned yet, as soon as there is one. */
  async next(): Promise<PendingRequest<Answer>> {
    const requested = this.#open.shift();
    if (requested) return requested;
    await new Promise<void>((resolve) => (this.#onRequest = resolve));
    return this.next();
  }
}

/** The services of a journey, answered by the test. */
export class FakeServices implements FlowServices {
  readonly connects = new Requests<Connection>();
  readonly reads = new Requests<Connection>();
  readonly waits = new Requests<string>();
  readonly unlinks = new Requests<Connection>();

  readonly consents = new Requests<ConsentText | undefined>();
  readonly records = new Requests<ConsentReceipt>();

  fetchConsentText(signal: AbortSignal): Promise<ConsentText | undefined> {
    return this.consents.add('', signal);
  }

  recordConsent(consent: ConsentText, platformKey: string, signal: AbortSignal): Promise<ConsentReceipt> {
    return this.records.add(`${platformKey} ${consent.version}`, signal);
  }

  readonly shareLinks = new Requests<ShareLink>();
  readonly shareLinkReads = new Requests<ShareLink | undefined>();

  createShareLink(platformKey: string, signal: AbortSignal, receipt?: string): Promise<ShareLink> {
    return this.shareLinks.add(platformKey, signal, { receipt });
  }

  fetchShareLink(shareId: string, signal: AbortSignal): Promise<ShareLink | undefined> {
    return this.shareLinkReads.add(shareId, signal);
  }

  connect(platformKey: string, signal: AbortSignal, receipt?: string): Promise<Connection> {
    return this.connects.add(platformKey, signal, { receipt });
  }

  fetchConnection(connectionId: string, signal: AbortSignal): Promise<Connection> {
    return this.reads.add(connectionId, signal);
  }

  unlink(connectionId: string): Promise<Connection> {
    return this.unlinks.add(connectionId, new AbortController().signal);
  }

  waitForReasonToRefetchConnection(
    connectionId: string,
    timeoutMs: number,
    signal: AbortSignal,
    attemptId?: string,
  ): Promise<string> {
    return this.waits.add(connectionId, signal, { timeoutMs, attemptId });
  }
}

/** A window that opened, or did not. */
export class FakeWindow implements SignInPageHandle {
  readonly openedIn: SignInPlace;
  readonly visited: string[] = [];
  closed = false;

  get isOpen(): boolean {
    return !this.closed;
  }

  show(): Promise<boolean> {
    return Promise.resolve(this.isOpen);
  }

  constructor({ blocked = false } = {}) {
    this.openedIn = blocked ? 'link' : 'window';
  }

  navigate(url: string): void {
    this.visited.push(url);
  }

  close(): void {
    this.closed = true;
  }
}
