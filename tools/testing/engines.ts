import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isExecutable } from '../find-browser.js';

/** The engines that the elements are tested in. */
export const engines = ['Chromium', 'Firefox', 'WebKit'] as const;
export type Engine = (typeof engines)[number];

/** The engine of this process: `TEST_ENGINE`, else Chromium. Throws on any other name. */
export function engineOfRun(): Engine {
  const { TEST_ENGINE = 'Chromium' } = process.env;
  const engine = engines.find((name) => name === TEST_ENGINE);
  if (!engine) throw new Error(`TEST_ENGINE is one of ${engines.join(', ')}.`);
  return engine;
}

/** Options of Puppeteer that start a Firefox: `FIREFOX_PATH`, else the one of Debian. */
export const firefox = {
  browser: 'firefox',
  executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
  headless: true,
} as const;

/** WebKitGTK's browser, `WEBKIT_PATH` or the one of Debian. Undefined if there is none. */
const findMiniBrowser = (): string | undefined =>
  process.env['WEBKIT_PATH'] ??
  ['x86_64', 'aarch64']
    .map((architecture) => `/usr/lib/${architecture}-linux-gnu`)
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, 'MiniBrowser')))
    .find((path) => path.includes('webkit2gtk-') && existsSync(path));

/** Why an engine is missing on this machine, with what to install; false if it is there. */
export function reasonMissing(engine: Engine): string | false {
  if (engine === 'Firefox' && !existsSync(firefox.executablePath))
    return 'there is no Firefox on this machine (Debian: apt-get install firefox-esr; elsewhere set FIREFOX_PATH)';
  if (engine === 'WebKit' && !(findMiniBrowser() && isOnPath('WebKitWebDriver') && isOnPath('Xvfb')))
    return 'there is no WebKitGTK on this machine (Debian: apt-get install webkit2gtk-driver xvfb)';
  return false;
}

/** A running WebKitWebDriver, and what a session of it asks for. */
export interface WebKitDriver {
  readonly port: number;
  readonly capabilities: object;
  stop(): Promise<void>;
}

/**
 * Starts WebKitWebDriver on a display of its own (Xvfb): MiniBrowser has no headless mode. Rejects when either doesn't
 * start within thirty seconds.
 */
export async function startWebKitDriver(): Promise<WebKitDriver> {
  const binary = findMiniBrowser();
  if (!binary) throw new Error(reasonMissing('WebKit') || 'There is no MiniBrowser.');
  const signal = AbortSignal.timeout(30_000);
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  endWithProcess(display);
  const [number] = (await once(display.stdio[3] as NodeJS.ReadableStream, 'data', { signal })) as [Buffer];
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${String(number).trim()}`,
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  });
  endWithProcess(driver);
  while (!(await isReady(port))) {
    signal.throwIfAborted();
    await setTimeout(50);
  }
  return {
    port,
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
    async stop() {
      await end(driver);
      await end(display);
    },
  };
}

/** Ends a program with this process, so that an interrupted run leaves no browser behind. */
const endWithProcess = (child: ChildProcess): unknown => process.once('exit', () => child.kill());

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/status`).then(
    ({ ok }) => ok,
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const isOnPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));
