import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };

/** Knows which row of a list a person was in, so that focus stays near when that row moves or goes. */
export class RowsController implements ReactiveController {
  readonly #host: Host;
  #before: readonly HTMLElement[] = [];
  #within = -1;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#before = this.#rows;
    this.#within = this.#before.findIndex((row) => row.matches(':focus-within'));
  }

  /** The row a person was in before what is drawn was drawn anew; else the one after it, or before it. */
  get row(): HTMLElement | undefined {
    if (this.#within < 0) return undefined;
    const now = new Map(this.#rows.map((row) => [row.dataset['row'], row]));
    const near = [...this.#before.slice(this.#within), ...this.#before.slice(0, this.#within).reverse()];
    return near.flatMap((row) => now.get(row.dataset['row']) ?? [])[0];
  }

  /** A row by its key. */
  find(key: string): HTMLElement | undefined {
    return this.#rows.find((row) => row.dataset['row'] === key);
  }

  get #rows(): readonly HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-row]')];
  }
}
