import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../../i18n/messages.js';

interface SearchFieldOptions {
  readonly messages: Messages['platformPicker'];
  readonly query: string;
  readonly onFocus: () => void;
  readonly onQuery: (query: string) => void;
  /** Called on `change`: the person has finished typing. */
  readonly onChange: () => void;
}

/**
 * The search field, with a visible label and the number of results. The number stands between the field and the tiles:
 * while a person types, the screen reader Orca keeps its position at what follows the field. If that were a tile that
 * the search hides, Orca would lose its position and not say what Tab moves to next. `defaultValue` has the query,
 * since Safari resets a field with `autocomplete="off"` to its default when a person comes back to the page.
 */
export function renderSearchField(
  found: number,
  { messages, query, onFocus, onQuery, onChange }: SearchFieldOptions,
): TemplateResult {
  const onInput = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) onQuery(target.value);
  };
  return html`
    <div part="search" role="search">
      <label for="search">${messages.search}</label>
      <input
        id="search"
        type="search"
        autocomplete="off"
        spellcheck="false"
        .value=${query}
        .defaultValue=${query}
        @focus=${onFocus}
        @input=${onInput}
        @change=${onChange}
      />
      <span part="small">${messages.results(found)}</span>
    </div>
  `;
}
