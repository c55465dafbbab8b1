import { SparedCall } from './sparing.js';

interface Read {
  readonly answer: Promise<unknown>;
  /** Until when it is given to everyone who asks, in milliseconds since 1970. */
  until: number;
}

/** What is known of one company. Times in milliseconds since 1970. */
interface Known {
  readonly reads: Map<string, Read>;
  usedAt: number;
  /** When its answers were last out of date. */
  outdatedAt: number;
}

/** How long an answer does for everyone, and how often news may be asked for, in milliseconds. */
const paces = { full: { merged: 10_000, news: 1_000 }, slow: { merged: 60_000, news: 10_000 } } as const;

/** How long a company nobody asks about is known, and how many are. */
const remembered = 15 * 60_000;
const mostCompanies = 1_000;

/**
 * Reads of one company that are alike share one call to Codat for ten seconds, so that a page full of elements in
 * several tabs costs no more than one of them; for a minute when few of the day's calls are left. Where a limit
 * forbids the call, the last answer stands. Failures are not kept.
 */
export class MergedReads {
  readonly #now: () => number;
  readonly #isLow: () => boolean;
  /** The one asked about last comes last. */
  readonly #companies = new Map<string, Known>();

  constructor(now: () => number, isLow: () => boolean) {
    this.#now = now;
    this.#isLow = isLow;
  }

  async read<Answer>(company: string, question: string, load: () => Promise<Answer>): Promise<Answer> {
    const { reads } = this.#know(company);
    const last = reads.get(question);
    // The question decides the type of its answer.
    const known = last?.answer as Promise<Answer> | undefined;
    if (last && known && last.until > this.#now()) return known;
    const answer = load().catch((thrown: unknown) => {
      if (known && thrown instanceof SparedCall) return known;
      throw thrown;
    });
    const read = { answer, until: this.#now() + this.#pace.merged };
    reads.set(question, read);
    answer.catch(() => {
      if (reads.get(question) === read) reads.delete(question);
    });
    return answer;
  }

  /** Something changed: whatever was read of this company before now is not given to anyone new. */
  forget(company: string): void {
    const known = this.#know(company);
    known.reads.clear();
    known.outdatedAt = this.#now();
  }

  /** Someone asks for news. Granted once a second, so that an answer is never older than that; less often when calls are few. */
  refresh(company: string): void {
    const known = this.#know(company);
    if (known.outdatedAt + this.#pace.news > this.#now()) return;
    for (const read of known.reads.values()) read.until = 0;
    known.outdatedAt = this.#now();
  }

  get #pace() {
    return this.#isLow() ? paces.slow : paces.full;
  }

  #know(company: string): Known {
    const now = this.#now();
    const known = this.#companies.get(company) ?? { reads: new Map(), usedAt: now, outdatedAt: -Infinity };
    known.usedAt = now;
    this.#companies.delete(company);
    this.#companies.set(company, known);
    for (const [name, { usedAt }] of this.#companies) {
      if (usedAt + remembered > now && this.#companies.size <= mostCompanies) break;
      this.#companies.delete(name);
    }
    return known;
  }
}
