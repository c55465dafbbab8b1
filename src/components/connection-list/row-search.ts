import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import { containsQueryWords } from '../search/matching.js';
import { SearchQueryState } from '../search/search-query-state.js';
import type { ConnectionRow } from './connection-rows.js';

/** From this many connections on, there is a search field. */
const searchThreshold = 12;

interface RowSearchOptions {
  readonly messages: Messages['connectionList'];
  /** The id of the connection that is shown whatever the query, such as the one whose journey is shown. */
  readonly pinnedId: string | undefined;
}

/** The search for a connection by platform, organisation or status. */
export class RowSearch extends SearchQueryState {
  /** The rows that match the query; all of them if there are too few for a search. */
  filter(rows: readonly ConnectionRow[], { messages, pinnedId }: RowSearchOptions): readonly ConnectionRow[] {
    if (!this.query || rows.length < searchThreshold) return rows;
    return rows.filter(
      ({ connection: { id, platformName, organisation }, statusView: { status } }) =>
        id === pinnedId ||
        containsQueryWords(`${platformName} ${organisation ?? ''} ${messages.statuses[status]}`, this.query),
    );
  }

  /** The field with its label, and how many of the rows match. The attribute `value` is set too, since Safari resets the field to it when a person comes back to the page. */
  render(
    rows: readonly ConnectionRow[],
    found: number,
    { search, results, noneFor }: Messages['connectionList'],
  ): TemplateResult | typeof nothing {
    if (rows.length < searchThreshold) return nothing;
    const { query, isTyping } = this;
    const result = found > 0 ? `${results(found)}: ${query}` : noneFor(query);
    return html`
      <div part="search" role="search">
        <label for="search">${search}</label>
        <span part="small">${results(found)}</span>
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck="false"
          .value=${query}
          .defaultValue=${query}
          @input=${this.#onInput}
        />
      </div>
      <p part="note" ?hidden=${found > 0}>${noneFor(query)}</p>
      <p class="visually-hidden" role="status">${query && !isTyping ? result : nothing}</p>
    `;
  }

  readonly #onInput = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.setQuery(target.value);
  };
}
