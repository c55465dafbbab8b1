import assert from 'node:assert/strict';
import { listening } from './listening.js';
import type { customer, GatewayProcess } from './processes.js';
import { json, type Seen } from './set-up.js';

/** Tries as a person does: again in a moment, until it works or nobody waits any more. */
export async function again(
  attempt: () => Promise<Response>,
  good: number,
  signal: AbortSignal,
): Promise<Response> {
  for (;;) {
    const response = await attempt();
    const { status } = response;
    if (status === good) return response;
    assert.ok([429, 503].includes(status), `${status} is no answer to wait with: ${await response.text()}`);
    await moment(signal);
  }
}

function moment(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve) => setTimeout(resolve, 250 + Math.random() * 500));
}

/** Between two looks of a page whose person signs in elsewhere, in milliseconds. */
const betweenLooks = 5_000;

/**
 * A page that is open at a gateway of several processes, whichever answers: it listens for reasons to look while it
 * can, and looks now and then while it can't, or while someone signs in.
 */
export class OpenPage {
  /** What it shows. */
  picture: readonly Seen[] = [];
  readonly #own: Awaited<ReturnType<typeof customer>>;
  readonly #token: string;
  readonly #anyOf: () => GatewayProcess;
  readonly #closed = new AbortController();
  readonly #signal: AbortSignal;
  readonly #life: Promise<void>;
  #changed: () => void = () => undefined;

  constructor(
    own: Awaited<ReturnType<typeof customer>>,
    token: string,
    anyOf: () => GatewayProcess,
    over: AbortSignal,
  ) {
    this.#own = own;
    this.#token = token;
    this.#anyOf = anyOf;
    this.#signal = AbortSignal.any([this.#closed.signal, over]);
    this.#life = this.#unlessClosed(this.#live());
  }

  /** Resolves as soon as it shows a linked connection. */
  async linked(): Promise<void> {
    const looking = setInterval(() => void this.#unlessClosed(this.#look()), betweenLooks);
    try {
      while (!this.picture.some(({ status }) => status === 'Linked')) {
        const changed = new Promise<void>((resolve) => (this.#changed = resolve));
        await Promise.race([changed, this.#life.then(() => this.#signal.throwIfAborted())]);
      }
    } finally {
      clearInterval(looking);
    }
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#life;
  }

  async #live(): Promise<void> {
    while (!this.#signal.aborted) {
      const response = await this.#own.events(this.#anyOf(), this.#token);
      await this.#look();
      if (response.status === 200) await this.#listen(response);
      else await moment(this.#signal);
    }
  }

  /** Whoever closed it does not mind what it was at. */
  async #unlessClosed(task: Promise<void>): Promise<void> {
    try {
      await task;
    } catch (thrown) {
      if (!this.#signal.aborted) throw thrown;
    }
  }

  async #listen(response: Response): Promise<void> {
    const stream = listening(response);
    const leave = () => void stream.leave();
    if (this.#signal.aborted) leave();
    this.#signal.addEventListener('abort', leave);
    // However many reasons come while it looks, it looks once more.
    let [reasons, heeded] = [0, 0];
    let looking: Promise<void> | undefined;
    const heed = async (): Promise<void> => {
      while (heeded < reasons) {
        heeded = reasons;
        await this.#look();
      }
      looking = undefined;
    };
    while ((await stream.look()) !== undefined) {
      reasons++;
      looking ??= heed();
    }
    await looking;
    this.#signal.removeEventListener('abort', leave);
  }

  async #look(): Promise<void> {
    const { connections, send } = this.#own;
    const headers = { 'Cache-Control': 'no-cache' };
    const ask = () => send(this.#anyOf(), this.#token, connections, { headers });
    this.picture = (await json<{ results: Seen[] }>(await again(ask, 200, this.#signal))).results;
    this.#changed();
  }
}
