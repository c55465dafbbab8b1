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

  /** A part of a row, by the row's key. */
  find(key: string | undefined, part: string): HTMLElement | null | undefined {
    const row = this.#rows.find(({ dataset }) => dataset['row'] === key);
    return row?.querySelector<HTMLElement>(`[part~="${part}"]`);
  }

  /** A part of the row a person was in before what is drawn was drawn anew; else of the one after it, or before it. */
  near(part: string): HTMLElement | null | undefined {
    if (this.#within < 0) return undefined;
    const near = [...this.#before.slice(this.#within), ...this.#before.slice(0, this.#within).reverse()];
    return near.map(({ dataset }) => this.find(dataset['row'], part)).find((found) => found);
  }

  get #rows(): readonly HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-row]')];
  }
}
