import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createClient } from 'redis';

/** Why tests with Redis are skipped, or false where they are not. */
export const noRedis = spawnSync('redis-server', ['--version']).error
  ? 'there is no redis-server on this machine (Debian: apt-get install redis-server)'
  : false;

/** A Redis of the test's own, on a port that was free, with nothing on disk. */
export class RedisServer {
  readonly #port: number;
  #process: ChildProcess;

  private constructor(port: number, process: ChildProcess) {
    this.#port = port;
    this.#process = process;
  }

  static async start(): Promise<RedisServer> {
    const port = await freePort();
    return new RedisServer(port, await run(port));
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  /** A client as a host makes it, connected. */
  async client() {
    const client = createClient({ url: this.url, socket: { reconnectStrategy: 50 } });
    // What a host would log; the tests see what comes of it.
    client.on('error', () => undefined);
    await client.connect();
    return client;
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
    this.#process = await run(this.#port);
  }

  /** It still has its connections, and answers nothing until `resume`. */
  pause(): void {
    this.#process.kill('SIGSTOP');
  }

  resume(): void {
    this.#process.kill('SIGCONT');
  }
}

async function run(port: number): Promise<ChildProcess> {
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const text of server.stdout) {
    if (String(text).includes('Ready to accept connections')) break;
  }
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on a port, rather than a pipe, has an address of this kind.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
