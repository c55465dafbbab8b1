import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';
import { until } from '../../support/until.js';

/** Why tests with Redis are skipped, or false where they are not. */
export const noRedis = spawnSync('redis-server', ['--version']).error
  ? 'there is no redis-server on this machine (Debian: apt-get install redis-server)'
  : false;

/** A Redis of the test's own, on a free port, with nothing on disk but the snapshots that a test requests. */
export class RedisServer {
  readonly #port: number;
  #folder: string;
  #process: ChildProcess;

  private constructor(port: number, folder: string, process: ChildProcess) {
    this.#port = port;
    this.#folder = folder;
    this.#process = process;
  }

  /** One that has been running for a while: it is known to have forgotten nothing. */
  static async start(): Promise<RedisServer> {
    const server = await RedisServer.#begin();
    await server.age();
    return server;
  }

  static async #begin(): Promise<RedisServer> {
    const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), 'redis-'))];
    return new RedisServer(port, folder, await startRedis(port, folder));
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  /** A client as a host makes it, connected. */
  async client() {
    const client = createClient({ url: this.url, socket: { reconnectStrategy: 50 } });
    // A host would log this; the tests check its effects.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Lets it have been running for an hour. */
  async age(): Promise<void> {
    const client = await this.client();
    const [, run] = /run_id:(\w+)/.exec(await client.info('server')) ?? [];
    await client.set('connect-elements:remembers-since', `${Date.now() - 3_600_000} ${run ?? ''}`);
    client.destroy();
  }

  /** At once, as when its machine fails. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill('SIGKILL');
    await once(this.#process, 'exit');
  }

  /** It is there again, and knows nothing of before. */
  async restart(): Promise<void> {
    await this.kill();
    rmSync(join(this.#folder, 'dump.rdb'), { force: true });
    this.#process = await startRedis(this.#port, this.#folder);
  }

  /** Writes what it knows to disk. */
  async snapshot(): Promise<void> {
    const client = await this.client();
    await client.sendCommand(['SAVE']);
    client.destroy();
  }

  /** It is there again, and knows what it knew when the last snapshot was taken. */
  async restartFromSnapshot(): Promise<void> {
    await this.kill();
    this.#process = await startRedis(this.#port, this.#folder);
  }

  /** Another server with the same data so far, which receives no changes: `promote` puts it in this one's place. */
  async replica(): Promise<{ promote: () => Promise<void> }> {
    const other = await RedisServer.#begin();
    const client = await other.client();
    await client.sendCommand(['REPLICAOF', '127.0.0.1', String(this.#port)]);
    await until(async () => (await client.info('replication')).includes('master_link_status:up'));
    const promote = async () => {
      await this.kill();
      await client.sendCommand(['REPLICAOF', 'NO', 'ONE']);
      await client.sendCommand(['CONFIG', 'SET', 'port', String(this.#port)]);
      client.destroy();
      this.#process = other.#process;
      this.#folder = other.#folder;
    };
    return { promote };
  }

  /** It still has its connections, and answers nothing until `resume`. */
  pause(): void {
    this.#process.kill('SIGSTOP');
  }

  resume(): void {
    this.#process.kill('SIGCONT');
  }
}

/** Starts a redis-server with settings of its own beside what all have. Resolves once it takes connections. */
export async function startRedis(
  port: number,
  folder: string,
  ownSettings: readonly string[] = [],
): Promise<ChildProcess> {
  const settings = [
    '--repl-diskless-sync-delay',
    '0',
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
    ...ownSettings,
  ];
  return startProgram(settings, /Ready to accept connections/);
}

/** Starts `redis-server`, and resolves once it says that it is ready. */
export async function startProgram(args: readonly string[], ready: RegExp): Promise<ChildProcess> {
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  // A Redis that outlives a test process keeps its output open, and a reader of that waits for ever.
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  server.once('exit', () => process.off('exit', kill));
  let message = '';
  for await (const text of server.stdout) {
    message += String(text);
    if (ready.test(message)) return server;
  }
  throw new Error(`Redis did not start by ${args.join(' ')}: ${message}`);
}

/** None that connections begin from, which could take it while Redis is away. */
export async function freePort(): Promise<number> {
  const port = randomInt(12_000, 32_000);
  const server = createServer().listen(port, '127.0.0.1');
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.close();
  return isFree ? port : freePort();
}
