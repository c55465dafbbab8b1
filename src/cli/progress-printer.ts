import type { Environment } from './environment.js';

const width = 20;

/** Shows a command's progress: a bar on a terminal, elsewhere a line per step. Never writes to standard output. */
export class ProgressPrinter {
  readonly #environment: Environment;
  readonly #steps: number;
  #done = 0;

  constructor(environment: Environment, steps: number) {
    this.#environment = environment;
    this.#steps = steps;
  }

  begin(step: string): void {
    const { drawProgress, printError } = this.#environment;
    const filled = Math.round((this.#done / this.#steps) * width);
    this.#done++;
    if (drawProgress) drawProgress(`[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${step}`);
    else printError(`${this.#done}/${this.#steps} ${step}`);
  }

  /** Removes the bar. */
  end(): void {
    this.#environment.drawProgress?.('');
  }
}
