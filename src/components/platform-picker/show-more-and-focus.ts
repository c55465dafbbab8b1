import type { ReactiveControllerHost } from 'lit';
import type { PlatformGroup } from './grouping.js';
import type { PlatformTiles } from './platform-tiles.js';

/** How many tiles are added in one frame, so that the page stays responsive. */
const sliceSize = 96;

/** Shows the groups after the most used platforms on a phone, or all platforms of a group. Focus moves to the first new tile. */
export async function showMoreAndFocus(
  host: ReactiveControllerHost,
  shown: PlatformTiles,
  group?: PlatformGroup,
): Promise<void> {
  if (group) return showAll(host, shown, group);
  const tiles = [...shown.lists.values()].flatMap(({ element }) => [...element.querySelectorAll('button')]);
  const first = tiles.find((tile) => tile.getClientRects().length === 0);
  shown.isUnfolded = true;
  host.requestUpdate();
  await host.updateComplete;
  first?.focus();
}

/** Some in each frame. */
async function showAll(
  host: ReactiveControllerHost,
  shown: PlatformTiles,
  group: PlatformGroup,
): Promise<void> {
  const { title, platforms } = group;
  const before = shown.countOf(group);
  shown.expanded = group;
  shown.expanding = title;
  for (let count = before; count < platforms.length;) {
    count += sliceSize;
    shown.counts.set(title, count);
    host.requestUpdate();
    await host.updateComplete;
    if (count === before + sliceSize)
      shown.listOf(group).element.querySelectorAll<HTMLElement>('li:not([hidden]) > button')[before]?.focus();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  shown.expanding = undefined;
  host.requestUpdate();
}
