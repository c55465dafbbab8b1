import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import { findLinkedOrPendingConnection, hasConnectionTo } from './groups.js';
import { PlatformTileRenderer, type TileContent } from './platform-tile-renderer.js';

/** A platform that has a tile. During a search, the tiles that don't match are hidden. */
export interface PlatformWithVisibility {
  readonly platform: Platform;
  readonly hidden: boolean;
}

export interface TileListOptions {
  readonly connections: readonly Connection[];
  readonly messages: TileContent['messages'];
  readonly onChoose: (platform: Platform) => void;
}

/** Renders the list of a group's tiles. It keeps each tile that it has created, so that a search hides and shows tiles instead of creating them again. */
export class PlatformTileListRenderer {
  readonly element = document.createElement('ul');
  /** By the platform's key. */
  readonly #tiles = new Map<string, PlatformTileRenderer>();
  #onChoose: TileListOptions['onChoose'] | undefined;

  constructor() {
    this.element.setAttribute('part', 'tiles');
    this.element.className = 'tiles';
    this.element.addEventListener('click', ({ target }) => {
      const pressed = (target as Element).closest('button');
      const tile = [...this.#tiles.values()].find(({ button }) => button === pressed);
      if (tile?.platform && !tile.button.matches(':disabled')) this.#onChoose?.(tile.platform);
    });
  }

  update(tiles: readonly PlatformWithVisibility[], options: TileListOptions): HTMLUListElement {
    const { connections, messages } = options;
    this.#onChoose = options.onChoose;
    let next = this.element.firstElementChild;
    for (const { platform, hidden } of tiles) {
      const tile = this.#ensureTile(platform);
      const { element } = tile;
      tile.update({
        platform,
        connection: findLinkedOrPendingConnection(connections, platform.key),
        messages,
      });
      if (element.hidden !== hidden) element.hidden = hidden;
      element.classList.toggle('own', hasConnectionTo(connections, platform));
      // An item that is in its place isn't moved, since it may have focus.
      if (element === next) next = next.nextElementSibling;
      else this.element.insertBefore(element, next);
    }
    for (const extra of [...this.element.children].slice(tiles.length)) extra.remove();
    return this.element;
  }

  /** The tile of a platform, by its key. */
  tileOf(key: string): HTMLElement | undefined {
    return this.#tiles.get(key)?.button;
  }

  #ensureTile({ key }: Platform): PlatformTileRenderer {
    const tile = this.#tiles.get(key) ?? new PlatformTileRenderer();
    this.#tiles.set(key, tile);
    return tile;
  }
}
