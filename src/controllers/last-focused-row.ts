import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };

/** Remembers which row of a list had focus, so that focus stays near when that row moves or is removed. */
export class LastFocusedRowController implements ReactiveController {
  readonly #host: Host;
  #previousRows: readonly HTMLElement[] = [];
  #focusedIndex = -1;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#previousRows = this.#rows;
    this.#focusedIndex = this.#previousRows.findIndex((row) => row.matches(':focus-within'));
  }

  /** The element with this part name in the row with this key. */
  findPart(key: string | undefined, part: string): HTMLElement | null | undefined {
    const row = this.#rows.find(({ dataset }) => dataset['row'] === key);
    return row?.querySelector<HTMLElement>(`[part~="${part}"]`);
  }

  /** The element with this part name in the row that had focus before this update, or in the nearest row that is left. */
  findPartNearFocus(part: string): HTMLElement | null | undefined {
    if (this.#focusedIndex < 0) return undefined;
    const nearest = [
      ...this.#previousRows.slice(this.#focusedIndex),
      ...this.#previousRows.slice(0, this.#focusedIndex).reverse(),
    ];
    return nearest.map(({ dataset }) => this.findPart(dataset['row'], part)).find((element) => element);
  }

  get #rows(): readonly HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-row]')];
  }
}
