import { execFile, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, startRedis } from '../../gateway/redis/redis-server.js';

const run = promisify(execFile);

/** The rule of `docs/operations.md` for the gateway's user, with this password. */
export function userRule(password: string): string {
  const text = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
  const [, rule] = /^ *(user gateway on >PASSWORD .+)$/m.exec(text) ?? [];
  if (rule === undefined) throw new Error('docs/operations.md has no rule for the user.');
  return rule.replace('PASSWORD', password);
}

/** A redis-server of the test's own, with a user for the gateway, who may do no more than the documentation says. */
export class RedisNode {
  readonly port: number;
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #client: readonly string[];

  private constructor(port: number, process: ChildProcess, folder: string, client: readonly string[]) {
    this.port = port;
    this.#process = process;
    this.#folder = folder;
    this.#client = client;
  }

  /** `clientSettings` are those of `redis-cli` that reach it. */
  static async start(
    settings: readonly string[] = [],
    { port, clientSettings = [] }: { port?: number; clientSettings?: readonly string[] } = {},
  ): Promise<RedisNode> {
    const folder = mkdtempSync(join(tmpdir(), 'redis-'));
    const at = port ?? (await freePort());
    const isTls = settings.includes('--tls-port');
    const node = new RedisNode(
      at,
      await startRedis(isTls ? 0 : at, folder, settings),
      folder,
      clientSettings,
    );
    await node.ask('ACL', 'SETUSER', ...userRule(password).split(' ').slice(1));
    return node;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Asks it as the user who may do everything. */
  async ask(...command: string[]): Promise<string> {
    const { stdout } = await run('redis-cli', ['-p', String(this.port), '-e', ...this.#client, ...command]);
    return stdout.trim();
  }

  /** Lets it have been running for an hour, without a loss of what the gateway keeps below this prefix. */
  async age(prefix = 'connect-elements:'): Promise<void> {
    const [, run = ''] = /run_id:(\w+)/.exec(await this.ask('INFO', 'server')) ?? [];
    await this.ask('SET', `${prefix}remembers-since`, `${Date.now() - 3_600_000} ${run}`);
  }

  /** The commands that were run since it started, in the spelling of rules. */
  async commands(): Promise<string[]> {
    const text = await this.ask('INFO', 'commandstats');
    return [...text.matchAll(/^cmdstat_([\w|]+):/gm)].map(([, name = '']) => name);
  }

  /** What the gateway's user was refused. */
  refusals(): Promise<string> {
    return this.ask('ACL', 'LOG');
  }

  /** It keeps its connections, and answers nothing until `resume`. */
  pause(): void {
    this.#process.kill('SIGSTOP');
  }

  resume(): void {
    this.#process.kill('SIGCONT');
  }

  /** At once, as when its machine fails. */
  async kill(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      this.#process.kill('SIGKILL');
      await once(this.#process, 'exit');
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The password of the gateway's user in every test. */
export const password = 'a-password-of-tests';
