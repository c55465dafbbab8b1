import type { Locator, Page } from 'playwright-core';

/** A connection as a list of ours shows it. */
export interface RowSnapshot {
  readonly platform: string;
  readonly organisation: string;
  readonly status: string;
  /** Whether it is shown as well. */
  readonly connected: boolean;
  readonly reason: string;
  /** What can be done by a button in the row, and what by its menu. */
  readonly inRow: readonly string[];
  readonly inMenu: readonly string[];
}

/** A platform as a picker of ours shows it. */
export interface TileSnapshot {
  readonly platform: string;
  readonly connected: boolean;
  readonly enabled: boolean;
  /** The maker's own button in the step before sign-in, where it is shown. */
  readonly branded: ButtonSnapshot | undefined;
}

/** A maker's own connect button: two pictures, of which one shows. */
export interface ButtonSnapshot {
  readonly loaded: boolean;
  /** Which of the two shows when nobody points at it, and when somebody does. */
  readonly atRest: readonly boolean[];
  readonly pointedAt: readonly boolean[];
  /** What was done to the pictures that is no mere scaling. */
  readonly altered: readonly string[];
}

/** What there is of ours on a page. */
export interface PageSnapshot {
  readonly elements: number;
  readonly rows: readonly RowSnapshot[];
  readonly tiles: readonly TileSnapshot[];
  /** All that our elements say. */
  readonly text: string;
}

/** Our elements, as they are registered without a prefix. */
const ours = ['platform-picker', 'connection-list', 'sync-progress', 'connection-result'];

/** Takes a snapshot of a page once its elements have loaded. Open shadow roots are no obstacle. */
export async function takeSnapshot(page: Page): Promise<PageSnapshot> {
  const elements = page.locator(ours.join());
  await page.waitForFunction(
    (ours) =>
      [...document.querySelectorAll(ours)].every(
        (element) => element.shadowRoot && !element.matches(':state(loading)'),
      ),
    ours.join(),
  );
  const tiles = await page.locator('[part~="tile"]').all();
  return {
    elements: await elements.count(),
    rows: await rowsOf(page),
    tiles: await tilesOf(tiles),
    text: (await elements.evaluateAll((all) => all.map(({ shadowRoot }) => shadowRoot?.textContent))).join(
      ' ',
    ),
  };
}

async function rowsOf(page: Page): Promise<RowSnapshot[]> {
  // A menu has its items once its button is approached.
  await page
    .locator('[part~="menu-button"]')
    .evaluateAll((buttons) => buttons.forEach((button) => button.dispatchEvent(new Event('pointerenter'))));
  return page.locator('[part~="row"][data-row]').evaluateAll((rows) =>
    rows.map((row) => ({
      platform: row.querySelector('[part~="name"]')?.textContent.split('·')[0]?.trim() ?? '',
      organisation: row.querySelector('[part~="organisation"]')?.textContent.trim() ?? '',
      status: row.querySelector('[part~="status"]')?.textContent.trim() ?? '',
      connected: row.querySelector('[part~="status"]')?.getAttribute('data-tone') === 'success',
      reason: row.querySelector('[part~="why"]')?.textContent.trim() ?? '',
      inRow: [...row.querySelectorAll('[part~="way"][data-action]')].map(
        (button) => button.getAttribute('data-action') ?? '',
      ),
      inMenu: [...row.querySelectorAll('[part~="menu-item"][data-action]')].map(
        (button) => button.getAttribute('data-action') ?? '',
      ),
    })),
  );
}

/** One after the other, since each opens the step before sign-in. */
async function tilesOf(tiles: readonly Locator[]): Promise<TileSnapshot[]> {
  const snapshots: TileSnapshot[] = [];
  for (const tile of tiles) snapshots.push(await tileOf(tile));
  return snapshots;
}

async function tileOf(tile: Locator): Promise<TileSnapshot> {
  const seen = {
    platform: (await tile.locator('[part~="name"]').textContent()) ?? '',
    connected: (await tile.locator('[part~="mark-text"][data-tone="success"]').count()) > 0,
    enabled: await tile.isEnabled(),
  };
  return { ...seen, branded: seen.enabled && makesButton(seen) ? await brandedOf(tile) : undefined };
}

/** Whether the maker of a platform has a button of its own, which stands in the step before sign-in. */
const makesButton = ({ platform }: Pick<TileSnapshot, 'platform'>): boolean =>
  /^quick ?books\b/i.test(platform);

/** Opens the step before sign-in, and leads back. */
async function brandedOf(tile: Locator): Promise<ButtonSnapshot | undefined> {
  await tile.click();
  const panel = tile.page().locator('platform-picker [part~="panel"]');
  await panel.waitFor();
  const branded = panel.locator('[part~="branded"]');
  const snapshot = (await branded.count()) > 0 ? await buttonOf(branded) : undefined;
  await panel.locator('[part~="back"]').click();
  await tile.waitFor();
  return snapshot;
}

async function buttonOf(button: Locator): Promise<ButtonSnapshot> {
  const pictures = button.locator('img');
  const showing = async (): Promise<boolean[]> =>
    Promise.all((await pictures.all()).map((picture) => picture.isVisible()));
  await button.scrollIntoViewIfNeeded();
  // Until it has loaded, or failed to, a picture takes no room and counts as hidden.
  await pictures.evaluateAll((all) =>
    Promise.allSettled(all.map((picture) => (picture as HTMLImageElement).decode())),
  );
  await button.page().mouse.move(0, 0);
  const atRest = await showing();
  await button.hover();
  const pointedAt = await showing();
  await button.page().mouse.move(0, 0);
  return {
    loaded: await pictures.evaluateAll((all) =>
      all.every((picture) => picture instanceof HTMLImageElement && picture.naturalWidth > 0),
    ),
    atRest,
    pointedAt,
    altered: await pictures.evaluateAll((all) =>
      all.flatMap((picture) => {
        const { filter, opacity, transform, borderRadius, mixBlendMode, objectFit } =
          getComputedStyle(picture);
        const { naturalWidth, naturalHeight } = picture as HTMLImageElement;
        const { width, height } = picture.getBoundingClientRect();
        const stretched = Math.abs(width / height - naturalWidth / naturalHeight) > 0.02;
        return [
          ...(filter === 'none' ? [] : ['filtered']),
          ...(opacity === '1' ? [] : ['see-through']),
          ...(transform === 'none' ? [] : ['transformed']),
          ...(borderRadius === '0px' ? [] : ['rounded']),
          ...(mixBlendMode === 'normal' ? [] : ['blended']),
          ...(stretched && !['contain', 'scale-down'].includes(objectFit) ? ['stretched or cut'] : []),
        ];
      }),
    ),
  };
}
