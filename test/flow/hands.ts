import type { Connection } from '../../src/api/schemas/connection.js';
import type { Consent, ConsentReceipt } from '../../src/api/schemas/consent.js';
import type { Share } from '../../src/api/schemas/share.js';
import type { Ways } from '../../src/flow/connect-runner.js';
import type { Place } from '../../src/flow/connect-state.js';
import type { LinkWindow } from '../../src/flow/link-window.js';

/** One question of the journey, to be answered by hand. */
interface Asked<Answer> {
  /** The platform's key, or the connection's id. */
  readonly of: string;
  /** The signed receipt that came along. */
  readonly receipt: string | undefined;
  /** For how many milliseconds a sign is waited for at most. */
  readonly within: number | undefined;
  /** The id of the try from which a return counts. */
  readonly attemptId: string | undefined;
  readonly signal: AbortSignal;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/** The questions of one kind, in the order they were asked. */
class Questions<Answer> {
  readonly #open: Asked<Answer>[] = [];
  #arrived: () => void = () => undefined;
  /** How many were asked in all. */
  count = 0;

  ask(
    of: string,
    signal: AbortSignal,
    {
      within,
      attemptId,
      receipt,
    }: { within?: number; attemptId?: string | undefined; receipt?: string | undefined } = {},
  ): Promise<Answer> {
    this.count++;
    return new Promise((answer, fail) => {
      this.#open.push({ of, within, attemptId, receipt, signal, answer, fail });
      this.#arrived();
    });
  }

  /** The next question that was not handed out yet, as soon as there is one. */
  async next(): Promise<Asked<Answer>> {
    const asked = this.#open.shift();
    if (asked) return asked;
    await new Promise<void>((resolve) => (this.#arrived = resolve));
    return this.next();
  }
}

/** The world around a journey, in the hands of a test. */
export class Hands implements Ways {
  readonly begun = new Questions<Connection>();
  readonly looked = new Questions<Connection>();
  readonly waited = new Questions<string>();
  readonly cut = new Questions<Connection>();

  readonly worded = new Questions<Consent | undefined>();
  readonly agreed = new Questions<ConsentReceipt>();

  consent(signal: AbortSignal): Promise<Consent | undefined> {
    return this.worded.ask('', signal);
  }

  agree(consent: Consent, platformKey: string, signal: AbortSignal): Promise<ConsentReceipt> {
    return this.agreed.ask(`${platformKey} ${consent.version}`, signal);
  }

  readonly shared = new Questions<Share>();
  readonly followed = new Questions<Share | undefined>();

  share(platformKey: string, signal: AbortSignal, receipt?: string): Promise<Share> {
    return this.shared.ask(platformKey, signal, { receipt });
  }

  follow(shareId: string, signal: AbortSignal): Promise<Share | undefined> {
    return this.followed.ask(shareId, signal);
  }

  connect(platformKey: string, signal: AbortSignal, receipt?: string): Promise<Connection> {
    return this.begun.ask(platformKey, signal, { receipt });
  }

  read(connectionId: string, signal: AbortSignal): Promise<Connection> {
    return this.looked.ask(connectionId, signal);
  }

  unlink(connectionId: string): Promise<Connection> {
    return this.cut.ask(connectionId, new AbortController().signal);
  }

  nextSign(connectionId: string, within: number, signal: AbortSignal, attemptId?: string): Promise<string> {
    return this.waited.ask(connectionId, signal, { within, attemptId });
  }
}

/** A window that opened, or did not. */
export class FakeWindow implements LinkWindow {
  readonly by: Place;
  readonly went: string[] = [];
  closed = false;

  constructor({ blocked = false } = {}) {
    this.by = blocked ? 'link' : 'window';
  }

  goTo(url: string): void {
    this.went.push(url);
  }

  close(): void {
    this.closed = true;
  }
}
