/**
 * Merges identical calls. A call made while one is in flight does not join it, since that one's answer may predate a
 * sign-out; all such callers share the next call. No answer is kept.
 */
export class QueuedSingleFlight<Answer> {
  readonly #current = new Map<string, Promise<Answer>>();
  readonly #next = new Map<string, Promise<Answer>>();

  async run(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const before = this.#current.get(key);
    if (!before) return this.#begin(key, ask);
    let next = this.#next.get(key);
    if (!next) {
      const begin = (): Promise<Answer> => {
        this.#next.delete(key);
        return this.#begin(key, ask);
      };
      next = before.then(begin, begin);
      this.#next.set(key, next);
    }
    return next;
  }

  async #begin(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const answer = ask().finally(() => {
      if (this.#current.get(key) === answer) this.#current.delete(key);
    });
    this.#current.set(key, answer);
    return answer;
  }
}
