import { readJsonObject } from './read-json-object.js';
import { respondWithListPage } from '../listing.js';
import type { Database } from '../database.js';
import {
  createMalformedQueryError,
  splitComparison,
  type QueryableResourceDefinition,
} from '../query-language.js';
import { createInvalidRequestError } from './api-error.js';
import { createRoute, type Route } from './router.js';
import type { CompanyRecord } from '../state.js';
import { toIsoString, type RecordSerializer } from './record-serializer.js';

/** `/companies`, and the endpoints of one company. */
export function createCompanyRoutes(database: Database, serializer: RecordSerializer): readonly Route[] {
  const companies: QueryableResourceDefinition<CompanyRecord> = {
    name: 'Company',
    fields: {
      id: ({ id }) => id,
      name: ({ name }) => name,
      description: ({ description }) => description,
      created: ({ created }) => toIsoString(created),
      'dataConnections.status': ({ connections }) => connections.map(({ status }) => status),
      'dataConnections.platformName': ({ connections }) =>
        connections.map(({ platformKey }) => database.platform(platformKey).name),
    },
  };
  const serialize = (company: CompanyRecord) => serializer.company(company);

  return [
    createRoute('GET', '/companies', ({ url }) => {
      const tags = url.searchParams.get('tags');
      const found = tags ? database.state.companies.filter(matchesTags(tags)) : database.state.companies;
      return respondWithListPage(url, found, companies, serialize);
    }),
    createRoute('POST', '/companies', async ({ request }) => {
      const { name, ...rest } = parseFields(await readJsonObject(request));
      if (name === undefined) throw createInvalidRequestError('name is required.');
      return Response.json(serialize(database.addCompany({ tags: {}, ...rest, name })));
    }),
    createRoute('GET', '/companies/{companyId}', ({ params }) =>
      Response.json(serialize(database.company(params.companyId))),
    ),
    createRoute('PATCH', '/companies/{companyId}', async ({ params, request }) => {
      const company = database.company(params.companyId);
      return Response.json(serialize(Object.assign(company, parseFields(await readJsonObject(request)))));
    }),
    createRoute('DELETE', '/companies/{companyId}', ({ params }) => {
      database.removeCompany(params.companyId);
      return new Response(null, { status: 204 });
    }),
    createRoute('GET', '/companies/{companyId}/accessToken', ({ params }) => {
      database.company(params.companyId);
      return Response.json({ expiresIn: 86_400, accessToken: crypto.randomUUID(), tokenType: 'Bearer' });
    }),
  ];
}

/** The fields that a body sets; those it leaves out or sets to null stay unchanged. */
function parseFields(body: Readonly<Record<string, unknown>>): Partial<CompanyRecord> {
  const { name, description, tags } = body;
  return {
    ...(name != null && { name: nameFrom(name) }),
    ...(description != null && { description: textFrom(description) }),
    ...(tags != null && { tags: tagsFrom(tags) }),
  };
}

/** Codat silently strips invalid characters from a name (managing-companies). */
function nameFrom(value: unknown): string {
  const name = textFrom(value).replace(/[^A-Za-z0-9\s\-',&@.,?!]/g, '');
  if (name.trim() === '') throw createInvalidRequestError('name must not be empty.');
  return name;
}

function textFrom(value: unknown): string {
  if (typeof value !== 'string') throw createInvalidRequestError('name and description must be text.');
  return value;
}

/** At most ten tags, keys of 27 characters and values of 100 (Codat's OpenAPI). */
function tagsFrom(value: unknown): Record<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
  const fits = ([key, text]: [string, unknown]) =>
    /^.{1,27}$/.test(key) && typeof text === 'string' && text.length <= 100;
  if (!entries || entries.length > 10 || !entries.every(fits))
    throw createInvalidRequestError('tags are not valid.');
  return Object.fromEntries(entries.map(([key, text]) => [key, String(text)]));
}

/** Parses a query such as `region=uk && team=x`: comparisons by `=`, `!=` and `~`, joined by `&&`. */
function matchesTags(query: string): (company: CompanyRecord) => boolean {
  const clauses = query.split('&&').map(splitComparison);
  if (clauses.some(({ operator }) => !['=', '!=', '~'].includes(operator))) throw createMalformedQueryError();
  return ({ tags }) =>
    clauses.every(({ property, operator, value }) => {
      const tag = tags[property];
      if (operator === '~') return tag?.includes(value) === true;
      return (tag === value) === (operator === '=');
    });
}
