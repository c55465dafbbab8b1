interface Read {
  readonly answer: Promise<unknown>;
  readonly until: number;
}

const kept = 10_000;
const pause = 1_000;

/**
 * Reads of one company that are alike share one call to Codat for ten seconds, so that a page full of
 * elements in several tabs costs no more than one of them. Failures are not kept.
 */
export class MergedReads {
  readonly #now: () => number;
  /** Oldest first, by company and question. */
  readonly #reads = new Map<string, Read>();
  readonly #forgotten = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  async read<Answer>(company: string, question: string, load: () => Promise<Answer>): Promise<Answer> {
    this.#prune();
    const key = `${company} ${question}`;
    const known = this.#reads.get(key);
    // The question decides the type of its answer.
    if (known) return known.answer as Promise<Answer>;
    const answer = load();
    const read = { answer, until: this.#now() + kept };
    this.#reads.set(key, read);
    answer.catch(() => {
      if (this.#reads.get(key) === read) this.#reads.delete(key);
    });
    return answer;
  }

  /** Something changed: whatever was read of this company before now is not given to anyone new. */
  forget(company: string): void {
    this.#forgotten.delete(company);
    this.#forgotten.set(company, this.#now());
    for (const key of this.#reads.keys()) {
      if (key.startsWith(`${company} `)) this.#reads.delete(key);
    }
  }

  /** Someone asks for news. Granted once a second, so that an answer is never older than that. */
  refresh(company: string): void {
    this.#prune();
    if (!this.#forgotten.has(company)) this.forget(company);
  }

  #prune(): void {
    const now = this.#now();
    for (const [key, { until }] of this.#reads) {
      if (until > now) break;
      this.#reads.delete(key);
    }
    for (const [company, at] of this.#forgotten) {
      if (at + pause > now) break;
      this.#forgotten.delete(company);
    }
  }
}
