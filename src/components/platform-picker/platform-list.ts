import { html, nothing, type TemplateResult } from 'lit';
import type { Platform } from '../../api/schemas/platform.js';
import { longListThreshold } from './groups.js';
import { maxResults } from './shown-platform-tiles.js';
import type { PlatformSearchState } from './search/platform-search-state.js';
import { renderSearchField } from './search/search-field.js';
import { titleOfGroup, renderTileGroup, type TileGroupOptions } from './tile-group.js';

interface PlatformListOptions extends Omit<TileGroupOptions, 'results'> {
  /** Keys of the platforms to show first. */
  readonly featured: readonly string[];
  readonly search: PlatformSearchState;
  /** Called when the person has finished typing: the query, and how many platforms match. */
  readonly onSearched: (query: string, found: number) => void;
}

/** Renders the platforms to choose from in their groups, below a search field if there are many. */
export function renderPlatformList(
  platforms: readonly Platform[],
  { featured, search, onSearched, ...options }: PlatformListOptions,
): TemplateResult {
  const { messages, tiles } = options;
  const { none, noneFor, moreResults, results: countText, resultsFor, showAll } = messages.platformPicker;
  if (platforms.length === 0) return html`<p part="note">${none}</p>`;
  // The host may have left too few platforms for a search field, without which the person can't clear their search.
  const isSearchable = platforms.length >= longListThreshold;
  const query = isSearchable ? search.query : '';
  const found = isSearchable ? search.filter(platforms) : platforms;
  const results = query ? new Set(found.slice(0, maxResults)) : undefined;
  const { expanded } = tiles;
  const foundText = found.length > 0 ? resultsFor(countText(found.length), query) : noneFor(query);
  const expandedText =
    expanded && `${titleOfGroup(expanded, messages)}: ${countText(expanded.platforms.length)}`;
  const announcement = query ? !search.isTyping && foundText : expandedText;
  const groups = tiles.groupsOf(platforms, featured);
  // On a phone, a button stands for the groups after the most used platforms.
  const [first, next] = groups;
  const isFolded = next && first?.title === 'mostUsed' && !query && !tiles.isUnfolded && isSearchable;
  return html`
    ${
      isSearchable
        ? renderSearchField(found.length, {
            messages: messages.platformPicker,
            query,
            onFocus: search.preload,
            onQuery: search.setQuery,
            // Reads the query now, since it may have changed since the render.
            onChange: () => {
              if (search.query) onSearched(search.query, search.filter(platforms).length);
            },
          })
        : nothing
    }
    ${groups.map((group, index) => renderTileGroup(group, { ...options, results, isFolded: isFolded && index > 0 }))}
    ${
      isFolded
        ? html`<button part="button" class="more" type="button" @click=${() => tiles.showMore()}>
            ${showAll(platforms.length)}
          </button>`
        : nothing
    }
    ${found.length > maxResults && query ? html`<p part="note">${moreResults(found.length - maxResults)}</p>` : nothing}
    ${found.length > 0 ? nothing : html`<p part="note">${noneFor(query)}</p>`}
    <p class="visually-hidden" role="status">${announcement || nothing}</p>
  `;
}
