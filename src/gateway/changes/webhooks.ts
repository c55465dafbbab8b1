import type { Background } from '../platforms/catalogue.js';
import type { WebhookTakenEvent } from '../telemetry/gateway-event.js';
import type { News } from './news.js';
import { Problem, report } from '../problem.js';
import type { Settings } from '../settings.js';
import { newsIn, readEvent, type WebhookEvent } from './webhook-event.js';
import { isSigned, type Envelope } from './webhook-signature.js';
import { within } from '../within.js';

const minute = 60_000;

/** How far the sender's clock and ours may be apart, in milliseconds; also for how long what was overheard could be sent again. */
const tolerance = 5 * minute;

/** Codat waits for fifteen seconds (https://docs.codat.io/using-the-api/webhooks/overview). */
const patience = 10_000;

/** A process that dies while it handles a webhook keeps others from it no longer than this; Codat's third try comes after five minutes. */
const busyFor = 4 * minute;

/** Codat can send again what it sent in the last two weeks. */
const kept = 14 * 24 * 60 * minute;

/** Reads the body as it was sent. Not called for what is refused by its headers alone. */
type ReadBody = () => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Takes Codat's webhooks. They only ever say that there is something to look at, so their order does not matter;
 * each is handled once, and Codat is told that it arrived after that, so that none is lost with a process.
 */
export class Webhooks {
  readonly #news: News;
  readonly #settings: Settings;

  constructor(news: News, settings: Settings) {
    this.#news = news;
    this.#settings = settings;
  }

  /** Rejects with a 401 when Codat did not sign this now, with a 400 when it makes no sense, with a 503 when it is to be sent again. */
  async take(envelope: Envelope, read: ReadBody, background: Background): Promise<void> {
    const began = performance.now();
    const told = (outcome: WebhookTakenEvent['outcome']) =>
      this.#settings.tell({ type: 'webhook', outcome, ms: Math.round(performance.now() - began) });
    try {
      told(await this.#take(envelope, read, background));
    } catch (thrown) {
      told(thrown instanceof Problem && thrown.status < 500 ? 'refused' : 'failed');
      throw thrown;
    }
  }

  async #take(envelope: Envelope, read: ReadBody, background: Background): Promise<'handled' | 'repeated'> {
    const { webhookSecrets, now } = this.#settings;
    const sent = Number(envelope.timestamp) * 1000;
    if (!(Math.abs(now() - sent) <= tolerance)) {
      throw new Problem(401, 'This webhook was not sent in the last five minutes, or a clock is wrong.');
    }
    const body = await read();
    if (!(await isSigned(webhookSecrets, envelope, body))) {
      throw new Problem(401, 'This webhook is not signed with a secret in `webhookSecrets`.');
    }
    const event = readEvent(body);
    if (!event) {
      throw new Problem(
        400,
        'This is not an event of Codat’s webhooks. Its rules of before 2025 are not supported.',
      );
    }
    return this.#once(envelope.id, event, background);
  }

  async #once(id: string, event: WebhookEvent, background: Background): Promise<'handled' | 'repeated'> {
    const { store, tell } = this.#settings;
    const key = `webhook:${id}`;
    const mine = crypto.randomUUID();
    if (!(await store.add(key, mine, busyFor))) {
      if ((await store.get(key)) === 'done') return 'repeated';
      throw again('This webhook is being handled already.');
    }
    const handled = this.#handle(event).then(
      () => store.set(key, 'done', kept),
      async (thrown: unknown) => {
        if (!(thrown instanceof Problem)) report(thrown, tell);
        await store.delete(key, mine);
        throw again('This webhook could not be handled.');
      },
    );
    background(handled.catch(() => undefined));
    await within(patience, handled, () => again('This webhook is still being handled.'));
    return 'handled';
  }

  /** Pages first: they wait for no one. */
  async #handle(event: WebhookEvent): Promise<void> {
    const news = newsIn(event);
    if (news) await this.#news.tell(news.company, news.look);
    await this.#settings.onWebhook(event);
  }
}

const again = (why: string): Problem => new Problem(503, why, { retryAfter: 5 });
