/** How many failures in a row open the circuit. */
const maxFailures = 5;

/** How long everything is refused then, in milliseconds. */
const openMs = 5_000;

/**
 * Stops asking a server that fails: after five failures in a row everything is refused for five seconds, then one
 * attempt decides. Requests are refused, never let through.
 */
export class CircuitBreaker {
  readonly #elapsed: () => number;
  #failures = 0;
  #openUntil = -Infinity;
  #isTrying = false;

  /** `elapsed`: a monotonic clock in milliseconds. */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  /** Runs the work, or rejects at once while the circuit is open. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    const isTripped = this.#failures >= maxFailures;
    if (isTripped && (this.#isTrying || this.#elapsed() < this.#openUntil)) {
      throw Object.assign(new Error('It failed too often, and is asked again in a moment.'), {
        code: 'CIRCUIT_OPEN',
      });
    }
    this.#isTrying = isTripped;
    try {
      const result = await work();
      this.#failures = 0;
      return result;
    } catch (thrown) {
      this.#failures++;
      this.#openUntil = this.#elapsed() + openMs;
      throw thrown;
    } finally {
      this.#isTrying = false;
    }
  }
}
