import type { Platform } from '../../../api/schemas/platform.js';
import { lazy } from '../../../browser/loading/lazy.js';
import { memoizeLast } from '../../memoize-last.js';
import { matchesQuery } from './matching.js';

type Rank = (typeof import('./rank-platforms.js'))['rankPlatforms'];

const loadSearch = lazy(() => import('./rank-platforms.js'));

/** The search query, and the filter by it. */
export class PlatformSearch {
  readonly #requestUpdate: () => void;
  #query = '';
  #rank: Rank | undefined;
  readonly #find = memoizeLast((platforms: readonly Platform[], query: string, rank: Rank | undefined) =>
    rank ? rank(query, platforms) : platforms.filter(({ name }) => matchesQuery(query, name)),
  );

  constructor(requestUpdate: () => void) {
    this.#requestUpdate = requestUpdate;
  }

  get query(): string {
    return this.#query;
  }

  readonly setQuery = (query: string): void => {
    this.#query = query;
    this.#requestUpdate();
  };

  /** Loads the better search when the field gets focus. Until it is here, or if it can't load, plain matching does. */
  readonly preload = (): void => {
    loadSearch().then(
      ({ rankPlatforms: rank }) => {
        this.#rank = rank;
        this.#requestUpdate();
      },
      () => undefined,
    );
  };

  /** The platforms that match the query, best first once the better search is here. */
  filter(platforms: readonly Platform[]): readonly Platform[] {
    return this.#query ? this.#find(platforms, this.#query, this.#rank) : platforms;
  }
}
