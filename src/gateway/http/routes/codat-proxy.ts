import { jsonResponse, jsonTextResponse } from '../../responses.js';
import type { BrandingCache } from '../../platforms/branding-cache.js';
import type { Catalogue } from '../../platforms/catalogue.js';
import type { CodatClient, ListQuery } from '../../codat/codat-client.js';
import type { Connections } from '../../connections/connections.js';
import type { RequiredConsents } from '../../consents/required-consents.js';
import type { CodatResponseCache } from '../../codat/response-cache.js';
import { HttpError, createNotFoundError } from '../../http-error.js';
import { dataStatusByDataType, integration, pullOperation } from '../../codat/schemas.js';
import type { ParsedSettings } from '../../settings.js';
import type { PlatformWithImages } from '../../platforms/platform-list.js';
import type { Signer } from '../../auth/signer.js';
import { readJsonAs } from '../body.js';
import { CatalogueBodyCache } from '../catalogue-body-cache.js';
import { listQuery, newConnectionBody, unlinkBody } from '../../operations/schemas.js';
import {
  authenticateBearerToken,
  pathParam,
  wantsFresh,
  type HandlersByPathAndMethod,
  type RequestContext,
} from '../request-context.js';

interface ApiDeps {
  readonly brandings: BrandingCache;
  readonly catalogue: Catalogue;
  readonly codat: CodatClient;
  readonly connections: Connections;
  readonly consents: RequiredConsents;
  readonly responseCache: CodatResponseCache;
  readonly settings: ParsedSettings;
  readonly signer: Signer;
}

/** `/api/*`: the paths of Codat's API that a page may use, only for the company of the token. */
export function createCodatProxyHandlers({
  brandings,
  catalogue,
  codat,
  connections,
  consents,
  responseCache,
  settings,
  signer,
}: ApiDeps): HandlersByPathAndMethod {
  const withCompany =
    (handle: (c: RequestContext, company: string) => Promise<Response>) =>
    async (c: RequestContext): Promise<Response> => {
      return handle(c, await authenticateBearerToken(c, signer, settings));
    };
  const forCompany = (handle: (c: RequestContext, company: string) => Promise<Response>) =>
    withCompany((c, company) => {
      if (pathParam(c, 'company') !== company) throw createNotFoundError();
      return handle(c, company);
    });

  const pages = new CatalogueBodyCache<string>();

  return {
    '/api/integrations': {
      GET: withCompany(async (c, company) => {
        const query = parseListQuery(c);
        const { platforms } = await catalogue.read(c.env.waitUntil);
        if (query['query'] === undefined && query['orderBy'] === undefined) {
          const { page = '1', pageSize = '100' } = query;
          const create = () => JSON.stringify(pageOfIntegrations(platforms, Number(page), Number(pageSize)));
          return jsonTextResponse(pages.get(platforms, `${page} ${pageSize}`, create));
        }
        const page = await responseCache.get({ company, name: `integrations ${JSON.stringify(query)}` }, () =>
          codat.readPage('integrations', integration, { query, reason: 'refresh', company }),
        );
        const enabled = page.results.flatMap(({ key }) =>
          platforms.filter(({ listed }) => listed.key === key),
        );
        return jsonResponse({ ...page, results: enabled.map(toIntegration) });
      }),
    },
    '/api/integrations/:key': {
      GET: withCompany(async (c) => {
        return jsonResponse(toIntegration(await catalogue.find(pathParam(c, 'key'), c.env.waitUntil)));
      }),
    },
    '/api/integrations/:key/branding': {
      GET: withCompany(async (c, company) => {
        const { listed, branding } = await catalogue.find(pathParam(c, 'key'), c.env.waitUntil);
        return jsonResponse(branding ?? (await brandings.read(listed.key, company)));
      }),
    },
    '/api/companies/:company/accessToken': {
      GET: forCompany(() => {
        throw new HttpError(
          403,
          'Codat’s access token is not handed to pages. Use the gateway’s routes instead.',
        );
      }),
    },
    '/api/companies/:company/connections': {
      GET: forCompany(async (c, company) =>
        jsonResponse(await connections.list(company, parseListQuery(c), wantsFresh(c))),
      ),
      POST: forCompany(async (c, company) => {
        const { platformKey, consent } = await readJsonAs(c.req.raw, newConnectionBody, settings.emit);
        await consents.assertGiven(company, platformKey, consent);
        return jsonResponse(await connections.createOrResume(company, platformKey, c.env.waitUntil));
      }),
    },
    '/api/companies/:company/connections/:connection': {
      GET: forCompany(async (c, company) =>
        jsonResponse(await connections.read(company, pathParam(c, 'connection'), wantsFresh(c))),
      ),
      PATCH: forCompany(async (c, company) => {
        await readJsonAs(c.req.raw, unlinkBody, settings.emit);
        return jsonResponse(await connections.unlink(company, pathParam(c, 'connection')));
      }),
      DELETE: forCompany(async (c, company) => {
        await connections.delete(company, pathParam(c, 'connection'));
        return new Response(null, { headers: { 'Cache-Control': 'no-store' } });
      }),
    },
    '/api/companies/:company/dataStatus': {
      GET: forCompany(async (c, company) => {
        const name = `companies/${company}/dataStatus`;
        const load = () => codat.read(name, dataStatusByDataType, { reason: 'refresh' });
        return jsonResponse(await responseCache.get({ company, name, fresh: wantsFresh(c) }, load));
      }),
    },
    '/api/companies/:company/data/history': {
      GET: forCompany(async (c, company) => {
        const query = parseListQuery(c);
        const path = `companies/${company}/data/history`;
        const load = () => codat.readPage(path, pullOperation, { query, reason: 'refresh' });
        const name = `history ${JSON.stringify(query)}`;
        return jsonResponse(await responseCache.get({ company, name, fresh: wantsFresh(c) }, load));
      }),
    },
  };
}

function parseListQuery(c: RequestContext): ListQuery {
  const parsed = listQuery.safeParse(c.req.query());
  if (!parsed.success)
    throw new HttpError(400, 'One of page, pageSize, query and orderBy is not what Codat takes.');
  return parsed.data;
}

function pageOfIntegrations(platforms: readonly PlatformWithImages[], number: number, size: number) {
  const link = (of: number) => ({ href: `/integrations?page=${of}&pageSize=${size}` });
  return {
    results: platforms.slice((number - 1) * size, number * size).map(toIntegration),
    pageNumber: number,
    pageSize: size,
    totalResults: platforms.length,
    _links: {
      self: link(number),
      current: { href: '/integrations' },
      next: number * size < platforms.length ? link(number + 1) : undefined,
    },
  };
}

/** Codat's `Integration`, with Codat's logo URL until the gateway has fetched the image. */
const toIntegration = ({ listed, logoUrl }: PlatformWithImages) => ({
  ...listed,
  logoUrl: logoUrl ?? listed.logoUrl ?? '',
});
