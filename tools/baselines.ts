import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { openStorybook, type HostPageTheme } from './storybook.js';

/**
 * Compares the main states with how they looked when someone last looked at them. `npm run test:pictures` tells what
 * differs, `npm run pictures:accept` takes the new looks as the right ones.
 *
 * Machines and browsers draw letters and edges a little differently. So the browser is the one that comes with
 * `npm ci` on Linux x64, and elsewhere nothing is compared; the font is ours; pictures are halved before they are
 * compared; and only a cluster of differing points counts, such as another icon or the colour of a line makes.
 */
const states: readonly string[] = [
  'platform-picker--accounting',
  'platform-picker--few-platforms',
  'platform-picker--loading',
  'platform-picker--signing-in',
  'platform-picker--window-blocked',
  'platform-picker--connected',
  'platform-picker-errors--unsupported',
  'connection-list--every-status',
  'connection-list--asking-to-disconnect',
  'connection-list--empty',
  'sync-progress--enough',
  'sync-progress--complete',
  'connection-result--connected',
  'powered-by-codat--words',
];
const shots = [
  { theme: 'light', width: 360 },
  { theme: 'dark', width: 1280 },
] as const satisfies readonly { theme: HostPageTheme; width: number }[];

/** How many points of each side become one. */
const reduction = 2;
/** The most points that may differ among the 64 of any square of eight by eight. */
const maxDifferentPoints = 6;

const folder = fileURLToPath(new URL('../test/pictures/', import.meta.url));
const differingFolder = fileURLToPath(new URL('../pictures/differing/', import.meta.url));
const accepts = process.argv.includes('accept');
// Letters differ from one Chromium to another: the pictures are those of the one that npm brings.
delete process.env['CHROME_PATH'];

const fontFaceOf = async (weight: 400 | 600): Promise<string> => {
  const file = `../node_modules/@fontsource/open-sans/files/open-sans-latin-${weight}-normal.woff2`;
  const font = await readFile(new URL(file, import.meta.url), 'base64');
  return `@font-face { font-family: Pictured; src: url(data:font/woff2;base64,${font}); font-weight: ${weight} }`;
};
const fontStyles = `
  ${await fontFaceOf(400)}
  ${await fontFaceOf(600)}
  .host-page { font-family: Pictured !important }
`;

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log('Pictures are compared on Linux x64 only, whose browser comes with npm ci.');
  process.exit(0);
}

const storybook = await openStorybook();
await mkdir(folder, { recursive: true });
await rm(differingFolder, { recursive: true, force: true });
await mkdir(differingFolder, { recursive: true });
const faults: string[] = [];
try {
  for (const { theme, width } of shots) {
    const story = await storybook.open(theme, {
      viewport: { width, height: 740 },
      reducedMotion: 'reduce',
      timezoneId: 'UTC',
    });
    await story.context.clock.setFixedTime('2026-03-04T10:00:00Z');
    for (const id of states) {
      const name = `${id}-${width}-${theme}.png`;
      if ((await story.show(id))?.status !== 'success') {
        faults.push(`${name}: the story did not finish`);
        continue;
      }
      await story.page.addStyleTag({ content: fontStyles });
      await story.page.evaluate(hideVariableContent);
      const now = downscale(PNG.sync.read(await story.page.screenshot()));
      if (accepts) await writeFile(folder + name, PNG.sync.write(now));
      else faults.push(...(await findDifferences(name, now)));
    }
    await story.context.close();
  }
} finally {
  await storybook.close();
}
if (faults.length > 0) {
  console.error(`${faults.join('\n')}\nSee pictures/differing. Accept them by: npm run pictures:accept`);
  process.exitCode = 1;
}
console.log(`${states.length * shots.length - faults.length} passed, ${faults.length} failed`);

/** Waits for the font, and hides what differs each time: images with letters, which can't use it, and references. */
async function hideVariableContent(): Promise<void> {
  for (const { shadowRoot } of document.querySelectorAll('.host-page *')) {
    for (const image of shadowRoot?.querySelectorAll('img') ?? []) image.style.visibility = 'hidden';
    for (const reference of shadowRoot?.querySelectorAll('[part~="reference"]') ?? [])
      reference.textContent = 'Reference';
  }
  await document.fonts.ready;
}

async function findDifferences(name: string, now: PNG): Promise<string[]> {
  if (!existsSync(folder + name)) return [`${name}: has never been accepted`];
  const { width, height, data } = PNG.sync.read(await readFile(folder + name));
  if (now.width !== width || now.height !== height) return [`${name}: has another size`];
  const marked = new PNG({ width, height });
  const compare = (output: Buffer | null): number =>
    pixelmatch(data, now.data, output, width, height, { threshold: 0.05, includeAA: true, windowSize: 8 });
  const differentPoints = compare(null);
  if (differentPoints <= maxDifferentPoints) return [];
  compare(marked.data);
  await writeFile(differingFolder + name, PNG.sync.write(marked));
  return [`${name}: up to ${differentPoints} points in a square differ`];
}

/** The picture at half its width and height, each point the mean of those it stands for. */
function downscale({ width, height, data }: PNG): PNG {
  const small = new PNG({ width: Math.floor(width / reduction), height: Math.floor(height / reduction) });
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let dy = 0; dy < reduction; dy++)
          for (let dx = 0; dx < reduction; dx++)
            sum += data[((y * reduction + dy) * width + x * reduction + dx) * 4 + channel] ?? 0;
        small.data[(y * small.width + x) * 4 + channel] = Math.round(sum / reduction ** 2);
      }
    }
  }
  return small;
}
