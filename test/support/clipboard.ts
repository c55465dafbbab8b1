/** Replaces the browser's clipboard, which tests may not write to. */
export class Clipboard {
  readonly #copied: string[] = [];
  /** Whether the browser refuses. */
  refuses = false;

  constructor() {
    const writeText = (text: string): Promise<void> =>
      this.refuses ? Promise.reject(new Error('no')) : Promise.resolve(void this.#copied.push(text));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  }

  /** Restores the browser's own clipboard, and returns the texts that were copied. */
  restore(): readonly string[] {
    Reflect.deleteProperty(navigator, 'clipboard');
    return this.#copied;
  }
}
