import assert from 'node:assert/strict';
import { readEvents } from './event-reader.js';
import type { customer, GatewayProcess } from './processes.js';
import { json, type WireConnection } from './set-up.js';

/** Tries as a person does: again in a moment, until it works or nobody waits any more. */
export async function retry(
  attempt: () => Promise<Response>,
  good: number,
  signal: AbortSignal,
): Promise<Response> {
  for (;;) {
    const response = await attempt();
    const { status } = response;
    if (status === good) return response;
    assert.ok([429, 503].includes(status), `${status} is no answer to wait with: ${await response.text()}`);
    await randomPause(signal);
  }
}

function randomPause(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve) => setTimeout(resolve, 250 + Math.random() * 500));
}

/** Between two reads of a page whose person signs in elsewhere, in milliseconds. */
const pollIntervalMs = 5_000;

/**
 * A page that is open at a gateway of several processes: it refetches on each change notice while its event stream
 * is open, and polls while it isn't, or while someone signs in.
 */
export class OpenPage {
  /** What it shows. */
  connections: readonly WireConnection[] = [];
  readonly #own: Awaited<ReturnType<typeof customer>>;
  readonly #token: string;
  readonly #anyOf: () => GatewayProcess;
  readonly #closed = new AbortController();
  readonly #signal: AbortSignal;
  readonly #life: Promise<void>;
  #onChange: () => void = () => undefined;

  constructor(
    own: Awaited<ReturnType<typeof customer>>,
    token: string,
    anyOf: () => GatewayProcess,
    endSignal: AbortSignal,
  ) {
    this.#own = own;
    this.#token = token;
    this.#anyOf = anyOf;
    this.#signal = AbortSignal.any([this.#closed.signal, endSignal]);
    this.#life = this.#unlessClosed(this.#live());
  }

  /** Resolves as soon as it shows a linked connection. */
  async linked(): Promise<void> {
    const looking = setInterval(() => void this.#unlessClosed(this.#refetch()), pollIntervalMs);
    try {
      while (!this.connections.some(({ status }) => status === 'Linked')) {
        const changed = new Promise<void>((resolve) => (this.#onChange = resolve));
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
      await this.#refetch();
      if (response.status === 200) await this.#listen(response);
      else await randomPause(this.#signal);
    }
  }

  /** Once the page is closed, its failures don't matter. */
  async #unlessClosed(task: Promise<void>): Promise<void> {
    try {
      await task;
    } catch (thrown) {
      if (!this.#signal.aborted) throw thrown;
    }
  }

  async #listen(response: Response): Promise<void> {
    const stream = readEvents(response);
    const leave = () => void stream.cancel();
    if (this.#signal.aborted) leave();
    this.#signal.addEventListener('abort', leave);
    // However many notices arrive during a refetch, it refetches once more.
    let [reasons, heeded] = [0, 0];
    let looking: Promise<void> | undefined;
    const heed = async (): Promise<void> => {
      while (heeded < reasons) {
        heeded = reasons;
        await this.#refetch();
      }
      looking = undefined;
    };
    while ((await stream.nextNotice()) !== undefined) {
      reasons++;
      looking ??= heed();
    }
    await looking;
    this.#signal.removeEventListener('abort', leave);
  }

  async #refetch(): Promise<void> {
    const { connections, send } = this.#own;
    const headers = { 'Cache-Control': 'no-cache' };
    const request = () => send(this.#anyOf(), this.#token, connections, { headers });
    this.connections = (
      await json<{ results: WireConnection[] }>(await retry(request, 200, this.#signal))
    ).results;
    this.#onChange();
  }
}
