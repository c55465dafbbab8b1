import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createServicesAndRoutes } from '../../../src/gateway/create-gateway.js';
import { schemasByName } from '../../../src/gateway/operations/schemas.js';
import type { RouteMethod } from '../../../src/gateway/operations/operation-description.js';
import { operationsByPath } from '../../../src/gateway/operations/operations-by-path.js';
import { parseSettings } from '../../../src/gateway/parse-settings.js';
import type { RoutePath } from '../../../src/gateway/index.js';
import { parseJson } from '../../../src/gateway/parse-json.js';
import { createOpenApi } from '../../../tools/open-api.js';
import { fewPlatforms, setUp, signingKey, webhookSecret, type WireConnection } from '../set-up.js';

const consent = {
  version: '1',
  locale: 'en',
  sections: [{ title: 'Purpose', body: 'To lend.' }],
  agree: 'I agree',
};

describe('openapi.yaml', () => {
  it('is what `npm run docs` writes', async () => {
    const text = readFileSync(new URL('../../../openapi.yaml', import.meta.url), 'utf8');
    assert.equal(text, await createOpenApi());
  });

  it('has every route and method of the gateway, and no other', () => {
    const { routes } = createServicesAndRoutes(
      parseSettings({
        apiKey: 'key',
        baseUrl: 'https://lender.example/codat',
        signingKeys: [signingKey],
        company: () => null,
        onEvent: () => undefined,
      }),
    );
    const methods = (all: object) =>
      Object.entries(all)
        .map(([path, each]) => `${path} ${Object.keys(each as object).join(' ')}`)
        .sort();
    assert.deepEqual(methods(operationsByPath), methods(routes));
  });

  it('names every component that an operation has', () => {
    const all = Object.values(operationsByPath).flatMap((methods) => Object.values(methods));
    const named = new Set(
      all.flatMap(({ body, answers }) => [body, ...Object.values(answers).map(({ json }) => json)]),
    );
    const alone = Object.keys(schemasByName).filter((name) => !named.has(name as keyof typeof schemasByName));
    // These are parts of lists and of a stream.
    assert.deepEqual(alone.sort(), ['ChangeNotice', 'Platform', 'PullOperation', 'ShareLink']);
  });

  it('says of every answer what it is: status, type, caching and shape', async () => {
    const lender = await setUp({ webhookSecrets: [webhookSecret], consents: [consent] }, fewPlatforms);
    const { call, company, simulator } = lender;
    const token = await lender.tokenFor();
    const seen = new Set<string>();

    /** Sends a request, and compares its answer with what its operation says. */
    const compare = async (
      method: RouteMethod,
      route: RoutePath,
      path: string,
      init: { body?: object; token?: string; headers?: Record<string, string> } = {},
    ): Promise<{ headers: Headers; body: unknown }> => {
      const { body, ...others } = { token, ...init };
      const response = await call(path, { method, ...others, ...(body && { body: JSON.stringify(body) }) });
      const operation = operationsByPath[route][method];
      const said = operation?.answers[response.status];
      const where = `${method} ${path}: ${response.status}`;
      assert.ok(said, where);
      if (body && operation.body)
        assert.equal(schemasByName[operation.body].safeParse(body).success, response.status !== 400, where);
      seen.add(`${method} ${route}`);
      const type = response.headers.get('Content-Type') ?? '';
      const cacheControl = response.headers.get('Cache-Control');
      assert.match(cacheControl ?? '', /no-store|public/, where);
      assert.equal(cacheControl?.includes('public'), (said.cacheControl ?? '').includes('public'), where);
      for (const name of Object.keys(said.headers ?? {}))
        assert.ok(response.headers.has(name), `${where} ${name}`);
      if (said.type) assert.ok(type.startsWith(said.type.replace('*', '')), `${where} ${type}`);
      if (said.type === 'text/event-stream') await response.body?.cancel();
      const text = said.type === 'text/event-stream' ? '' : await response.text();
      if (said.json) {
        assert.equal(type, 'application/json', where);
        const { error } = schemasByName[said.json].safeParse(parseJson(text));
        assert.equal(error, undefined, `${where} ${JSON.stringify(error?.issues)}`);
      } else if (!said.type) assert.equal(text, '', where);
      return { headers: response.headers, body: parseJson(text) };
    };

    const platforms = await compare('GET', '/platforms', '/platforms', { token: '' });
    await compare('GET', '/platforms', '/platforms', {
      headers: { 'If-None-Match': platforms.headers.get('ETag') ?? '' },
    });
    const asset = /\/assets\/[\w.]+/.exec(JSON.stringify(platforms.body))?.[0] ?? '';
    await compare('GET', '/assets/:name', asset);
    await compare('GET', '/assets/:name', '/assets/none.png');
    await compare('GET', '/health', '/health');
    await compare('POST', '/token', '/token');
    await compare('GET', '/api/integrations', '/api/integrations');
    await compare('GET', '/api/integrations', '/api/integrations?pageSize=0');
    await compare('GET', '/api/integrations/:key', '/api/integrations/gbol');
    await compare('GET', '/api/integrations/:key/branding', '/api/integrations/gbol/branding');

    await compare('GET', '/consents', '/consents');
    const agreed = await compare('POST', '/consents', '/consents', {
      body: { version: '1', locale: 'en', platformKey: 'gbol' },
    });
    const { receipt } = agreed.body as { receipt: string };

    const own = `/api/companies/${company}`;
    await compare('GET', '/api/companies/:company/accessToken', `${own}/accessToken`);
    const list = '/api/companies/:company/connections';
    await compare('POST', list, `${own}/connections`, { body: { platformKey: 'gbol' } });
    await compare('POST', list, `${own}/connections`, { body: {} });
    const begun = await compare('POST', list, `${own}/connections`, {
      body: { platformKey: 'gbol', consent: receipt },
    });
    const { id, linkUrl } = begun.body as WireConnection;
    await compare('GET', list, `${own}/connections`);
    await compare('GET', list, `${own}/connections`, { token: 'another' });
    const link = linkUrl.replace('https://lender.example/codat', '');
    await compare('GET', '/link/:signed', link);
    await compare('GET', '/link/:signed', link, { headers: { 'Sec-Purpose': 'prefetch' } });
    await compare('GET', '/link/:signed', '/link/none');
    await compare('POST', '/link/:signed', link);
    const back = await lender.signIn(linkUrl, 'allow');
    const ticket = new URL(back.headers.get('Location') ?? '').hash.replace('#codat=', '');
    await compare('GET', '/return/status', '/return/status', { token: ticket });
    await compare('GET', '/return/status', '/return/status');
    await compare('GET', '/return', '/return?state=none');

    const one = '/api/companies/:company/connections/:connection';
    await compare('GET', one, `${own}/connections/${id}`);
    await compare('GET', '/api/companies/:company/dataStatus', `${own}/dataStatus`);
    await compare('GET', '/api/companies/:company/data/history', `${own}/data/history`);
    await compare('PATCH', one, `${own}/connections/${id}`, { body: { status: 'Unlinked' } });
    await compare('DELETE', one, `${own}/connections/${id}`);

    const made = await compare('POST', '/shares', '/shares', {
      body: { platformKey: 'gbol', consent: receipt },
    });
    const share = made.body as { id: string; url: string };
    const sharePath = share.url.replace('https://lender.example/codat', '');
    await compare('GET', '/shares', '/shares');
    await compare('GET', '/share/:secret', sharePath);
    await compare('POST', '/share/:secret', sharePath);
    await compare('GET', '/share/:secret', '/share/none');
    await compare('DELETE', '/shares/:id', `/shares/${share.id}`);
    await compare('GET', '/events', '/events');
    await compare('POST', '/webhooks', '/webhooks');

    const all = Object.entries(operationsByPath).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    assert.deepEqual(
      all.filter((each) => !seen.has(each)),
      [],
    );
    assert.ok(simulator.requests.length > 0);
    await lender.gateway.close();
  });
});
