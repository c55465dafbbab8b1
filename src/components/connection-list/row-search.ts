import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import { containsQueryWords } from '../platform-picker/search/matching.js';
import type { ConnectionRow } from './connection-rows.js';

/** From this many connections on, there is a search field. */
const searchThreshold = 12;

/** Milliseconds after the last letter at which the result is announced. */
const typingPauseMs = 700;

interface RowSearchOptions {
  readonly messages: Messages['connectionList'];
  /** The row that is shown whatever the query, such as the one whose journey is shown. */
  readonly pinned: string | undefined;
}

/** The search for a connection by platform, organisation or status. */
export class RowSearch {
  readonly #requestUpdate: () => void;
  #query = '';
  /** The query of a while ago. While it differs, the person is typing, and a screen reader would drop what it has to say. */
  #announced = '';

  constructor(requestUpdate: () => void) {
    this.#requestUpdate = requestUpdate;
  }

  /** The rows that match the query; all of them if there are too few for a search. */
  filter(rows: readonly ConnectionRow[], { messages, pinned }: RowSearchOptions): readonly ConnectionRow[] {
    if (!this.#query || rows.length < searchThreshold) return rows;
    return rows.filter(
      ({ connection: { id, platformName, organisation }, statusView: { status } }) =>
        id === pinned ||
        containsQueryWords(`${platformName} ${organisation ?? ''} ${messages.statuses[status]}`, this.#query),
    );
  }

  /** The field with its label, and how many of the rows match. */
  render(
    rows: readonly ConnectionRow[],
    found: number,
    { search, results, noneFor }: Messages['connectionList'],
  ): TemplateResult | typeof nothing {
    if (rows.length < searchThreshold) return nothing;
    return html`
      <div part="search" role="search">
        <label for="search">${search}</label>
        <span part="small">${results(found)}</span>
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck="false"
          .value=${this.#query}
          @input=${this.#onInput}
        />
      </div>
      <p part="note" ?hidden=${found > 0}>${noneFor(this.#query)}</p>
      <p class="visually-hidden" role="status">
        ${this.#query && this.#announced === this.#query ? (found ? `${results(found)}: ${this.#query}` : noneFor(this.#query)) : nothing}
      </p>
    `;
  }

  readonly #onInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const query = (this.#query = target.value);
    this.#requestUpdate();
    setTimeout(() => {
      this.#announced = query;
      this.#requestUpdate();
    }, typingPauseMs);
  };
}
