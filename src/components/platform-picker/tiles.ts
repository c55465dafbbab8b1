import { html, nothing, type TemplateResult } from 'lit';
import type { Platform } from '../../api/schemas/platform.js';
import type { Messages } from '../../i18n/messages.js';
import { searchThreshold, type PlatformGroup } from './grouping.js';
import type { ShownPlatforms } from './shown-platforms.js';
import type { TileListOptions } from './tile-list.js';

export interface TilesOptions extends Omit<TileListOptions, 'messages'> {
  readonly shown: ShownPlatforms;
  /** The results of the search; undefined while nothing is searched for. */
  readonly results: ReadonlySet<Platform> | undefined;
  readonly messages: Pick<Messages, 'platformPicker' | 'sourceTypes'>;
}

/** One group of platforms under its title, and a button that shows those which have no tile yet. */
export function tiles(group: PlatformGroup, options: TilesOptions): TemplateResult {
  const { shown, results, messages } = options;
  const { platforms } = group;
  const name = groupName(group, messages);
  const { showAll } = messages.platformPicker;
  return html`
    <div
      part="group"
      role="group"
      aria-label=${name}
      ?hidden=${results && !platforms.some((platform) => results.has(platform))}
    >
      <div part="group-title" aria-hidden="true">${name}</div>
      ${shown
        .listOf(group)
        .update(shown.tilesOf(group, results), { ...options, messages: messages.platformPicker })}
      ${
        !results && shown.hasMore(group)
          ? html`<button
              part="button"
              type="button"
              aria-label="${showAll(platforms.length)}: ${name}"
              @click=${() => void shown.showAll(group)}
            >
              ${showAll(platforms.length)}
            </button>`
          : nothing
      }
    </div>
  `;
}

/** The title of a group. */
export const groupName = ({ title }: PlatformGroup, messages: TilesOptions['messages']): string =>
  title === 'mostUsed' ? messages.platformPicker.mostUsed : messages.sourceTypes[title];

/** Placeholders in the layout of the groups to come, so that the page doesn't shift when they arrive. */
export function skeleton(
  groups: readonly number[],
  { loading, hasMostUsed }: { readonly loading: string; readonly hasMostUsed: boolean },
): TemplateResult {
  const isLong = groups.reduce((sum, tiles) => sum + tiles) >= searchThreshold;
  const isFolded = isLong && hasMostUsed;
  return html`
    <p class="visually-hidden" role="status">${loading}</p>
    ${isLong ? skeletonTile() : nothing}
    ${groups.map(
      (tiles, index) => html`
        <div class=${isFolded && index > 0 ? 'group folded' : 'group'}>
          <div class="group-title"><br /></div>
          <div class="tiles">${Array.from({ length: tiles }, skeletonTile)}</div>
        </div>
        ${isFolded && index === 0 ? html`<div part="skeleton" class="more"></div>` : nothing}
      `,
    )}
  `;
}

const skeletonTile = (): TemplateResult => html`<div part="skeleton"></div>`;
