import { Problem } from './problem.js';

/** What {@link Gateway.close} came to. */
export interface Closed {
  /** What was still under way when the time was up, such as `POST /api/companies/:company/connections`. */
  readonly cut: readonly string[];
}

interface Task {
  /** What it is called if it is cut. */
  name: string;
}

/** Knows what is under way in this process, and whether more may begin. */
export class Shutdown {
  readonly #underWay = new Set<Task>();
  #isClosing = false;
  #oneEnded: () => void = () => undefined;

  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Throws a 503 once the gateway is closing: another process is to do it. */
  assertOpen(): void {
    if (this.#isClosing) {
      throw new Problem(503, 'This server is being stopped. Try again in a moment.', { retryAfter: 1 });
    }
  }

  /** Does the work, which a gateway that closes waits for. `name` may be replaced when it is known better. */
  async track<Result>(work: Task, run: () => Promise<Result>): Promise<Result> {
    this.#underWay.add(work);
    try {
      return await run();
    } finally {
      this.#underWay.delete(work);
      this.#oneEnded();
    }
  }

  /** Nothing may begin from now on. */
  start(): void {
    this.#isClosing = true;
  }

  /** Waits until nothing is under way, at most so many milliseconds, and resolves with what still is. */
  async waitForIdle(timeoutMs: number): Promise<string[]> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), timeoutMs);
    });
    while (this.#underWay.size > 0) {
      const ended = new Promise<'ended'>((resolve) => (this.#oneEnded = () => resolve('ended')));
      if ((await Promise.race([late, ended])) === 'late') break;
    }
    clearTimeout(timer);
    return Array.from(this.#underWay, ({ name }) => name);
  }
}
