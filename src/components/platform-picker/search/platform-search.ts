import type { Platform } from '../../../api/schemas/platform.js';
import { lazy } from '../../../browser/loading/lazy.js';
import { memoizeLast } from '../../memoize-last.js';
import { containsQueryWords } from './matching.js';

type Rank = (typeof import('./search-platforms.js'))['searchPlatforms'];

const loadSearch = lazy(() => import('./search-platforms.js'));

/** Milliseconds after the last letter at which a search counts as finished. */
const typingPause = 700;

/** The search query, and the filter by it. */
export class PlatformSearch {
  readonly #requestUpdate: () => void;
  #query = '';
  #isTyping = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #rank: Rank | undefined;
  readonly #find = memoizeLast((platforms: readonly Platform[], query: string, rank: Rank | undefined) =>
    rank ? rank(query, platforms) : platforms.filter(({ name }) => containsQueryWords(name, query)),
  );

  constructor(requestUpdate: () => void) {
    this.#requestUpdate = requestUpdate;
  }

  get query(): string {
    return this.#query;
  }

  /**
   * Whether the person may be about to type another letter, with which a screen reader drops whatever it has to say
   * (github.com/alphagov/accessible-autocomplete/pull/355).
   */
  get isTyping(): boolean {
    return this.#isTyping;
  }

  readonly setQuery = (query: string): void => {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#set(query, false), typingPause);
    this.#set(query, true);
  };

  #set(query: string, isTyping: boolean): void {
    this.#query = query;
    this.#isTyping = isTyping;
    this.#requestUpdate();
  }

  /** Loads the better search when the field gets focus. Until it is here, or if it can't load, plain matching does. */
  readonly preload = (): void => {
    loadSearch().then(
      ({ searchPlatforms: rank }) => {
        this.#rank = rank;
        this.#requestUpdate();
      },
      () => undefined,
    );
  };

  /**
   * The platforms that match the query, best first once the better search is here. That one indexes the platforms in its
   * first call, which an empty query makes too, so that the first letter doesn't wait for the index.
   */
  filter(platforms: readonly Platform[]): readonly Platform[] {
    return this.#rank || this.#query ? this.#find(platforms, this.#query, this.#rank) : platforms;
  }
}
