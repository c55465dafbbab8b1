import type { WebhookReceivedEvent } from '../telemetry/gateway-event.js';
import type { ChangeFeed } from './change-feed.js';
import { HttpError, emitUnexpectedError } from '../http-error.js';
import type { ParsedSettings } from '../settings.js';
import { changeFromEvent, parseWebhookEvent, type WebhookEvent } from './webhook-event.js';
import { hasValidSignature, type WebhookHeaders } from './webhook-signature.js';
import { withTimeout } from '../timers.js';
import type { WaitUntil } from '../work-tracker.js';

const minute = 60_000;

/** How far a webhook's timestamp may be from our clock, so that one intercepted earlier can't be replayed. */
const toleranceMs = 5 * minute;

/** Less than the fifteen seconds that Codat waits (https://docs.codat.io/using-the-api/webhooks/overview). */
const handlingTimeoutMs = 10_000;

/** How long a process may claim a webhook. Less than the five minutes before Codat's third attempt, should the process die. */
const claimMs = 4 * minute;

/** Codat can resend a webhook for two weeks. */
const rememberMs = 14 * 24 * 60 * minute;

/** Reads the raw body. Not called when the headers alone are refused. */
type ReadBody = () => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Receives Codat's webhooks. Each only causes a refetch, so their order does not matter. Each is handled once,
 * and acknowledged afterwards, so that none is lost when a process dies.
 */
export class WebhookReceiver {
  readonly #changeFeed: ChangeFeed;
  readonly #settings: ParsedSettings;

  constructor(changeFeed: ChangeFeed, settings: ParsedSettings) {
    this.#changeFeed = changeFeed;
    this.#settings = settings;
  }

  /** Rejects with a 401 when the signature or the timestamp is wrong, with a 400 for a malformed body, with a 503 when Codat should resend it. */
  async receive(envelope: WebhookHeaders, readBody: ReadBody, waitUntil: WaitUntil): Promise<void> {
    const began = performance.now();
    const emitOutcome = (outcome: WebhookReceivedEvent['outcome']) =>
      this.#settings.emit({ type: 'webhook', outcome, ms: Math.round(performance.now() - began) });
    try {
      emitOutcome(await this.#verify(envelope, readBody, waitUntil));
    } catch (thrown) {
      emitOutcome(thrown instanceof HttpError && thrown.status < 500 ? 'refused' : 'failed');
      throw thrown;
    }
  }

  async #verify(
    envelope: WebhookHeaders,
    readBody: ReadBody,
    waitUntil: WaitUntil,
  ): Promise<'handled' | 'repeated'> {
    const { now, secrets } = this.#settings;
    const sent = Number(envelope.timestamp) * 1000;
    if (!(Math.abs(now() - sent) <= toleranceMs)) {
      throw new HttpError(401, 'This webhook was not sent in the last five minutes, or a clock is wrong.');
    }
    const body = await readBody();
    if (!(await hasValidSignature(secrets.current.webhookSecrets, envelope, body))) {
      throw new HttpError(401, 'This webhook is not signed with a secret in `webhookSecrets`.');
    }
    const event = parseWebhookEvent(body);
    if (!event) {
      throw new HttpError(
        400,
        'This is not an event of Codat’s webhooks. Its rules of before 2025 are not supported.',
      );
    }
    return this.#handleOnce(envelope.id, event, waitUntil);
  }

  async #handleOnce(id: string, event: WebhookEvent, waitUntil: WaitUntil): Promise<'handled' | 'repeated'> {
    const { store, emit } = this.#settings;
    const key = `webhook:${id}`;
    const claim = crypto.randomUUID();
    if (!(await store.add(key, claim, claimMs))) {
      if ((await store.get(key)) === 'done') return 'repeated';
      throw retryLater('This webhook is being handled already.');
    }
    const handled = this.#handle(event).then(
      () => store.set(key, 'done', rememberMs),
      async (thrown: unknown) => {
        if (!(thrown instanceof HttpError)) emitUnexpectedError(thrown, emit);
        await store.delete(key, claim);
        throw retryLater('This webhook could not be handled.');
      },
    );
    waitUntil(handled.catch(() => undefined));
    await withTimeout(handlingTimeoutMs, handled, () => retryLater('This webhook is still being handled.'));
    return 'handled';
  }

  /** Notifies pages first, so that they don't wait for the host's callback. */
  async #handle(event: WebhookEvent): Promise<void> {
    const change = changeFromEvent(event);
    if (change) await this.#changeFeed.publish(change.company, change.notice);
    await this.#settings.onWebhook(event);
  }
}

const retryLater = (why: string): HttpError => new HttpError(503, why, { retryAfter: 5 });
