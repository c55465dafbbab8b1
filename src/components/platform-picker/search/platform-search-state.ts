import type { Platform } from '../../../api/schemas/platform.js';
import { lazy } from '../../../browser/loading/lazy.js';
import { memoizeLast } from '../../memoize-last.js';
import { containsQueryWords } from '../../search/matching.js';
import { SearchQueryState } from '../../search/search-query-state.js';

type SearchPlatforms = (typeof import('./search-platforms.js'))['searchPlatforms'];

const loadSearch = lazy(() => import('./search-platforms.js'));

/** Holds the search query, and filters the platforms by it. */
export class PlatformSearchState extends SearchQueryState {
  #search: SearchPlatforms | undefined;
  readonly #find = memoizeLast((platforms: readonly Platform[], query: string, search?: SearchPlatforms) =>
    search ? search(query, platforms) : platforms.filter(({ name }) => containsQueryWords(name, query)),
  );

  /** Loads the better search when the field gets focus. Until it has loaded, or if it can't, `containsQueryWords` matches the names. */
  readonly preload = (): void => {
    loadSearch().then(
      ({ searchPlatforms }) => {
        this.#search = searchPlatforms;
        this.requestUpdate();
      },
      () => undefined,
    );
  };

  /**
   * The platforms that match the query, best first once the better search has loaded. Its first call indexes the
   * platforms. An empty query calls it too, so that the first letter doesn't wait for the index.
   */
  filter(platforms: readonly Platform[]): readonly Platform[] {
    return this.#search || this.query ? this.#find(platforms, this.query, this.#search) : platforms;
  }
}
