import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { createSimulator, type Simulator } from '../simulator/index.js';
import { decodeWebhookSecret } from '../gateway/changes/webhook-signature.js';
import {
  applyScenario,
  isScenario,
  handleSimulatorScenarioRequest,
  scenarioNames,
} from '../testing/scenarios.js';
import { parseUrlOption, toListenFailure } from './address.js';
import { UsageError, type Environment, type ExitCode } from './environment.js';

/** How often syncs advance and webhooks are sent, in milliseconds. */
const tickMs = 1_000;

/** `simulator`: serves the in-memory Codat until it is asked to stop. 0: it stopped; 2: it could not listen. */
export async function runSimulator(
  args: string[],
  { print, fetch, untilStopped }: Environment,
): Promise<ExitCode> {
  const { port, redirectUrl, webhook, scenario, json } = readArguments(args);
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening').catch((thrown: unknown) => {
    throw toListenFailure(thrown, () => '--port, such as --port 0 for any free one');
  });
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const codat = createSimulator({
    origin,
    ...(redirectUrl !== undefined && { redirectUrl }),
    ...(webhook && { webhookConsumers: [{ ...webhook, deliver: fetch }] }),
  });
  await applyScenario(codat, scenario);
  serve(server, codat);
  const ticking = setInterval(() => void codat.tick(), tickMs);
  if (json) print(JSON.stringify({ origin, apiKey: codat.apiKey, scenarios: scenarioNames }));
  else {
    print(`Codat is simulated at ${origin}, with the API key “${codat.apiKey}”.`);
    print(`Scenarios: POST ${origin}/scenarios/NAME, one of ${scenarioNames.join(', ')}.`);
  }
  await untilStopped();
  clearInterval(ticking);
  server.closeAllConnections();
  server.close();
  return 0;
}

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4174' },
      'redirect-url': { type: 'string' },
      'webhook-url': { type: 'string' },
      'webhook-secret': { type: 'string' },
      scenario: { type: 'string', default: 'calm' },
      json: { type: 'boolean', default: false },
    },
  });
  const { scenario, json, 'redirect-url': redirectUrl, 'webhook-url': webhookUrl } = values;
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Infinity;
  if (port > 65_535) throw new UsageError('--port must be a number from 0 to 65535; 0 is any free port.');
  if (!isScenario(scenario)) throw new UsageError(`--scenario is one of ${scenarioNames.join(', ')}.`);
  // Checked only, so that its placeholders aren't encoded. A # is allowed, since some pages route by what follows it.
  if (redirectUrl !== undefined) parseUrlOption('--redirect-url', redirectUrl.replace('#', ''));
  return { port, scenario, json, redirectUrl, webhook: readWebhook(webhookUrl, values['webhook-secret']) };
}

function readWebhook(url: string | undefined, secret: string | undefined) {
  if (url === undefined) return undefined;
  if (secret === undefined || !decodeWebhookSecret(secret)) {
    throw new UsageError(
      '--webhook-url needs the gateway’s secret as --webhook-secret: `whsec_` and base64, such as `echo whsec_$(openssl rand -base64 32)` makes.',
    );
  }
  return { url: parseUrlOption('--webhook-url', url), secret };
}

function serve(server: Server, codat: Simulator): void {
  const answer = getRequestListener(
    async (request, env) => {
      try {
        return (await handleSimulatorScenarioRequest(codat, request)) ?? (await codat.fetch(request));
      } catch {
        // The connection breaks, as the scenario says. The type of `env` also allows HTTP/2, which this server does not speak.
        (env as HttpBindings).outgoing.destroy();
        return new Response(null, { status: 500 });
      }
    },
    { overrideGlobalObjects: false },
  );
  server.on('request', (incoming, outgoing) => void answer(incoming, outgoing));
}
