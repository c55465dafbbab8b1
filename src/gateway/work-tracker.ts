import { HttpError } from './http-error.js';

/**
 * Keeps the process alive until this work has ended, on platforms that stop it after the response (on Workers:
 * `waitUntil`).
 */
export type WaitUntil = (work: Promise<unknown>) => void;

/** The result of {@link Gateway.close}. */
export interface CloseResult {
  /** The work that was still in progress after the timeout, such as `POST /api/companies/:company/connections`. */
  readonly cut: readonly string[];
}

interface Task {
  /** Its name in {@link CloseResult.cut}. */
  name: string;
}

/** The longest delay of a timer: 24 days. With a longer one, such as `Infinity`, it fires at once. */
const maxTimerMs = 2 ** 31 - 1;

/** Tracks the work in progress in this process, so that a closing gateway can refuse more and wait for the rest. */
export class WorkTracker {
  readonly #tasks = new Set<Task>();
  #isClosing = false;
  #onTaskEnd: () => void = () => undefined;

  /** Throws a 503 once the gateway is closing, so that the client retries with another process. */
  assertOpen(): void {
    if (this.#isClosing) {
      throw new HttpError(503, 'This server is being stopped. Try again in a moment.', { retryAfter: 1 });
    }
  }

  /** Runs a task that a closing gateway waits for. `task.name` may be changed while it runs. */
  async track<Result>(task: Task, run: () => Promise<Result>): Promise<Result> {
    this.#tasks.add(task);
    try {
      return await run();
    } finally {
      this.#tasks.delete(task);
      this.#onTaskEnd();
    }
  }

  /** Makes {@link assertOpen} throw from now on. */
  refuseWork(): void {
    this.#isClosing = true;
  }

  /** Waits until no task is running, at most `timeoutMs`, and resolves with the names of those that still are. */
  async waitForIdle(timeoutMs: number): Promise<string[]> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timedOut = new Promise<'timedOut'>((resolve) => {
      timer = setTimeout(() => resolve('timedOut'), Math.min(timeoutMs, maxTimerMs));
    });
    while (this.#tasks.size > 0) {
      const ended = new Promise<'ended'>((resolve) => (this.#onTaskEnd = () => resolve('ended')));
      if ((await Promise.race([timedOut, ended])) === 'timedOut') break;
    }
    clearTimeout(timer);
    return Array.from(this.#tasks, ({ name }) => name);
  }
}
