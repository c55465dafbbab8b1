import * as z from 'zod/mini';
import type { Bus } from './bus.js';
import type { MergedReads } from './merged-reads.js';
import { thrownIn } from './gateway-event.js';
import { parseJson } from './parse-json.js';
import { Problem } from './problem.js';
import type { Settings } from './settings.js';
import { within } from './within.js';

const look = z.object({
  at: z.enum(['connections', 'data']),
  /** Its id; absent when it may be any of the company's. */
  connection: z.optional(z.string()),
});

/** Where to look again. What is there is not said: it is read by whoever may. */
export type Look = z.infer<typeof look>;

const message = z.extend(look, { company: z.string() });

/** Someone who wants to know when a company has news. */
export interface Follower {
  look(look: Look): void;
  /** Nothing more will be heard, though news may come. */
  lost(): void;
}

const mostFollowers = 20;
const patience = 2_000;

/** Carries the news of a company to those in any process who follow it, and to nobody else. */
export class News {
  readonly #bus: Bus;
  readonly #reads: MergedReads;
  readonly #report: (thrown: unknown) => void;
  readonly #followers = new Map<string, Set<Follower>>();
  #listening: Promise<unknown> | undefined;

  constructor(reads: MergedReads, { bus, tell }: Settings) {
    this.#bus = bus;
    this.#report = (thrown) => tell({ type: 'trouble', with: 'bus', ...thrownIn(thrown) });
    this.#reads = reads;
  }

  /** Something changed: what was read of the company before is given to nobody, in any process. Rejects when others can't be told. */
  async tell(company: string, look: Look): Promise<void> {
    this.#reads.forget(company);
    const told = this.#bus.publish(JSON.stringify({ company, ...look }));
    await within(patience, told, noAnswer).catch((thrown: unknown) => {
      this.#report(thrown);
      throw thrown;
    });
  }

  /** Hears what other processes tell. Rejects when that can't be heard; to be tried again. */
  async listen(): Promise<void> {
    this.#listening ??= this.#bus.subscribe(
      (text) => this.#hear(text),
      () => this.#lose(),
    );
    try {
      await this.#listening;
    } catch (thrown) {
      this.#listening = undefined;
      this.#report(thrown);
      throw thrown;
    }
  }

  /** Until the function it resolves with is called. Rejects with a 429 when twenty follow the company here, with a 503 when nothing can be heard. */
  async follow(company: string, follower: Follower): Promise<() => void> {
    try {
      await within(patience, this.listen(), noAnswer);
    } catch {
      throw new Problem(503, 'There are no events just now. Try again later.', { retryAfter: 30 });
    }
    const followers = this.#followers.get(company) ?? new Set();
    if (followers.size >= mostFollowers) {
      throw new Problem(429, 'Too many pages of this company are open.', { retryAfter: 60 });
    }
    this.#followers.set(company, followers.add(follower));
    return () => {
      if (followers.delete(follower) && followers.size === 0) this.#followers.delete(company);
    };
  }

  #hear(text: string): void {
    const { data } = message.safeParse(parseJson(text));
    if (!data) return;
    const { company, ...look } = data;
    this.#reads.forget(company);
    for (const follower of this.#followers.get(company) ?? []) follower.look(look);
  }

  #lose(): void {
    this.#listening = undefined;
    for (const followers of this.#followers.values()) {
      for (const follower of followers) follower.lost();
    }
  }
}

const noAnswer = (): Error => new Error('The bus did not answer in two seconds.');
