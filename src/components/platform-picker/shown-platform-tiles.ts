import type { ReactiveControllerHost } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import { memoizeLast } from '../memoize-last.js';
import { groupPlatforms, hasConnectionTo, type PlatformGroup } from './groups.js';
import { PlatformTileListRenderer, type PlatformWithVisibility } from './platform-tile-list-renderer.js';

type Title = PlatformGroup['title'];

/** Shows all platforms of `group`; without one, the groups that a phone hides at first. */
type ShowMore = (
  host: ReactiveControllerHost,
  shown: ShownPlatformTiles,
  group?: PlatformGroup,
) => Promise<void>;

/** How many platforms of a group have a tile at first. A group that is only a little larger is shown whole. */
const firstCount = 24;
const maxFirstCount = 30;

/** How many results of a search have a tile. */
export const maxResults = 48;

/**
 * Which platforms have a tile: the first of each group, all of a group once the person asks for them, and those that a
 * search found. A tile stays where it is and is only hidden, so that its image doesn't load again.
 */
export class ShownPlatformTiles {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<{ readonly showMoreAndFocus: ShowMore }>;
  readonly lists = new Map<Title, PlatformTileListRenderer>();
  /** How many platforms of a group have a tile, if more than at first. */
  readonly counts = new Map<Title, number>();
  /** Platforms beyond the first `countOf` of their group that a search found, or to which the company has a connection, in the order in which they were added. */
  readonly #found = new Map<Title, Set<Platform>>();
  /** The most recently expanded group. */
  expanded: PlatformGroup | undefined;
  /** The group that is being shown whole. Its button stays until focus has moved. */
  expanding: Title | undefined;
  /** Whether a phone, too, shows the groups after the most used platforms. */
  isUnfolded = false;

  /** The groups of these platforms. A new list forgets what was found in the previous one. */
  readonly groupsOf = memoizeLast((platforms: readonly Platform[], featured: readonly string[]) => {
    this.#found.clear();
    return groupPlatforms(platforms, featured);
  });

  constructor(host: ReactiveControllerHost, load: () => Promise<{ readonly showMoreAndFocus: ShowMore }>) {
    this.#host = host;
    this.#load = load;
  }

  /** How many platforms of a group are shown while nothing is searched for. */
  countOf({ title, platforms: { length } }: PlatformGroup): number {
    return Math.min(length, this.counts.get(title) ?? (length > maxFirstCount ? firstCount : length));
  }

  /** Whether the group has a button that shows the rest. */
  hasMore(group: PlatformGroup): boolean {
    return this.expanding === group.title || this.countOf(group) < group.platforms.length;
  }

  /**
   * The platforms of a group that have a tile, each with whether it is hidden. `results`: those of a search, if any;
   * without one, a platform to which the company has a connection has a tile wherever it is in its group.
   */
  tilesOf(
    group: PlatformGroup,
    results: ReadonlySet<Platform> | undefined,
    connections: readonly Connection[],
  ): readonly PlatformWithVisibility[] {
    const first = group.platforms.slice(0, this.countOf(group));
    const remaining = new Set(group.platforms.slice(first.length));
    const found = this.#found.get(group.title) ?? new Set();
    this.#found.set(group.title, found);
    const isWanted = (platform: Platform): boolean =>
      results?.has(platform) ?? hasConnectionTo(connections, platform);
    for (const platform of first) found.delete(platform);
    for (const platform of results ?? remaining)
      if (remaining.has(platform) && isWanted(platform)) found.add(platform);
    return [...first, ...found].map((platform) => ({
      platform,
      hidden: !isWanted(platform) && (!!results || found.has(platform)),
    }));
  }

  /** The list of a group's tiles. */
  listOf({ title }: PlatformGroup): PlatformTileListRenderer {
    const list = this.lists.get(title) ?? new PlatformTileListRenderer();
    this.lists.set(title, list);
    return list;
  }

  /** The tile of a platform, by its key. */
  tileOf(key: string): HTMLElement | undefined {
    return [...this.lists.values()].map((list) => list.tileOf(key)).find(Boolean);
  }

  /** Shows all platforms of `group`; without one, the groups that a phone hides at first. If the module for it can't be loaded, the button can be pressed again. */
  showMore(group?: PlatformGroup): void {
    this.#load().then(
      ({ showMoreAndFocus }) => showMoreAndFocus(this.#host, this, group),
      () => undefined,
    );
  }
}
