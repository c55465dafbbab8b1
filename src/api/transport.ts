import { requestTo } from '../browser/request.js';
import { CodatError } from './errors.js';
import { exchange, type Fetch } from './exchange.js';
import { delay } from './delay.js';
import type { Read } from './schemas/parsing/shape.js';
import type { Token, TokenSource } from './token-source.js';

/** One question to the gateway. `fresh` asks it to look at Codat now rather than repeat a recent answer. */
export interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly fresh?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Seconds before a read that failed in passing is tried once more, and the longest the gateway may ask for instead. */
const pause = { usual: 1, most: 5 };
/** {@link Transport.send}, as it is handed to whoever asks. */
export type Ask = <Value>(path: string, read: Read<Value>, call?: Call) => Promise<Value>;

/** Leads from the company's part of the gateway's `api` to what stands beside that, such as `consents`. */
export const besideApi = '../../../';

/** The only way to the company's data: adds the token, renews it once when it is turned down, retries a read once. */
export class Transport {
  readonly #tokens: TokenSource;
  readonly #fetch: Fetch;

  constructor(tokens: TokenSource, fetch: Fetch) {
    this.#tokens = tokens;
    this.#fetch = fetch;
  }

  /** `path` is below the company, such as `connections`: it gets `companies/{companyId}/` before it. */
  async send<Value>(path: string, read: Read<Value>, call: Call = {}): Promise<Value> {
    const { companyId } = this.#tokens;
    try {
      return await this.#authorized(path, read, call, companyId);
    } catch (thrown) {
      if (call.method || !(thrown instanceof CodatError && thrown.retryable)) throw thrown;
      const { retryAfter = pause.usual } = thrown;
      if (retryAfter > pause.most) throw thrown;
      await delay(retryAfter * 1000, call.signal);
      return await this.#authorized(path, read, call, companyId);
    }
  }

  async #authorized<Value>(
    path: string,
    read: Read<Value>,
    call: Call,
    companyId: string | undefined,
  ): Promise<Value> {
    const token = await this.#tokenFor(companyId);
    try {
      return await exchange(this.#fetch, question(token, path, call), read);
    } catch (thrown) {
      if (!(thrown instanceof CodatError && thrown.status === 401)) throw thrown;
      this.#tokens.drop(token);
      const renewed = await this.#tokenFor(token.companyId);
      return await exchange(this.#fetch, question(renewed, path, call), read);
    }
  }

  /** What someone began for one company is never done for another, whichever call found out that the token had to be renewed. */
  async #tokenFor(companyId: string | undefined): Promise<Token> {
    const token = await this.#tokens.get();
    if (companyId !== undefined && companyId !== token.companyId)
      throw new CodatError('refused', 'The page works for another company now.');
    return token;
  }
}

function question({ companyId, apiBase, value }: Token, path: string, call: Call): Request {
  const { method = 'GET', body, fresh, signal } = call;
  return requestTo(`${apiBase}/companies/${companyId}/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${value}`,
      ...(fresh && { 'Cache-Control': 'no-cache' }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}
