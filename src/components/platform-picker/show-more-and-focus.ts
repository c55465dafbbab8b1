import type { ReactiveControllerHost } from 'lit';
import type { PlatformGroup } from './groups.js';
import type { ShownPlatformTiles } from './shown-platform-tiles.js';

/** How many tiles are added in one frame, so that the page stays responsive. */
const sliceSize = 96;

/** Shows all platforms of `group` or, if it is left out, the groups that a phone hides at first. Moves focus to the first new tile. */
export async function showMoreAndFocus(
  host: ReactiveControllerHost,
  tiles: ShownPlatformTiles,
  group?: PlatformGroup,
): Promise<void> {
  if (group) return showAll(host, tiles, group);
  const buttons = [...tiles.lists.values()].flatMap(({ element }) => [...element.querySelectorAll('button')]);
  const firstHidden = buttons.find((button) => button.getClientRects().length === 0);
  tiles.isUnfolded = true;
  host.requestUpdate();
  await host.updateComplete;
  firstHidden?.focus();
}

/** Adds some tiles in each frame. Focus moves to the first of them. */
async function showAll(
  host: ReactiveControllerHost,
  tiles: ShownPlatformTiles,
  group: PlatformGroup,
): Promise<void> {
  const { title, platforms } = group;
  const before = tiles.countOf(group);
  tiles.expanded = group;
  tiles.expanding = title;
  for (let count = before; count < platforms.length;) {
    count += sliceSize;
    tiles.counts.set(title, count);
    host.requestUpdate();
    await host.updateComplete;
    if (count === before + sliceSize)
      tiles.listOf(group).element.querySelectorAll<HTMLElement>('li:not([hidden]) > button')[before]?.focus();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  tiles.expanding = undefined;
  host.requestUpdate();
}
