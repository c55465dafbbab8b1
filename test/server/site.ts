import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveSimulator } from '../../demo/server/serve-simulator.js';
import type { Simulator } from '../../src/simulator/index.js';
import { freePort } from '../gateway/adapters/processes.js';
import { signingKey, webhookSecret } from '../gateway/set-up.js';
import { until } from '../support/until.js';
import { secrets, type Env } from './set-up.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A program with these variables in its environment and no others but the path to programs. */
export class Program {
  readonly #child: ChildProcess;
  #output = '';

  constructor(command: string, args: readonly string[], env: Env) {
    const { PATH = '' } = process.env;
    this.#child = spawn(command, args, {
      cwd: root,
      env: { PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (piece: Buffer) => (this.#output += piece.toString()));
    // A program that outlives a failed test would hold its port.
    const kill = () => this.#child.kill('SIGKILL');
    process.once('exit', kill);
    this.#child.once('exit', () => process.off('exit', kill));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** All it has written. */
  get output(): string {
    return this.#output;
  }

  /** Resolves once it has written this; rejects with its output when it ends before. */
  async wrote(text: RegExp): Promise<void> {
    await until(() => {
      if (text.test(this.#output)) return true;
      if (this.#child.exitCode !== null) throw new Error(`It ended: ${this.#output}`);
      return false;
    });
  }

  /** Sends SIGTERM, and resolves with its exit code. */
  async terminate(): Promise<number | null> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return this.#child.exitCode;
    const ended = once(this.#child, 'close');
    this.#child.kill('SIGTERM');
    await ended;
    return this.#child.exitCode;
  }
}

/** The server as a process, with nothing but variables. */
export interface Server extends Pick<Program, 'output' | 'pid' | 'terminate'> {
  readonly origin: string;
  readonly internalOrigin: string;
}

/** Starts `codat-connect-elements serve` as it is built here, or from another file of that name. */
export async function startServe(env: Env, command = 'dist/cli/index.js'): Promise<Server> {
  const { PORT = String(await freePort()), INTERNAL_PORT = String(await freePort()) } = env;
  const program = new Program(process.execPath, [command, 'serve'], {
    HOST: '127.0.0.1',
    ...env,
    PORT,
    INTERNAL_PORT,
  });
  await program.wrote(/ is served at /);
  return {
    get output() {
      return program.output;
    },
    pid: program.pid,
    terminate: () => program.terminate(),
    origin: `http://127.0.0.1:${PORT}`,
    internalOrigin: `http://127.0.0.1:${INTERNAL_PORT}`,
  };
}

/** A lender's site: an app of `docs/recipes`, the server, a proxy before both, and Codat simulated. */
export interface Site {
  readonly url: string;
  readonly simulator: Simulator;
  readonly app: Program;
  readonly appOrigin: string;
  readonly server: () => Server;
  /** Starts another server, sends requests to it from now on, and returns the one before, which still runs. */
  readonly replaceServer: () => Promise<Server>;
  readonly close: () => Promise<void>;
}

/** How the recipe of a language is started, on a port and with the secret of hooks in its environment. */
export type StartRecipe = (env: { PORT: string; HOOKS_SECRET: string }) => Program;

export const startPython: StartRecipe = (env) =>
  new Program('python3', ['docs/recipes/python/app.py'], { ...env, PYTHONDONTWRITEBYTECODE: '1' });

export async function openSite(startRecipe: StartRecipe = startPython): Promise<Site> {
  const proxy = createServer();
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  // A server on a port, rather than a pipe, has an address of this kind.
  const url = `http://localhost:${(proxy.address() as AddressInfo).port}`;
  const { simulator, close: closeSimulator } = await serveSimulator({
    port: await freePort(),
    redirectUrl: `${url}/codat/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`,
    webhooks: { url: `${url}/codat/webhooks`, secret: webhookSecret },
  });
  const appPort = await freePort();
  const appOrigin = `http://127.0.0.1:${appPort}`;
  const app = startRecipe({ PORT: String(appPort), HOOKS_SECRET: secrets.hooks });
  const settings = {
    CODAT_API_KEY: simulator.apiKey,
    CODAT_URL: simulator.origin,
    CODAT_WEBHOOK_SECRETS: webhookSecret,
    BASE_URL: `${url}/codat`,
    SIGNING_KEYS: signingKey,
    RETURN_TO: '/connected',
    LENDER: 'Larkspur',
    IDENTITY: 'ask',
    IDENTITY_URL: `${appOrigin}/codat-identity`,
    HOOKS_URL: `${appOrigin}/codat-hooks`,
    HOOKS: 'permit,onWebhook',
    HOOKS_SECRET: secrets.hooks,
    INTERNAL_KEY: secrets.internal,
    DRAIN_SECONDS: '0',
  };
  const servers = [await startServe(settings)];
  const server = (): Server => {
    const last = servers.at(-1);
    if (!last) throw new Error('No server was started.');
    return last;
  };
  const isThere = () =>
    fetch(`${appOrigin}/apply`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(isThere);

  proxy.on('request', (incoming, outgoing) => {
    const { method, url: path = '/', headers } = incoming;
    if (path.startsWith(staticPath)) {
      void sendFile(path.slice(staticPath.length)).then(
        (bytes) => outgoing.writeHead(200, { 'Content-Type': 'text/javascript' }).end(bytes),
        () => outgoing.writeHead(404).end(),
      );
      return;
    }
    const target = path.startsWith('/codat/') ? server().origin : appOrigin;
    const passedOn = request(target + path, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passedOn.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passedOn.destroy());
    incoming.pipe(passedOn);
  });

  return {
    url,
    simulator,
    app,
    appOrigin,
    server,
    async replaceServer() {
      const before = server();
      servers.push(await startServe(settings));
      return before;
    },
    async close() {
      proxy.closeAllConnections();
      proxy.close();
      await Promise.all([...servers, app].map((each) => each.terminate()));
      await closeSimulator();
    },
  };
}

const staticPath = '/vendor/connect-elements/';

/** A file of the script tag, as a static server has it. */
const sendFile = (name: string): Promise<Uint8Array> =>
  readFile(join(root, 'dist', normalize(`/${name.split('?')[0] ?? ''}`)));
