import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openStorybook, type HostPageTheme, type Storybook } from './storybook.js';

/**
 * Takes a picture of every story, light and dark, at the widths of a phone and of a laptop, and lays them out on a
 * contact sheet: `pictures/index.html`, and as images. `npm run pictures -- list` takes those whose id has `list` in it.
 */
const folder = fileURLToPath(new URL('../pictures/', import.meta.url));
const themes: readonly HostPageTheme[] = ['light', 'dark'];
const widths = [360, 1280] as const;

/** How many stories fit an image of the sheet. */
const storiesPerSheet = 4;

const storybook = await openStorybook();
const wanted = storybook.stories.filter((id) => id.includes(process.argv[2] ?? ''));
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
try {
  const failed = (
    await Promise.all(themes.flatMap((theme) => widths.map((width) => takePictures(storybook, theme, width))))
  ).flat();
  await writeFile(`${folder}index.html`, sheetOf(wanted));
  await printSheets(storybook);
  console.log(
    `${wanted.length * themes.length * widths.length - failed.length} pictures: pictures/index.html`,
  );
  if (failed.length > 0) throw new Error(`These stories did not finish:\n${failed.join('\n')}`);
} finally {
  await storybook.close();
}

/** Takes a picture of each story. Resolves with those that did not finish. */
async function takePictures(storybook: Storybook, theme: HostPageTheme, width: number): Promise<string[]> {
  const story = await storybook.open(theme, { viewport: { width, height: 740 }, reducedMotion: 'reduce' });
  const failed: string[] = [];
  for (const id of wanted) {
    if ((await story.show(id))?.status !== 'success') failed.push(`${id}, ${theme}, ${width} px`);
    await story.page.waitForFunction(imagesAreHere);
    await story.page.screenshot({ path: folder + nameOf(id, width, theme), fullPage: true });
  }
  await story.context.close();
  return failed;
}

/** In the page: logos may arrive after the story was played; those further down, or not shown, don't before one sees them. */
function imagesAreHere(): boolean {
  return [...document.querySelectorAll('.host-page *')]
    .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('img') ?? [])])
    .filter((image) => image.checkVisibility() && image.getBoundingClientRect().top <= innerHeight)
    .every((image) => image.complete);
}

function nameOf(id: string, width: number, theme: HostPageTheme): string {
  return `${id}-${width}-${theme}.png`;
}

function sheetOf(ids: readonly string[]): string {
  const row = (id: string): string => `
    <section>
      <h2>${id}</h2>
      ${themes.flatMap((theme) => widths.map((width) => `<img class="w${width}" src="${nameOf(id, width, theme)}" alt="${theme}, ${width} pixels wide" />`)).join('')}
    </section>`;
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Every story</title>
  <style>
    body { margin: 1rem; font: 0.875rem/1.4 system-ui, sans-serif; background: #ddd; color: #000 }
    section { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: start; margin-block-end: 2rem }
    h2 { flex: 1 0 100%; margin: 0; font-size: 1rem }
    img { max-block-size: 24rem; object-fit: cover; object-position: top; border: 1px solid #999 }
    .w360 { inline-size: 11.25rem }
    .w1280 { inline-size: 26rem }
  </style>
  ${ids.map(row).join('')}
</html>
`;
}

/** Takes a picture of the sheet, for people without a browser. */
async function printSheets(storybook: Storybook): Promise<void> {
  const { context, page } = await storybook.open('light', { viewport: { width: 1300, height: 900 } });
  for (let first = 0; first < wanted.length; first += storiesPerSheet) {
    const name = `sheet-${String(first / storiesPerSheet + 1).padStart(2, '0')}`;
    await writeFile(`${folder}${name}.html`, sheetOf(wanted.slice(first, first + storiesPerSheet)));
    await page.goto(`file://${folder}${name}.html`);
    await page.screenshot({ path: `${folder}${name}.png`, fullPage: true });
    await rm(`${folder}${name}.html`);
  }
  await context.close();
}
