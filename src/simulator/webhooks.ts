import type { Happening, Memory } from './memory.js';
import type { ConsumerRecord } from './state.js';
import { utc, type Wire } from './routes/wire.js';

/** Someone who is told what happens (Codat's OpenAPI, `WebhookConsumer`, with the secret its Portal shows). */
export interface WebhookConsumer {
  readonly url: string;
  /** `whsec_` and base64. */
  readonly secret: string;
  /** Default: all. */
  readonly eventTypes?: readonly string[];
  /** How a webhook gets there. */
  readonly deliver: (request: Request) => Promise<Response>;
}

/** What signs the webhooks of consumers that `POST /webhooks` made, and how they get there. */
export type NewConsumers = Pick<WebhookConsumer, 'secret' | 'deliver'>;

/** One webhook on its way to one consumer. */
interface Delivery {
  readonly id: string;
  readonly consumer: WebhookConsumer;
  readonly body: string;
  tries: number;
  due: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long after a try that failed the next one comes (docs.codat.io/using-the-api/webhooks/overview). */
const pauses = [0, 5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour];

/** Tells consumers what happens, in signed webhooks, again and again until they answer well. */
export class Webhooks {
  readonly #memory: Memory;
  readonly #given: readonly WebhookConsumer[];
  readonly #made: NewConsumers | undefined;
  readonly #waiting = new Set<Delivery>();
  readonly #onTheirWay = new Set<Promise<void>>();

  constructor(memory: Memory, wire: Wire, given: readonly WebhookConsumer[], made?: NewConsumers) {
    this.#memory = memory;
    this.#given = given;
    this.#made = made;
    memory.listen((happening) => this.#tell(happening, () => wire.payload(happening)));
  }

  /** As `GET /webhooks` lists them. */
  get consumers(): readonly ConsumerRecord[] {
    const given = this.#given.map(({ url, eventTypes = [] }, index) => ({
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      url,
      eventTypes,
      disabled: false,
    }));
    return [...given, ...this.#memory.state.consumers];
  }

  /** Sends what is due. Resolves when nothing is on its way. */
  async send(): Promise<void> {
    for (const delivery of this.#waiting) {
      if (delivery.due <= this.#memory.now) this.#try(delivery);
    }
    while (this.#onTheirWay.size > 0) await Promise.all(this.#onTheirWay);
  }

  #tell(happening: Happening, payload: () => object): void {
    const { eventType } = happening;
    const consumers = this.#whoHear(happening);
    // A payload has a link in it, which is made anew each time.
    if (consumers.length === 0) return;
    const generatedDate = utc(this.#memory.now);
    const body = JSON.stringify({ id: crypto.randomUUID(), eventType, generatedDate, payload: payload() });
    for (const consumer of consumers) {
      const id = `msg_${crypto.randomUUID().replaceAll('-', '')}`;
      this.#try({ id, consumer, body, tries: 0, due: this.#memory.now });
    }
  }

  #whoHear(happening: Happening): WebhookConsumer[] {
    const { eventType } = happening;
    const { tags } = 'company' in happening ? happening.company : happening.found.company;
    const isTagged = (tag: string) => Object.entries(tags).some((entry) => entry.join(':') === tag);
    const made = this.#memory.state.consumers.filter(
      (each) =>
        !each.disabled && each.eventTypes.includes(eventType) && (each.companyTags?.some(isTagged) ?? true),
    );
    const ways = this.#made;
    return [
      ...this.#given.filter(({ eventTypes }) => eventTypes?.includes(eventType) ?? true),
      ...(ways ? made.map(({ url }) => ({ url, ...ways })) : []),
    ];
  }

  #try(delivery: Delivery): void {
    this.#waiting.delete(delivery);
    const sending = this.#deliver(delivery).finally(() => this.#onTheirWay.delete(sending));
    this.#onTheirWay.add(sending);
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const { id, body, consumer } = delivery;
    const timestamp = String(Math.floor(this.#memory.now / 1000));
    const headers = {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': await sign(consumer.secret, `${id}.${timestamp}.${body}`),
    };
    // Codat waits no longer.
    const signal = AbortSignal.timeout(15 * second);
    const request = new Request(consumer.url, { method: 'POST', headers, body, signal });
    const arrived = await consumer.deliver(request).then(
      ({ ok }) => ok,
      () => false,
    );
    const pause = pauses[delivery.tries++];
    if (arrived || pause === undefined) return;
    delivery.due = this.#memory.now + pause;
    if (pause === 0) return this.#deliver(delivery);
    this.#waiting.add(delivery);
  }
}

/** Standard Webhooks, version 1: HMAC-SHA256 with the secret's bytes. */
async function sign(secret: string, text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.replace('whsec_', '')), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
  return `v1,${btoa(String.fromCharCode(...signature))}`;
}
