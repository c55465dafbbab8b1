import { randomUUID } from 'node:crypto';
import { tryReadBytesWithinLimit } from '../../gateway/codat/try-read-bytes-within-limit.js';
import { signOutgoingWebhook } from '../../gateway/changes/webhook-signature.js';
import { parseJson } from '../../gateway/parse-json.js';
import type { HookSettings } from '../server-settings.js';

const maxBytes = 65_536;

interface CallDeps {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The current time in milliseconds since 1970, for the signed timestamp. */
  readonly date: () => number;
}

/** Calls the lender's app, signed as in Standard Webhooks (https://www.standardwebhooks.com). */
export class SignedCallSender {
  readonly #hooks: () => HookSettings;
  readonly #deps: CallDeps;

  /** `hooks` are asked for at each call, since their secret may be changed. */
  constructor(hooks: () => HookSettings, deps: CallDeps) {
    this.#hooks = hooks;
    this.#deps = deps;
  }

  /** Resolves with the JSON of a 2xx. Rejects for any other answer, and when there is none in time. */
  async call(type: string, data: unknown): Promise<unknown> {
    const { url, secret, timeoutMs } = this.#hooks();
    const id = `msg_${randomUUID()}`;
    const date = this.#deps.date();
    const timestamp = String(Math.floor(date / 1000));
    const body = JSON.stringify({ type, timestamp: new Date(date).toISOString(), data });
    const signature = await signOutgoingWebhook({ id, timestamp }, new TextEncoder().encode(body), secret);
    const request = new Request(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signature,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const response = await this.#deps.fetch(request);
    // Read in any case, so that the connection can be used again.
    const bytes = await tryReadBytesWithinLimit(response, maxBytes);
    if (!response.ok) {
      throw Object.assign(new Error('The lender’s app refused a call.'), {
        code: `STATUS_${response.status}`,
      });
    }
    return parseJson(new TextDecoder().decode(bytes));
  }
}
