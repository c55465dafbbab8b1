import type { Environment } from '../environment.js';
import { trySendRequest, sendAndReadFirstChunk, type BufferedResponse } from '../request.js';
import type { Person } from './run-settings.js';

/** A request of the run, and its answer. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly answer: BufferedResponse;
}

interface ProbeInit {
  readonly method?: string;
  readonly person?: Person | undefined;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Whether the answer may be endless, so that only its beginning is read. */
  readonly streams?: boolean;
}

/** Milliseconds after which nothing more is sent: far longer than a run takes against a server that answers. */
const maxRunMs = 120_000;

/** Sends the requests of a run, and keeps every answer for the checks that look at all of them. */
export class Prober {
  readonly exchanges: Exchange[] = [];
  readonly #environment: Environment;
  readonly #timeoutMs: number;
  readonly #deadline: number;

  constructor(environment: Environment, timeoutMs: number) {
    this.#environment = environment;
    this.#timeoutMs = timeoutMs;
    this.#deadline = environment.now() + maxRunMs;
  }

  /** Whether the run has taken so long that nothing more is sent. */
  get isOver(): boolean {
    return this.#environment.now() > this.#deadline;
  }

  /** Resolves with the answer; with undefined if none came in time, or if the run is over and nothing was sent. */
  async send(url: string, init: ProbeInit = {}): Promise<BufferedResponse | undefined> {
    if (this.isOver) return undefined;
    const { method = 'GET', person, token, body, streams = false } = init;
    const headers = new Headers(person?.headers);
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    if (body !== undefined) headers.set('Content-Type', 'application/json');
    for (const [name, value] of Object.entries(init.headers ?? {})) headers.set(name, value);
    const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const ask = streams ? sendAndReadFirstChunk : trySendRequest;
    const answer = await ask(this.#environment, url, sent, this.#timeoutMs);
    if (answer) this.exchanges.push({ method, url, answer });
    return answer;
  }
}
