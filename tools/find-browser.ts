import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How to start the Chromium that was found. */
export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
}

const installedPaths: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  ],
};

/** Keep the browser's own requests off the network while tests run. */
const quietArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
];

/** Chromium refuses to sandbox itself for root. */
const sandboxArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Finds a Chromium to test with: `CHROME_PATH`, on Linux x64 the one that `npm ci` brings, else one that is installed.
 * The one that npm brings is the same on every machine, and has no windows to draw, which halves the time.
 * Throws with the one line that says how to get one.
 */
export async function findBrowser(): Promise<Browser> {
  if (!process.env['CHROME_PATH'] && process.platform === 'linux' && process.arch === 'x64') return unpack();
  const found = findInstalledBrowser();
  if (found) return found;
  throw new Error('No Chromium was found: install Google Chrome or Chromium, or set CHROME_PATH to one.');
}

/**
 * Finds a Chromium as people have it, with windows and a back/forward cache: `CHROME_PATH`, or one that is installed.
 * Throws if `CHROME_PATH` names no program.
 */
export function findInstalledBrowser(): Browser | undefined {
  const named = process.env['CHROME_PATH'];
  if (named && !isExecutable(named))
    throw new Error(`CHROME_PATH is ${named}, which is not an executable file.`);
  const executablePath = named ?? installedPaths[process.platform]?.find(isExecutable);
  return executablePath === undefined ? undefined : { executablePath, args: [...quietArgs, ...sandboxArgs] };
}

/** Unpacks the packed Chromium once for each version, since what it leaves in the temporary folder outlives an upgrade. */
async function unpack(): Promise<Browser> {
  const home = fileURLToPath(new URL('../node_modules/', import.meta.url));
  const packed = join(home, '@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = join(home, `.cache/chromium-${version}`);
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) await unpackInto(folder, join(packed, 'bin/al2023.tar.br'));
  provideLibraries(folder, executablePath);
  // Without a process that plays the graphics card, pages take a tenth less.
  return { executablePath, args: [...quietArgs, '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] };
}

async function unpackInto(folder: string, libraries: string): Promise<void> {
  const partialFolder = `${folder}.${process.pid}`;
  mkdirSync(partialFolder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = partialFolder;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(libraries);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    renameSync(partialFolder, folder);
  } catch {
    // Another process was first.
    rmSync(partialFolder, { recursive: true, force: true });
  }
}

/** A bare machine has neither the libraries nor the fonts a browser needs; the package brings both. */
function provideLibraries(folder: string, executablePath: string): void {
  const linked = spawnSync('ldd', [executablePath], { encoding: 'utf8' }).stdout;
  if (linked.includes('not found')) process.env['LD_LIBRARY_PATH'] = join(folder, 'al2023/lib');
  if (existsSync('/etc/fonts/fonts.conf')) return;
  const fonts = join(folder, 'fonts.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fc-cache')}</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_FILE'] = fonts;
}

/** Whether a path is that of a program. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
