import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { dirname } from 'node:path';
import { serve, type HttpBindings } from '@hono/node-server';
import {
  createSimulator,
  platforms,
  type Simulator,
  type SimulatorState,
} from '../../src/simulator/index.js';

/** Where the simulator listens, and what it keeps. */
export interface SimulatorServer {
  readonly port: number;
  /** The lender's return page, with Codat's `{placeholders}`. */
  readonly redirectUrl?: string;
  /** Where the lender's gateway takes webhooks, and the secret they are signed with. */
  readonly webhooks?: { readonly url: string; readonly secret: string };
  /** The organisation that people sign in for, by their company's name. */
  readonly organisationOf?: (company: string) => string;
  /** A file that carries what it remembers across a restart. */
  readonly stateFile?: string;
}

/** Serves the simulator over HTTP. Resolves when it listens; `close` saves and stops. */
export async function serveSimulator({
  port,
  redirectUrl,
  webhooks,
  organisationOf,
  stateFile,
}: SimulatorServer): Promise<{ simulator: Simulator; close: () => Promise<void> }> {
  const state = stateFile === undefined ? undefined : saved(stateFile);
  const simulator = createSimulator({
    origin: `http://localhost:${port}`,
    // Every platform with its logo: a broken image would look like the lender's fault.
    platforms: platforms.map((platform) => ({ ...platform, hasLogo: true })),
    ...(redirectUrl !== undefined && { redirectUrl }),
    ...(organisationOf && { organisationOf }),
    ...(webhooks && { webhookConsumers: [{ ...webhooks, deliver: (request: Request) => fetch(request) }] }),
    ...(state && { state }),
  });
  const ticking = webhooks && setInterval(() => void simulator.tick(), 1_000).unref();
  const saving = stateFile === undefined ? undefined : new Saving(simulator, stateFile);

  const answer = async (request: Request, { outgoing }: HttpBindings): Promise<Response> => {
    try {
      return await simulator.fetch(request);
    } catch {
      outgoing.destroy(); // the connection breaks, as the fault that was asked for says
      return new Response(null, { status: 500 });
    } finally {
      saving?.soon();
    }
  };
  const server = await new Promise<Server>((resolve, reject) => {
    // Without TLS options this is always a plain HTTP server.
    const listening = serve({ fetch: (request, env) => answer(request, env as HttpBindings), port }, () =>
      resolve(listening),
    ) as Server;
    listening.once('error', reject);
  });
  const stop = () => saving?.now();
  process.once('exit', stop);

  return {
    simulator,
    async close() {
      process.off('exit', stop);
      clearInterval(ticking);
      stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Writes what the simulator remembers soon after it changed, however often it does. */
class Saving {
  readonly #simulator: Simulator;
  readonly #file: string;
  #timer: NodeJS.Timeout | undefined;

  constructor(simulator: Simulator, file: string) {
    this.#simulator = simulator;
    this.#file = file;
  }

  soon(): void {
    this.#timer ??= setTimeout(() => this.now(), 500).unref();
  }

  /** Whole or not at all: a new file takes the old one's place. */
  now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#simulator.snapshot()));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function saved(file: string): SimulatorState | undefined {
  try {
    // Only `Saving` writes this file.
    return JSON.parse(readFileSync(file, 'utf8')) as SimulatorState;
  } catch {
    return undefined;
  }
}
