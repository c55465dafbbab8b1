/** Milliseconds after the last letter at which a search counts as finished. */
const pauseMs = 700;

/** What a person types into a search field, and whether they are still typing. Subclasses filter by it. */
export abstract class SearchQueryState {
  protected readonly requestUpdate: () => void;
  query = '';
  /**
   * Whether the person may be about to type another letter. Results are announced only afterwards, since each letter
   * makes a screen reader drop what it was about to say (github.com/alphagov/accessible-autocomplete/pull/355).
   */
  isTyping = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(requestUpdate: () => void) {
    this.requestUpdate = requestUpdate;
  }

  readonly setQuery = (query: string): void => {
    this.query = query;
    this.isTyping = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.isTyping = false;
      this.requestUpdate();
    }, pauseMs);
    this.requestUpdate();
  };
}
