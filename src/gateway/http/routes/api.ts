import * as z from 'zod/mini';
import { answer } from '../../answer.js';
import type { Brandings } from '../../platforms/brandings.js';
import type { Catalogue } from '../../platforms/catalogue.js';
import type { Codat, Query } from '../../codat/codat.js';
import type { Connections } from '../../connections/connections.js';
import type { Consents } from '../../consents/consents.js';
import type { MergedReads } from '../../connections/merged-reads.js';
import { Problem, notFound } from '../../problem.js';
import { dataStatuses, integration, pullOperation } from '../../codat/schemas.js';
import type { Settings } from '../../settings.js';
import type { Platform } from '../../platforms/snapshot.js';
import type { Signer } from '../../auth/signer.js';
import { readJson } from '../body.js';
import { companyOf, inBackground, part, wantsNews, type Routes, type Visit } from '../visit.js';

/** What the routes of `/api` are put together from. */
export interface ApiParts {
  readonly brandings: Brandings;
  readonly catalogue: Catalogue;
  readonly codat: Codat;
  readonly connections: Connections;
  readonly consents: Consents;
  readonly reads: MergedReads;
  readonly settings: Settings;
  readonly signer: Signer;
}

const newConnection = z.object({ platformKey: z.string(), consent: z.optional(z.string()) });
const unlinking = z.strictObject({ status: z.literal('Unlinked') });

/** `/api/*`: Codat's own paths, these and no others, for the company of the token and no other. */
export function apiRoutes({
  brandings,
  catalogue,
  codat,
  connections,
  consents,
  reads,
  settings,
  signer,
}: ApiParts): Routes {
  const forAnyone =
    (handle: (visit: Visit, company: string) => Promise<Response>) =>
    async (visit: Visit): Promise<Response> => {
      return handle(visit, await companyOf(visit, signer, settings));
    };
  const forCompany = (handle: (visit: Visit, company: string) => Promise<Response>) =>
    forAnyone((visit, company) => {
      if (part(visit, 'company') !== company) throw notFound();
      return handle(visit, company);
    });

  return {
    '/api/integrations': {
      GET: forAnyone(async (visit, company) => {
        const query = readQuery(visit);
        const { platforms } = await catalogue.read(inBackground(visit));
        if (query['query'] === undefined && query['orderBy'] === undefined) {
          return answer(pageOfIntegrations(platforms, query));
        }
        const page = await reads.read({ company, name: `integrations ${JSON.stringify(query)}` }, () =>
          codat.readPage('integrations', integration, { query, reason: 'refresh', company }),
        );
        const offered = page.results.flatMap(({ key }) =>
          platforms.filter(({ listed }) => listed.key === key),
        );
        return answer({ ...page, results: offered.map(toIntegration) });
      }),
    },
    '/api/integrations/:key': {
      GET: forAnyone(async (visit) => {
        return answer(toIntegration(await catalogue.find(part(visit, 'key'), inBackground(visit))));
      }),
    },
    '/api/integrations/:key/branding': {
      GET: forAnyone(async (visit, company) => {
        const { listed, branding } = await catalogue.find(part(visit, 'key'), inBackground(visit));
        return answer(branding ?? (await brandings.read(listed.key, company)));
      }),
    },
    '/api/companies/:company/accessToken': {
      GET: forCompany(() => {
        throw new Problem(
          403,
          'Codat’s access token is not handed to pages. Use the gateway’s routes instead.',
        );
      }),
    },
    '/api/companies/:company/connections': {
      GET: forCompany(async (visit, company) =>
        answer(await connections.list(company, readQuery(visit), wantsNews(visit))),
      ),
      POST: forCompany(async (visit, company) => {
        const { platformKey, consent } = await readJson(visit.req.raw, newConnection, settings.tell);
        await consents.demand(company, platformKey, consent);
        return answer(await connections.begin(company, platformKey, inBackground(visit)));
      }),
    },
    '/api/companies/:company/connections/:connection': {
      GET: forCompany(async (visit, company) =>
        answer(await connections.read(company, part(visit, 'connection'), wantsNews(visit))),
      ),
      PATCH: forCompany(async (visit, company) => {
        await readJson(visit.req.raw, unlinking, settings.tell);
        return answer(await connections.unlink(company, part(visit, 'connection')));
      }),
      DELETE: forCompany(async (visit, company) => {
        await connections.delete(company, part(visit, 'connection'));
        return new Response(null, { headers: { 'Cache-Control': 'no-store' } });
      }),
    },
    '/api/companies/:company/dataStatus': {
      GET: forCompany(async (visit, company) => {
        const name = `companies/${company}/dataStatus`;
        const load = () => codat.read(name, dataStatuses, { reason: 'refresh' });
        return answer(await reads.read({ company, name, news: wantsNews(visit) }, load));
      }),
    },
    '/api/companies/:company/data/history': {
      GET: forCompany(async (visit, company) => {
        const query = readQuery(visit);
        const path = `companies/${company}/data/history`;
        const load = () => codat.readPage(path, pullOperation, { query, reason: 'refresh' });
        const name = `history ${JSON.stringify(query)}`;
        return answer(await reads.read({ company, name, news: wantsNews(visit) }, load));
      }),
    },
  };
}

/** The parameters of Codat's lists; what it has not got does not reach it. */
const listQuery = z.object({
  page: z.optional(z.string().check(z.regex(/^[1-9]\d{0,5}$/))),
  pageSize: z.optional(z.string().check(z.regex(/^([1-4]?\d{1,3}|5000)$/), z.regex(/[1-9]/))),
  query: z.optional(z.string().check(z.minLength(1), z.maxLength(2047))),
  orderBy: z.optional(z.string().check(z.regex(/^-?[a-z][\w.]{0,99}$/i))),
});

function readQuery(visit: Visit): Query {
  const read = listQuery.safeParse(visit.req.query());
  if (!read.success)
    throw new Problem(400, 'One of page, pageSize, query and orderBy is not what Codat takes.');
  return read.data;
}

function pageOfIntegrations(platforms: readonly Platform[], { page = '1', pageSize = '100' }: Query) {
  const [number, size] = [Number(page), Number(pageSize)];
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

/** As Codat has it; its own logo stands in until we have ours. */
const toIntegration = ({ listed, logoUrl }: Platform) => ({
  ...listed,
  logoUrl: logoUrl ?? listed.logoUrl ?? '',
});
