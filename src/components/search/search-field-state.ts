/** Milliseconds after the last letter at which a search counts as finished. */
const pauseMs = 700;

/** What a person types into a search field, and whether they are still at it. A search has its own way to find. */
export abstract class SearchFieldState {
  protected readonly requestUpdate: () => void;
  query = '';
  /**
   * Whether the person may be about to type another letter, with which a screen reader drops whatever it has to say
   * (github.com/alphagov/accessible-autocomplete/pull/355).
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
