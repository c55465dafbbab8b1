/** Does work that is under way already no second time: those who ask for the same meanwhile get what comes of it. */
export class SingleFlight<Result> {
  readonly #underWay = new Map<string, Promise<Result>>();

  async run(key: string, work: () => Promise<Result>): Promise<Result> {
    const known = this.#underWay.get(key);
    if (known) return known;
    const result = work().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, result);
    return result;
  }
}
