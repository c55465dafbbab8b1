import { readJsonObject } from './read-json-object.js';
import { respondWithListPage } from '../listing.js';
import type { ConnectionWithRelations, Database } from '../database.js';
import { idsOfPlatform } from '../platforms/platforms.js';
import type { QueryableResourceDefinition } from '../query-language.js';
import { createInvalidRequestError } from './api-error.js';
import { createRoute, type Route } from './router.js';
import { toIsoString, type RecordSerializer } from './record-serializer.js';

const connections: QueryableResourceDefinition<ConnectionWithRelations> = {
  name: 'DataConnection',
  fields: {
    id: ({ connection }) => connection.id,
    status: ({ connection }) => connection.status,
    created: ({ connection }) => toIsoString(connection.created),
    platformName: ({ platform }) => platform.name,
    integrationKey: ({ platform }) => platform.key,
    integrationId: ({ platform }) => idsOfPlatform(platform).integrationId,
    sourceId: ({ platform }) => idsOfPlatform(platform).sourceId,
    sourceType: ({ platform }) => platform.sourceType,
  },
};

/** `/companies/{companyId}/connections`. As at Codat a company may have any number of them, also of one platform. */
export function createConnectionRoutes(database: Database, serializer: RecordSerializer): readonly Route[] {
  const all = '/companies/{companyId}/connections';
  const one = '/companies/{companyId}/connections/{connectionId}';
  const respondWith = (companyId: string, connectionId: string) =>
    Response.json(serializer.connection(database.connection(companyId, connectionId)));

  return [
    createRoute('GET', all, ({ url, params: { companyId } }) => {
      const found = database
        .company(companyId)
        .connections.map(({ id }) => database.connection(companyId, id));
      return respondWithListPage(url, found, connections, (each) => serializer.connection(each));
    }),
    createRoute('POST', all, async ({ request, params: { companyId } }) => {
      database.company(companyId);
      const { platformKey } = await readJsonObject(request);
      if (typeof platformKey !== 'string') throw createInvalidRequestError('platformKey is required.');
      if (database.platform(platformKey).enabled === false)
        throw createInvalidRequestError(`${platformKey} is not enabled.`);
      return respondWith(companyId, database.addConnection(companyId, platformKey).id);
    }),
    createRoute('GET', one, ({ params: { companyId, connectionId } }) =>
      respondWith(companyId, connectionId),
    ),
    createRoute('PATCH', one, async ({ request, params: { companyId, connectionId } }) => {
      const { connection } = database.connection(companyId, connectionId);
      const { status } = await readJsonObject(request);
      // Codat's OpenAPI allows any status; its documentation describes only this one.
      if (status !== 'Unlinked') throw createInvalidRequestError('status must be Unlinked.');
      database.endAccess(connection.id, status);
      return respondWith(companyId, connectionId);
    }),
    createRoute('DELETE', one, ({ params: { companyId, connectionId } }) => {
      database.removeConnection(companyId, connectionId);
      return new Response(null, { status: 200 });
    }),
  ];
}
