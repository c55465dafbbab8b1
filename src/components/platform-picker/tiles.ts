import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { Messages } from '../../i18n/messages.js';
import { many, standing, type Coming, type Group } from './grouping.js';
import { tile } from './tile.js';

interface TilesFacts {
  /** What was searched for; the rest is hidden, not removed, so that nothing is drawn anew while a person types. */
  readonly found: ReadonlySet<Platform>;
  readonly connections: readonly Connection[];
  readonly words: Pick<Messages, 'platformPicker' | 'sourceTypes'>;
  readonly disabled: boolean;
  readonly choose: (platform: Platform) => void;
}

/** The platforms of one group under its title. */
export function tiles({ title, platforms }: Group, facts: TilesFacts): TemplateResult {
  const { found, connections, words, disabled, choose } = facts;
  const name = title === 'mostUsed' ? words.platformPicker.mostUsed : words.sourceTypes[title];
  const one = (platform: Platform): TemplateResult =>
    tile(platform, {
      standing: standing(connections, platform.key),
      words: words.platformPicker,
      disabled,
      choose: () => choose(platform),
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
        ${platforms.map((platform) => html`<li ?hidden=${!found.has(platform)}>${one(platform)}</li>`)}
      </ul>
    </div>
  `;
}

/** The place of groups while they load, laid out as they will be, so that nothing jumps when they come. */
export function skeleton(groups: readonly Coming[], loading: string): TemplateResult {
  const all = groups.reduce((sum, [tiles]) => sum + tiles, 0);
  return html`
    <p class="visually-hidden" role="status">${loading}</p>
    ${all < many ? nothing : bone()}
    ${groups.map(
      ([tiles, branded]) => html`
        <div class="group ${branded}">
          <div class="group-title"><br /></div>
          <div class="tiles">${Array.from({ length: tiles }, bone)}</div>
        </div>
      `,
    )}
  `;
}

const bone = (): TemplateResult => html`<div part="skeleton"></div>`;
