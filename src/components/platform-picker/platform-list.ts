import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { Messages } from '../../i18n/messages.js';
import { groupPlatforms, searchThreshold } from './grouping.js';
import type { PlatformSearch } from './platform-search.js';
import { searchField } from './search-field.js';
import { tiles } from './tiles.js';

interface PlatformListOptions {
  readonly messages: Pick<Messages, 'common' | 'platformPicker' | 'sourceTypes'>;
  /** Keys of the platforms to show first. */
  readonly featured: readonly string[];
  readonly connections: readonly Connection[];
  readonly disabled: boolean;
  readonly search: PlatformSearch;
  /** Called when the person has finished typing: the query, and how many platforms match. */
  readonly onSearched: (query: string, found: number) => void;
  readonly onChoose: (platform: Platform) => void;
}

/** The platforms to choose from, in their groups. Many of them have a search field above. */
export function platformList(
  platforms: readonly Platform[],
  { messages, featured, search, onSearched, ...options }: PlatformListOptions,
): TemplateResult {
  const { platformPicker } = messages;
  if (platforms.length === 0) return html`<p part="note">${platformPicker.none}</p>`;
  const { query } = search;
  const found = new Set(search.filter(platforms));
  return html`
    ${
      platforms.length >= searchThreshold
        ? searchField(found.size, {
            messages: platformPicker,
            query,
            onFocus: search.preload,
            onQuery: search.setQuery,
            // Read now: it may have changed since this was rendered.
            onChange: () => {
              if (search.query) onSearched(search.query, search.filter(platforms).length);
            },
          })
        : nothing
    }
    ${groupPlatforms(platforms, featured).map((group) => tiles(group, { ...options, messages, found }))}
    <p part="note" ?hidden=${found.size > 0}>${platformPicker.noneFor(query)}</p>
  `;
}
