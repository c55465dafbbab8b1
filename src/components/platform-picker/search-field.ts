import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';

interface SearchFacts {
  readonly words: Messages['platformPicker'];
  readonly query: string;
  readonly focused: () => void;
  readonly typed: (query: string) => void;
  /** The person is done typing. */
  readonly left: () => void;
}

/** The field to search by, with a visible label and a count that is spoken. */
export function searchField(
  found: number,
  { words, query, focused, typed, left }: SearchFacts,
): TemplateResult {
  const onInput = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) typed(target.value);
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
        @focus=${focused}
        @input=${onInput}
        @change=${left}
      />
    </div>
  `;
}
