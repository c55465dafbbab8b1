import type { Platform } from '../../api/schemas/platform.js';
import { lazy } from '../../browser/lazy.js';
import { matches } from './matching.js';

type Rank = (typeof import('./search.js'))['rank'];

const loadSearch = lazy(() => import('./search.js'));

/** What a person searches by, and what is found by it. */
export class Searching {
  readonly #redraw: () => void;
  #query = '';
  #rank: Rank | undefined;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  get query(): string {
    return this.#query;
  }

  readonly type = (query: string): void => {
    this.#query = query;
    this.#redraw();
  };

  /** The person is about to type. Until the better search is there, or if it can't be had, plain matching does. */
  readonly focus = (): void => {
    loadSearch().then(
      ({ rank }) => {
        this.#rank = rank;
        this.#redraw();
      },
      () => undefined,
    );
  };

  found(platforms: readonly Platform[]): readonly Platform[] {
    return this.#query && this.#rank
      ? this.#rank(this.#query, platforms)
      : platforms.filter(({ name }) => matches(this.#query, name));
  }
}
