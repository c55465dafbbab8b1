import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { Messages } from '../../i18n/messages.js';
import { searchThreshold, currentConnection, type SkeletonGroup, type PlatformGroup } from './grouping.js';
import { tile } from './tile.js';

interface TilesOptions {
  /** The search results. Other tiles are hidden, not removed, so that images don't reload while a person types. */
  readonly found: ReadonlySet<Platform>;
  readonly connections: readonly Connection[];
  readonly messages: Pick<Messages, 'platformPicker' | 'sourceTypes'>;
  readonly disabled: boolean;
  readonly onChoose: (platform: Platform) => void;
}

/** One group of platforms under its title. */
export function tiles({ title, platforms }: PlatformGroup, options: TilesOptions): TemplateResult {
  const { found, connections, messages, disabled, onChoose } = options;
  const name = title === 'mostUsed' ? messages.platformPicker.mostUsed : messages.sourceTypes[title];
  const renderTile = (platform: Platform): TemplateResult =>
    tile(platform, {
      connection: currentConnection(connections, platform.key),
      messages: messages.platformPicker,
      disabled,
      onChoose: () => onChoose(platform),
    });
  return html`
    <div
      part="group"
      role="group"
      aria-label=${name}
      ?hidden=${!platforms.some((platform) => found.has(platform))}
    >
      <div part="group-title" aria-hidden="true">${name}</div>
      <ul part="tiles">
        ${platforms.map((platform) => html`<li ?hidden=${!found.has(platform)}>${renderTile(platform)}</li>`)}
      </ul>
    </div>
  `;
}

/** Placeholders in the layout of the groups to come, so that the page doesn't shift when they arrive. */
export function skeleton(groups: readonly SkeletonGroup[], loading: string): TemplateResult {
  const tileCount = groups.reduce((sum, [tiles]) => sum + tiles, 0);
  return html`
    <p class="visually-hidden" role="status">${loading}</p>
    ${tileCount < searchThreshold ? nothing : skeletonTile()}
    ${groups.map(
      ([tiles, branded]) => html`
        <div class="group ${branded}">
          <div class="group-title"><br /></div>
          <div class="tiles">${Array.from({ length: tiles }, skeletonTile)}</div>
        </div>
      `,
    )}
  `;
}

const skeletonTile = (): TemplateResult => html`<div part="skeleton"></div>`;
