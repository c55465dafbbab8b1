import { render } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import { onImageLoadOrError } from '../logo.js';
import { findCurrentConnection, hasConnectionTo } from './grouping.js';
import { tile, type TileOptions } from './tile.js';

/** A platform that has a tile. During a search, the tiles that don't match are hidden. */
export interface TileVisibility {
  readonly platform: Platform;
  readonly hidden: boolean;
}

export interface TileListOptions {
  readonly connections: readonly Connection[];
  readonly messages: TileOptions['messages'];
  readonly disabled: boolean;
  readonly onChoose: (platform: Platform) => void;
}

interface Item {
  readonly element: HTMLLIElement;
  /** The values with which its tile was rendered. */
  shown?: TileOptions;
}

/**
 * The list of a group's tiles. It keeps each item and renders a tile only if it changed, so that a key typed in the
 * search only hides and shows items.
 */
export class TileList {
  readonly element = document.createElement('ul');
  /** By the platform's key. */
  readonly #items = new Map<string, Item>();
  #onChoose: TileListOptions['onChoose'] | undefined;

  constructor() {
    this.element.setAttribute('part', 'tiles');
    this.element.className = 'tiles';
    this.element.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      const item = [...this.#items.values()].find(({ element }) => element === button?.parentElement);
      if (item?.shown && !button?.disabled) this.#onChoose?.(item.shown.platform);
    });
    // They don't bubble.
    for (const type of ['load', 'error']) this.element.addEventListener(type, onImageLoadOrError, true);
  }

  update(tiles: readonly TileVisibility[], options: TileListOptions): HTMLUListElement {
    const { connections, messages, disabled } = options;
    this.#onChoose = options.onChoose;
    let next = this.element.firstElementChild;
    for (const { platform, hidden } of tiles) {
      const item = this.#itemOf(platform);
      const { element } = item;
      renderTile(item, {
        platform,
        connection: findCurrentConnection(connections, platform.key),
        messages,
        disabled,
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
  tileOf(key: string): HTMLElement | null | undefined {
    return this.#items.get(key)?.element.querySelector('button');
  }

  #itemOf(platform: Platform): Item {
    const item = this.#items.get(platform.key) ?? { element: document.createElement('li') };
    this.#items.set(platform.key, item);
    return item;
  }
}

function renderTile(item: Item, options: TileOptions): void {
  const { shown } = item;
  if (shown && (Object.keys(options) as (keyof TileOptions)[]).every((name) => shown[name] === options[name]))
    return;
  item.shown = options;
  render(tile(options), item.element);
}
