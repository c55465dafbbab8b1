import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';

interface SearchFieldOptions {
  readonly words: Messages['platformPicker'];
  readonly query: string;
  readonly onFocus: () => void;
  readonly onQuery: (query: string) => void;
  /** Called on `change`: the person has finished typing. */
  readonly onChange: () => void;
}

/** The search field, with a visible label and a result count in a live region. */
export function searchField(
  found: number,
  { words, query, onFocus, onQuery, onChange }: SearchFieldOptions,
): TemplateResult {
  const onInput = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) onQuery(target.value);
  };
  return html`
    <div part="search" role="search">
      <label for="search">${words.search}</label>
      <span part="small" role="status">${words.results(found)}</span>
      <input
        id="search"
        type="search"
        autocomplete="off"
        spellcheck="false"
        .value=${query}
        @focus=${onFocus}
        @input=${onInput}
        @change=${onChange}
      />
    </div>
  `;
}
