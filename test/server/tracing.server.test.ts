import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serveSimulator } from '../../demo/server/serve-simulator.js';
import { freePort } from '../gateway/adapters/processes.js';
import { baseUrl, signingKey } from '../gateway/set-up.js';
import { identities, secrets } from './set-up.js';
import { startServe } from './site.js';

describe('a server that is started with an SDK of OpenTelemetry', () => {
  let codat: Awaited<ReturnType<typeof serveSimulator>>;
  before(async () => (codat = await serveSimulator({ port: await freePort() })));
  after(() => codat.close());

  /** What it writes while a page gets its token. */
  const outputWith = async (env: Record<string, string>): Promise<string> => {
    const server = await startServe({
      ...identities.proxy,
      CODAT_API_KEY: codat.simulator.apiKey,
      CODAT_URL: codat.simulator.origin,
      BASE_URL: baseUrl,
      SIGNING_KEYS: signingKey,
      DRAIN_SECONDS: '0',
      NODE_OPTIONS: `--import ${new URL('tracing-sdk.mjs', import.meta.url).href}`,
      ...env,
    });
    const headers = { 'x-customer': 'customer-1', 'x-proxy-secret': secrets.proxy };
    const answer = await fetch(`${server.origin}/codat/token`, { method: 'POST', headers });
    assert.equal(answer.status, 200);
    assert.equal(await server.terminate(), 0, server.output);
    return server.output;
  };

  it('hands it the spans of requests and of calls of Codat', async () => {
    const output = await outputWith({});
    assert.match(output, /name: 'POST \/codat\/token'/);
    assert.match(output, /name: 'POST \/companies'/);
  });

  it('follows the environment’s variables, as the SDK does', async () => {
    assert.doesNotMatch(await outputWith({ OTEL_TRACES_SAMPLER: 'always_off' }), /name: 'POST/);
  });
});
