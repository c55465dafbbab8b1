import type { Payer } from '../limits/company-quota.js';
import type { Settings } from '../settings.js';
import { RateLimitedError } from '../limits/rate-limited-error.js';

interface Read {
  readonly answer: Promise<unknown>;
  /** When Codat was asked, and until when the answer is given to everyone who asks. */
  readonly at: number;
  until: number;
  /** Resolves when those who ask for news may have Codat asked again. */
  outdated?: Promise<void>;
}

/** What is known of one company. */
interface Known {
  /** The one that Codat was asked last comes last. */
  readonly reads: Map<string, Read>;
  usedAt: number;
}

/** What a read is of. */
export interface Question {
  readonly company: string;
  /** Tells it from the company's other questions. */
  readonly name: string;
  /** Whether only news will do: what Codat says after it was asked. */
  readonly news?: boolean;
  /** Who asks. What recipients of a link ask for makes nothing out of date for the company's own pages. */
  readonly payer?: Payer;
}

/** How long an answer does for everyone, and how often news may be asked for, in milliseconds. */
const paces = { full: { merged: 10_000, news: 250 }, slow: { merged: 60_000, news: 10_000 } } as const;

/** How long a company nobody asks about is known, and how many are. */
const remembered = 15 * 60_000;
const mostCompanies = 1_000;
/** Of one company. */
const mostQuestions = 50;

/**
 * Reads of one company that are alike share one call to Codat for ten seconds, so that a page full of elements in
 * several tabs costs no more than one of them; for a minute when few of the day's calls are left. Those who ask for
 * news are given nothing older than their asking, or another process that heard of a change sooner would send pages
 * here in vain; they may have to wait a moment for it. Where a limit forbids the call, the last answer stands.
 * Failures are not kept.
 */
export class MergedReads {
  readonly #elapsed: () => number;
  readonly #isLow: () => boolean;
  /** The one asked about last comes last. */
  readonly #companies = new Map<string, Known>();

  constructor({ elapsed }: Settings, isLow: () => boolean) {
    this.#elapsed = elapsed;
    this.#isLow = isLow;
  }

  async read<Answer>(
    { company, name, news, payer = 'company' }: Question,
    load: () => Promise<Answer>,
  ): Promise<Answer> {
    const { reads } = this.#know(company, payer);
    if (news) await this.#outdate(reads, name);
    const last = reads.get(name);
    // The question decides the type of its answer.
    const known = last?.answer as Promise<Answer> | undefined;
    const now = this.#elapsed();
    if (last && known && now < last.until) return known;
    const answer = load().catch((thrown: unknown) => {
      if (known && thrown instanceof RateLimitedError) return known;
      throw thrown;
    });
    const at = this.#elapsed();
    const read = { answer, at, until: at + this.#pace.merged };
    reads.delete(name);
    reads.set(name, read);
    const [oldest] = reads.keys();
    if (reads.size > mostQuestions && oldest !== undefined) reads.delete(oldest);
    answer.catch(() => {
      if (reads.get(name) === read) reads.delete(name);
    });
    return answer;
  }

  /** Something changed: whatever was read of this company before now is not given to anyone new. */
  forget(company: string): void {
    for (const payer of ['company', 'recipients'] as const)
      this.#companies.get(keyOf(company, payer))?.reads.clear();
  }

  /** Waits until the last answer may be replaced; then all that was read of the company is out of date. */
  async #outdate(reads: Map<string, Read>, name: string): Promise<void> {
    const outdate = (): void => {
      for (const read of reads.values()) read.until = -Infinity;
    };
    const last = reads.get(name);
    if (!last) {
      outdate();
      return;
    }
    const { news } = this.#pace;
    last.outdated ??= rest(last.at + news - this.#elapsed()).then(outdate);
    await last.outdated;
  }

  get #pace() {
    return this.#isLow() ? paces.slow : paces.full;
  }

  #know(company: string, payer: Payer): Known {
    const key = keyOf(company, payer);
    const now = this.#elapsed();
    const known = this.#companies.get(key) ?? { reads: new Map(), usedAt: now };
    known.usedAt = now;
    this.#companies.delete(key);
    this.#companies.set(key, known);
    for (const [name, { usedAt }] of this.#companies) {
      if (usedAt + remembered > now && this.#companies.size <= mostCompanies) break;
      this.#companies.delete(name);
    }
    return known;
  }
}

const keyOf = (company: string, payer: Payer): string => `${company} ${payer}`;

const rest = async (milliseconds: number): Promise<void> => {
  if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
};
