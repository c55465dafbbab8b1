import { objectIn } from './body.js';
import { listPage } from '../listing.js';
import type { Found, Memory } from '../memory.js';
import { idsOf } from '../platforms/platforms.js';
import type { Kind } from '../query.js';
import { invalid } from './refusal.js';
import { route, type Route } from './router.js';
import { utc, type Wire } from './wire.js';

const connections: Kind<Found> = {
  name: 'DataConnection',
  fields: {
    id: ({ connection }) => connection.id,
    status: ({ connection }) => connection.status,
    created: ({ connection }) => utc(connection.created),
    platformName: ({ platform }) => platform.name,
    integrationKey: ({ platform }) => platform.key,
    integrationId: ({ platform }) => idsOf(platform).integrationId,
    sourceId: ({ platform }) => idsOf(platform).sourceId,
    sourceType: ({ platform }) => platform.sourceType,
  },
};

/** `/companies/{companyId}/connections`. Codat takes any number of them, of any kind; so does this. */
export function connectionRoutes(memory: Memory, wire: Wire): readonly Route[] {
  const all = '/companies/{companyId}/connections';
  const one = '/companies/{companyId}/connections/{connectionId}';
  const shown = (companyId: string, connectionId: string) =>
    Response.json(wire.connection(memory.connection(companyId, connectionId)));

  return [
    route('GET', all, ({ url, path: { companyId } }) => {
      const found = memory.company(companyId).connections.map(({ id }) => memory.connection(companyId, id));
      return listPage(url, found, connections, (each) => wire.connection(each));
    }),
    route('POST', all, async ({ request, path: { companyId } }) => {
      memory.company(companyId);
      const { platformKey } = await objectIn(request);
      if (typeof platformKey !== 'string') throw invalid('platformKey is required.');
      if (memory.platform(platformKey).enabled === false) throw invalid(`${platformKey} is not enabled.`);
      return shown(companyId, memory.addConnection(companyId, platformKey).id);
    }),
    route('GET', one, ({ path: { companyId, connectionId } }) => shown(companyId, connectionId)),
    route('PATCH', one, async ({ request, path: { companyId, connectionId } }) => {
      const { connection } = memory.connection(companyId, connectionId);
      const { status } = await objectIn(request);
      // Codat's OpenAPI lets any status be sent; its pages give a meaning to this one alone.
      if (status !== 'Unlinked') throw invalid('status must be Unlinked.');
      memory.sever(connection.id, status);
      return shown(companyId, connectionId);
    }),
    route('DELETE', one, ({ path: { companyId, connectionId } }) => {
      memory.removeConnection(companyId, connectionId);
      return new Response(null, { status: 200 });
    }),
  ];
}
