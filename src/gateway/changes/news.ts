import * as z from 'zod/mini';
import type { Bus } from './bus.js';
import { inSlices } from './in-slices.js';
import { isRecent } from '../is-recent.js';
import type { MergedReads } from '../connections/merged-reads.js';
import { thrownIn } from '../telemetry/gateway-event.js';
import { parseJson } from '../parse-json.js';
import { Problem } from '../problem.js';
import type { Settings } from '../settings.js';
import { within } from '../within.js';

const look = z.object({
  at: z.enum(['connections', 'data']),
  /** Its id; absent when it may be any of the company's. */
  connection: z.optional(z.string()),
});

/** Where to look again. What is there is not said: it is read by whoever may. */
export type Look = z.infer<typeof look>;

const message = z.extend(look, { company: z.string() });

/** Why nothing more is heard: other processes can't be, this one ends, or it has no room for so many. */
export type Loss = 'bus-lost' | 'closing' | 'crowded';

/** Someone who wants to know when a company has news. */
export interface Follower {
  look(look: Look): void;
  /** Nothing more will be heard here, though news may come. */
  lost(why: Loss): void;
}

/** Hearing what other processes tell, or trying to. */
interface Listening {
  readonly began: number;
  readonly heard: Promise<void>;
  isHeard: boolean;
}

const mostFollowers = 20;
const patience = 2_000;

/** How many of those who follow stay when the process can open no more connections, and for how long no more than these may, in milliseconds. */
const staying = 0.75;
const cappedFor = 600_000;

/** What was not heard in this time, in milliseconds, is tried again: it may never end, or have been stopped by the host. */
const longestTry = 40_000;

/** Carries the news of a company to those in any process who follow it, and to nobody else. */
export class News {
  readonly #bus: Bus;
  readonly #reads: MergedReads;
  readonly #elapsed: () => number;
  readonly #report: (thrown: unknown) => void;
  readonly #followers = new Map<string, Set<Follower>>();
  /** How many may follow here, and when that was found. */
  #cap = { most: Infinity, at: -Infinity };
  #listening: Listening | undefined;
  #leave: () => void = () => undefined;
  #isOver = false;

  constructor(reads: MergedReads, { bus, descriptors, elapsed, tell }: Settings) {
    this.#bus = bus;
    this.#elapsed = elapsed;
    this.#report = (thrown) => tell({ type: 'trouble', with: 'bus', ...thrownIn(thrown) });
    this.#reads = reads;
    descriptors.onRunOut = () => void this.#makeRoom();
  }

  /** Something changed: what was read of the company before is given to nobody, in any process. Rejects with a 503 when others can't be told. */
  async tell(company: string, look: Look): Promise<void> {
    this.#reads.forget(company);
    const told = this.#bus.publish(JSON.stringify({ company, ...look }));
    await within(patience, told, noAnswer).catch((thrown: unknown) => this.#fail(thrown));
  }

  /** Hears what other processes tell. Rejects when that can't be heard; to be tried again. */
  async listen(): Promise<void> {
    if (this.#isOver) return;
    const last = this.#listening;
    const listening =
      last && (last.isHeard || isRecent(last.began, longestTry, this.#elapsed())) ? last : this.#tryToHear();
    try {
      await listening.heard;
    } catch (thrown) {
      if (this.#listening === listening) this.#listening = undefined;
      this.#report(thrown);
      throw thrown;
    }
  }

  /** Until the function it resolves with is called. Rejects with a 429 when twenty follow the company here, with a 503 when nothing can be heard or the process has no room. */
  async follow(company: string, follower: Follower): Promise<() => void> {
    await within(patience, this.listen(), noAnswer).catch((thrown: unknown) => this.#fail(thrown));
    if (this.#all.length >= this.#mostNow) {
      throw new Problem(503, 'Too many pages listen here. Try again later.', { retryAfter: 60 });
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

  #tryToHear(): Listening {
    const heard = this.#bus
      .subscribe(
        (text) => this.#hear(text),
        () => this.#lose(),
      )
      .then((leave) => {
        if (this.#listening === listening && !this.#isOver) {
          listening.isHeard = true;
          this.#leave = leave;
        } else leave();
      });
    const listening: Listening = { began: this.#elapsed(), heard, isHeard: false };
    return (this.#listening = listening);
  }

  #hear(text: string): void {
    const { data } = message.safeParse(parseJson(text));
    if (!data) return;
    const { company, ...look } = data;
    this.#reads.forget(company);
    for (const follower of this.#followers.get(company) ?? []) follower.look(look);
  }

  #fail(thrown: unknown): never {
    this.#report(thrown);
    throw new Problem(503, 'There are no events just now. Try again later.', { retryAfter: 30 });
  }

  /** Ends every page's listening. */
  async endAll(): Promise<void> {
    await this.#loseAll('closing');
  }

  /** Hears no other process from now on. */
  leave(): void {
    this.#isOver = true;
    this.#listening = undefined;
    this.#leave();
  }

  #lose(): void {
    this.#listening = undefined;
    void this.#loseAll('bus-lost');
  }

  async #loseAll(why: Loss): Promise<void> {
    await inSlices(this.#all, (follower) => follower.lost(why));
  }

  /** The process can open no more connections: people who connect need some of those that pages listen by. */
  async #makeRoom(): Promise<void> {
    const all = this.#all;
    const most = Math.floor(all.length * staying);
    this.#cap = { most, at: this.#elapsed() };
    await inSlices(all.slice(most), (follower) => follower.lost('crowded'));
  }

  get #mostNow(): number {
    const { most, at } = this.#cap;
    return isRecent(at, cappedFor, this.#elapsed()) ? most : Infinity;
  }

  get #all(): Follower[] {
    return [...this.#followers.values()].flatMap((followers) => [...followers]);
  }
}

const noAnswer = (): Error => new Error('The bus did not answer in two seconds.');
