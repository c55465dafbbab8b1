import type { DatabaseEvent, Database } from './database.js';
import type { WebhookConsumerRecord } from './state.js';
import { toIsoString, type RecordSerializer } from './routes/record-serializer.js';

/** A consumer of webhooks (Codat's OpenAPI, `WebhookConsumer`, with the secret of its Portal). */
export interface WebhookConsumer {
  readonly url: string;
  /** `whsec_` and base64. */
  readonly secret: string;
  /** Default: all. */
  readonly eventTypes?: readonly string[] | undefined;
  /** Delivers a webhook. A 2xx response acknowledges it. */
  readonly deliver: (request: Request) => Promise<Response>;
}

/** How the webhooks of consumers created by `POST /webhooks` are signed and delivered. */
export type NewConsumerDefaults = Pick<WebhookConsumer, 'secret' | 'deliver'>;

/** Every event type that the simulator sends. */
const allEventTypes: readonly DatabaseEvent['eventType'][] = [
  'company.created',
  'company.deleted',
  'connection.created',
  'connection.connected',
  'connection.failed',
  'connection.disconnected',
  'connection.reconnected',
  'connection.deleted',
  'read.completed',
  'read.completed.initial',
];

/** One webhook for one consumer. */
interface Delivery {
  readonly id: string;
  readonly consumer: WebhookConsumer;
  readonly body: string;
  attempts: number;
  dueAt: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** The delay after each failed attempt (docs.codat.io/using-the-api/webhooks/overview). */
const retryDelaysMs = [0, 5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour];

/** Sends signed webhooks to consumers, and repeats them until they are acknowledged. */
export class WebhookSender {
  readonly #database: Database;
  readonly #configured: readonly WebhookConsumer[];
  readonly #newConsumers: NewConsumerDefaults | undefined;
  readonly #waiting = new Set<Delivery>();
  readonly #sending = new Set<Promise<void>>();

  constructor(
    database: Database,
    serializer: RecordSerializer,
    configured: readonly WebhookConsumer[],
    newConsumers?: NewConsumerDefaults,
  ) {
    this.#database = database;
    this.#configured = configured;
    this.#newConsumers = newConsumers;
    // Check the secrets now: nothing awaits a webhook that is sent later, so its failure would end the process.
    for (const { secret } of newConsumers ? [...configured, newConsumers] : configured)
      decodeWebhookSecret(secret);
    database.subscribe((event) => this.#emit(event, () => serializer.payload(event)));
  }

  /** The consumers as `GET /webhooks` lists them. */
  get consumers(): readonly WebhookConsumerRecord[] {
    const configured = this.#configured.map(({ url, eventTypes = allEventTypes }, index) => ({
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      url,
      eventTypes,
      disabled: false,
    }));
    return [...configured, ...this.#database.state.consumers];
  }

  /** Sends the webhooks that are due. Resolves when none is being delivered. */
  async send(): Promise<void> {
    for (const delivery of this.#waiting) {
      if (delivery.dueAt <= this.#database.now) this.#attempt(delivery);
    }
    while (this.#sending.size > 0) await Promise.all(this.#sending);
  }

  #emit(event: DatabaseEvent, payload: () => object): void {
    const { eventType } = event;
    const consumers = this.#consumersOf(event);
    // Without consumers no payload is built, since each one creates a new link.
    if (consumers.length === 0) return;
    const generatedDate = toIsoString(this.#database.now);
    const body = JSON.stringify({ id: crypto.randomUUID(), eventType, generatedDate, payload: payload() });
    for (const consumer of consumers) {
      const id = `msg_${crypto.randomUUID().replaceAll('-', '')}`;
      this.#attempt({ id, consumer, body, attempts: 0, dueAt: this.#database.now });
    }
  }

  #consumersOf(event: DatabaseEvent): WebhookConsumer[] {
    const { eventType } = event;
    const { tags } = 'company' in event ? event.company : event.subject.company;
    const isTagged = (tag: string) => Object.entries(tags).some((entry) => entry.join(':') === tag);
    const created = this.#database.state.consumers.filter(
      (each) =>
        !each.disabled && each.eventTypes.includes(eventType) && (each.companyTags?.some(isTagged) ?? true),
    );
    const newConsumers = this.#newConsumers;
    return [
      ...this.#configured.filter(({ eventTypes }) => eventTypes?.includes(eventType) ?? true),
      ...(newConsumers ? created.map(({ url }) => ({ url, ...newConsumers })) : []),
    ];
  }

  #attempt(delivery: Delivery): void {
    this.#waiting.delete(delivery);
    const sending = this.#deliver(delivery).finally(() => this.#sending.delete(sending));
    this.#sending.add(sending);
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const { id, body, consumer } = delivery;
    const timestamp = String(Math.floor(this.#database.now / 1000));
    const headers = {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': await sign(consumer.secret, `${id}.${timestamp}.${body}`),
    };
    // As long as Codat waits.
    const signal = AbortSignal.timeout(15 * second);
    const request = new Request(consumer.url, { method: 'POST', headers, body, signal });
    const isAcknowledged = await consumer.deliver(request).then(
      ({ ok }) => ok,
      () => false,
    );
    const delayMs = retryDelaysMs[delivery.attempts++];
    if (isAcknowledged || delayMs === undefined) return;
    delivery.dueAt = this.#database.now + delayMs;
    if (delayMs === 0) return this.#deliver(delivery);
    this.#waiting.add(delivery);
  }
}

/** The bytes of a secret. Throws if nothing can be signed with it. */
function decodeWebhookSecret(secret: string): Uint8Array<ArrayBuffer> {
  const [, base64 = ''] = /^(?:whsec_)?([A-Za-z0-9+/]{2,}={0,2})$/.exec(secret) ?? [];
  if (!base64) throw new TypeError('createSimulator: a webhook’s `secret` must be `whsec_` and base64.');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Standard Webhooks, version 1: HMAC-SHA256 with the secret's bytes. */
async function sign(secret: string, text: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    decodeWebhookSecret(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
  return `v1,${btoa(String.fromCharCode(...signature))}`;
}
