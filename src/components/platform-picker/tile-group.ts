import { html, nothing, type TemplateResult } from 'lit';
import type { Platform } from '../../api/schemas/platform.js';
import type { Messages } from '../../i18n/messages.js';
import { hasConnectionTo, longListThreshold, type PlatformGroup } from './groups.js';
import type { ShownPlatformTiles } from './shown-platform-tiles.js';
import type { TileListOptions } from './platform-tile-list-renderer.js';

export interface TileGroupOptions extends Omit<TileListOptions, 'messages'> {
  readonly tiles: ShownPlatformTiles;
  /** The results of the search; undefined while nothing is searched for. */
  readonly results: ReadonlySet<Platform> | undefined;
  readonly messages: Pick<Messages, 'platformPicker' | 'sourceTypes'>;
  /** Whether a phone doesn't show the group yet. */
  readonly isFolded?: boolean | undefined;
}

/** One group of platforms under its title, and a button that shows those which have no tile yet. */
export function renderTileGroup(group: PlatformGroup, options: TileGroupOptions): TemplateResult {
  const { tiles, results, messages, isFolded, connections } = options;
  const { platforms } = group;
  const name = titleOfGroup(group, messages);
  const { showAll } = messages.platformPicker;
  const isBegun = platforms.some((platform) => hasConnectionTo(connections, platform));
  const foldedClass = isBegun ? 'partly' : 'folded';
  return html`
    <div
      part="group"
      class=${isFolded ? foldedClass : nothing}
      role="group"
      aria-label=${name}
      ?hidden=${results && !platforms.some((platform) => results.has(platform))}
    >
      <div part="group-title" aria-hidden="true">${name}</div>
      ${tiles.listOf(group).update(tiles.tilesOf(group, results, connections), {
        ...options,
        messages: messages.platformPicker,
      })}
      ${
        !results && tiles.hasMore(group)
          ? html`<button
              part="button"
              type="button"
              aria-label="${showAll(platforms.length)}: ${name}"
              @click=${() => tiles.showMore(group)}
            >
              ${showAll(platforms.length)}
            </button>`
          : nothing
      }
    </div>
  `;
}

/** The title of a group. */
export const titleOfGroup = ({ title }: PlatformGroup, messages: TileGroupOptions['messages']): string =>
  title === 'mostUsed' ? messages.platformPicker.mostUsed : messages.sourceTypes[title];

/**
 * Placeholders in the layout of the groups to come, so that the page doesn't shift when they arrive. `counts` has their
 * numbers of tiles, first that of the featured or most used platforms.
 */
export function renderSkeleton(counts: readonly number[], loading: string): TemplateResult {
  const isLong = counts.reduce((sum, count) => sum + count, 0) >= longListThreshold;
  const isFolded = isLong && counts[0] && counts[1];
  return html`
    <p class="visually-hidden" role="status">${loading}</p>
    ${isLong ? renderPlaceholder('find') : nothing}
    ${counts.map((count, index) =>
      count > 0
        ? html`
            <div class="group ${isFolded && index ? 'folded' : ''}">
              <div class="group-title"></div>
              <div class="tiles">${Array.from({ length: count }, () => renderPlaceholder(''))}</div>
            </div>
          `
        : nothing,
    )}
    ${isFolded ? renderPlaceholder('more') : nothing}
  `;
}

const renderPlaceholder = (name: string): TemplateResult => html`<div part="skeleton" class=${name}></div>`;
