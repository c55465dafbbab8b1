import { objectIn } from './body.js';
import { listPage } from '../listing.js';
import type { Memory } from '../memory.js';
import { malformed, parseClause, type Kind } from '../query.js';
import { invalid } from './refusal.js';
import { route, type Route } from './router.js';
import type { CompanyRecord } from '../state.js';
import { utc, type Wire } from './wire.js';

/** `/companies`, and what hangs on one company alone. */
export function companyRoutes(memory: Memory, wire: Wire): readonly Route[] {
  const companies: Kind<CompanyRecord> = {
    name: 'Company',
    fields: {
      id: ({ id }) => id,
      name: ({ name }) => name,
      description: ({ description }) => description,
      created: ({ created }) => utc(created),
      'dataConnections.status': ({ connections }) => connections.map(({ status }) => status),
      'dataConnections.platformName': ({ connections }) =>
        connections.map(({ platformKey }) => memory.platform(platformKey).name),
    },
  };
  const show = (company: CompanyRecord) => wire.company(company);

  return [
    route('GET', '/companies', ({ url }) => {
      const tags = url.searchParams.get('tags');
      const found = tags ? memory.state.companies.filter(taggedBy(tags)) : memory.state.companies;
      return listPage(url, found, companies, show);
    }),
    route('POST', '/companies', async ({ request }) => {
      const { name, ...rest } = facts(await objectIn(request));
      if (name === undefined) throw invalid('name is required.');
      return Response.json(show(memory.addCompany({ tags: {}, ...rest, name })));
    }),
    route('GET', '/companies/{companyId}', ({ path }) => Response.json(show(memory.company(path.companyId)))),
    route('PATCH', '/companies/{companyId}', async ({ path, request }) => {
      const company = memory.company(path.companyId);
      return Response.json(show(Object.assign(company, facts(await objectIn(request)))));
    }),
    route('DELETE', '/companies/{companyId}', ({ path }) => {
      memory.removeCompany(path.companyId);
      return new Response(null, { status: 204 });
    }),
    route('GET', '/companies/{companyId}/accessToken', ({ path }) => {
      memory.company(path.companyId);
      return Response.json({ expiresIn: 86_400, accessToken: crypto.randomUUID(), tokenType: 'Bearer' });
    }),
  ];
}

/** What a body says of a company; what it leaves out or sets to null stays as it was. */
function facts(body: Readonly<Record<string, unknown>>): Partial<CompanyRecord> {
  const { name, description, tags } = body;
  return {
    ...(name != null && { name: nameFrom(name) }),
    ...(description != null && { description: textFrom(description) }),
    ...(tags != null && { tags: tagsFrom(tags) }),
  };
}

/** Codat strips the characters it does not take in a name, and says nothing (managing-companies). */
function nameFrom(value: unknown): string {
  const name = textFrom(value).replace(/[^A-Za-z0-9\s\-',&@.,?!]/g, '');
  if (name.trim() === '') throw invalid('name must not be empty.');
  return name;
}

function textFrom(value: unknown): string {
  if (typeof value !== 'string') throw invalid('name and description must be text.');
  return value;
}

/** At most ten tags, keys of 27 characters and values of 100 (Codat's OpenAPI). */
function tagsFrom(value: unknown): Record<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
  const fits = ([key, text]: [string, unknown]) =>
    /^.{1,27}$/.test(key) && typeof text === 'string' && text.length <= 100;
  if (!entries || entries.length > 10 || !entries.every(fits)) throw invalid('tags are not valid.');
  return Object.fromEntries(entries.map(([key, text]) => [key, String(text)]));
}

/** `region=uk && team=x`: `=`, `!=` and `~`, joined by `&&`. */
function taggedBy(query: string): (company: CompanyRecord) => boolean {
  const clauses = query.split('&&').map(parseClause);
  if (clauses.some(({ operator }) => !['=', '!=', '~'].includes(operator))) throw malformed();
  return ({ tags }) =>
    clauses.every(({ property, operator, value }) => {
      const tag = tags[property];
      if (operator === '~') return tag?.includes(value) === true;
      return (tag === value) === (operator === '=');
    });
}
