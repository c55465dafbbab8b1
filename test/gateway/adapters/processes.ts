import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on a port, rather than a pipe, has an address of this kind.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Where a program runs, and what it finds in its environment. */
interface ProcessOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A program that is ready. */
export interface RunningProcess {
  /** Its output so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts a program. Resolves once what it says shows it to be ready; rejects with that when it ends before. */
export async function startProcess(
  command: string,
  args: readonly string[],
  { ready, ...place }: ProcessOptions & { readonly ready: RegExp },
): Promise<RunningProcess> {
  const { child, output, ended } = spawnProcess(command, args, place);
  const isReady = new Promise<boolean>((resolve) => {
    const check = () => ready.test(output()) && resolve(true);
    child.stdout.on('data', check);
    child.stderr.on('data', check);
  });
  const isOver = ended.then(() => false);
  if (!(await Promise.race([isReady, isOver]))) throw new Error(`${command} ended: ${output()}`);
  return {
    output,
    async stop() {
      // Nothing it holds is needed; after a SIGTERM it would wait for open streams.
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Runs a program to its end. Rejects with its output when it fails. */
export async function runProcess(
  command: string,
  args: readonly string[],
  place: ProcessOptions,
): Promise<void> {
  const { output, ended } = spawnProcess(command, args, place);
  if ((await ended) !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${output()}`);
}

function spawnProcess(command: string, args: readonly string[], { cwd, env = {} }: ProcessOptions) {
  const { PATH, HOME } = process.env;
  const child = spawn(command, args, {
    cwd,
    env: { PATH, HOME, CI: '1', NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (text += piece.toString()));
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  return { child, output: () => text, ended };
}
