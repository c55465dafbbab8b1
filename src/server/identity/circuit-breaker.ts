/** How many failures in a row open the circuit. */
const maxFailures = 5;

/** How long everything is refused then, in milliseconds. */
const openMs = 5_000;

/**
 * Stops asking a server that fails. After five failures without a sound answer between them it rejects every call for
 * five seconds. Then it lets one call through: a sound answer ends the refusal, a failure begins it again.
 */
export class CircuitBreaker<Answer> {
  readonly #elapsed: () => number;
  readonly #isSound: (answer: Answer) => boolean;
  #failures = 0;
  #openUntil = -Infinity;
  #isTrying = false;

  /**
   * `elapsed`: a monotonic clock in milliseconds. `isSound`: whether an answer shows that the server is well. Any
   * other answer leaves the count as it is, except that of the one call let through, which ends the refusal.
   */
  constructor(elapsed: () => number, isSound: (answer: Answer) => boolean) {
    this.#elapsed = elapsed;
    this.#isSound = isSound;
  }

  /** Runs the work, or rejects at once while the circuit is open. */
  async run(work: () => Promise<Answer>): Promise<Answer> {
    const isTripped = this.#failures >= maxFailures;
    if (isTripped && (this.#isTrying || this.#elapsed() < this.#openUntil)) {
      throw Object.assign(new Error('It failed too often, and is asked again in a moment.'), {
        code: 'CIRCUIT_OPEN',
      });
    }
    this.#isTrying = isTripped;
    try {
      const answer = await work();
      if (this.#isSound(answer)) this.#failures = 0;
      // An unsound answer ends the refusal only if it is to the one call let through: others may come late, to earlier calls.
      else if (isTripped) this.#failures = maxFailures - 1;
      return answer;
    } catch (thrown) {
      this.#failures++;
      this.#openUntil = this.#elapsed() + openMs;
      throw thrown;
    } finally {
      this.#isTrying = false;
    }
  }
}
