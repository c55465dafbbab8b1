/** Runs work once for concurrent calls with the same key; all of them get its result. */
export class SingleFlight<Result> {
  readonly #pending = new Map<string, Promise<Result>>();

  async run(key: string, work: () => Promise<Result>): Promise<Result> {
    const pending = this.#pending.get(key);
    if (pending) return pending;
    const result = work().finally(() => this.#pending.delete(key));
    this.#pending.set(key, result);
    return result;
  }
}
