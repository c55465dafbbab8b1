import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A screen without a monitor, with a window manager and Orca, whose speech goes to a file. */
export interface Desktop {
  /** What the programs on it are started with. */
  readonly env: NodeJS.ProcessEnv;
  /** The file to which Orca writes what it says, a line an utterance; lines that begin with a tab are notes. */
  readonly transcript: string;
  close(): Promise<void>;
}

const accessibilityBus = ['--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus'];

/** Starts Xvfb, a D-Bus session of its own, openbox and Orca; `folder` takes their files. */
export async function startDesktop(folder: string): Promise<Desktop> {
  const settings = join(folder, '.local/share/orca');
  const runtime = join(folder, 'run');
  await mkdir(settings, { recursive: true });
  await mkdir(runtime, { mode: 0o700 });
  await copyFile(
    fileURLToPath(new URL('orca-customizations.py', import.meta.url)),
    join(settings, 'orca-customizations.py'),
  );
  const transcript = join(folder, 'transcript');
  closeSync(openSync(transcript, 'w'));

  const env: NodeJS.ProcessEnv = {
    PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
    HOME: folder,
    XDG_RUNTIME_DIR: runtime,
    LANG: 'C.UTF-8',
    GNOME_ACCESSIBILITY: '1',
    GTK_MODULES: 'gail:atk-bridge',
    NO_AT_BRIDGE: '0',
    ORCA_TRANSCRIPT: transcript,
  };
  const programs: ChildProcess[] = [];
  const log = openSync(join(folder, 'programs.log'), 'w');
  /** A program in a process group of its own, so that what it starts ends with it. */
  const start = (program: string, ...settings: string[]): ChildProcess => {
    const started = spawn(program, settings, { env, detached: true, stdio: ['ignore', 'pipe', log] });
    programs.push(started);
    return started;
  };
  // A test that has no time left ends its process without a word to what it opened.
  const endAll = (): void => {
    for (const { pid } of programs) if (pid) endGroup(pid);
  };
  process.once('exit', endAll);
  const close = async (): Promise<void> => {
    process.off('exit', endAll);
    for (const program of programs.reverse()) {
      if (!program.pid || program.exitCode !== null || program.signalCode !== null) continue;
      const ended = once(program, 'exit');
      endGroup(program.pid);
      await ended;
    }
    closeSync(log);
  };

  try {
    env['DISPLAY'] = `:${await firstLine(start('Xvfb', '-displayfd', '1', '-screen', '0', '1280x1000x24'))}`;
    env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(
      start('dbus-daemon', '--session', '--nofork', '--print-address'),
    );
    start('openbox');
    start('/usr/libexec/at-spi-bus-launcher', '--launch-immediately');
    await run(env, 'gdbus', 'wait', '--session', 'org.a11y.Bus');
    for (const property of ['IsEnabled', 'ScreenReaderEnabled'])
      await run(
        env,
        'gdbus',
        ...['call', '--session', ...accessibilityBus, '--method', 'org.freedesktop.DBus.Properties.Set'],
        ...['org.a11y.Status', property, '<true>'],
      );
    start('/usr/bin/python3', '/usr/bin/orca', '--replace');
  } catch (error) {
    await close();
    throw error;
  }
  return { env, transcript, close };
}

/** Runs a program to its end. */
export async function run(env: NodeJS.ProcessEnv, program: string, ...settings: string[]): Promise<void> {
  const [code] = (await once(spawn(program, settings, { env, stdio: 'ignore' }), 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${program} ${settings.join(' ')} ended with ${String(code)}`);
}

async function firstLine({ stdout, spawnfile }: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  if (!text) throw new Error(`${spawnfile} did not start.`);
  return text.trim();
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid);
  } catch {
    // It has ended by itself.
  }
}
