import { listPage } from '../listing.js';
import type { Memory } from '../memory.js';
import { look, type PullRecord } from '../pulls.js';
import type { Kind } from '../query.js';
import { Refusal } from './refusal.js';
import { route, type Route } from './router.js';
import { utc, type Wire } from './wire.js';

interface Pulled {
  readonly connectionId: string;
  readonly pull: PullRecord;
}

/** What has been read of a company, and what is being read. */
export function dataRoutes(memory: Memory, wire: Wire): readonly Route[] {
  // `isCompleted` is shown but can't be asked about (Codat's OpenAPI).
  const datasets: Kind<Pulled> = {
    name: 'Dataset',
    fields: {
      id: ({ pull }) => pull.id,
      connectionId: ({ connectionId }) => connectionId,
      dataType: ({ pull }) => pull.dataType,
      status: ({ pull }) => look(pull, memory.now).status,
      progress: ({ pull }) => look(pull, memory.now).progress,
      requested: ({ pull }) => utc(pull.requested),
    },
  };
  const pulled = (companyId: string): Pulled[] =>
    memory
      .company(companyId)
      .connections.flatMap(({ id, pulls }) => pulls.map((pull) => ({ connectionId: id, pull })));

  return [
    route('GET', '/companies/{companyId}/dataStatus', ({ path }) =>
      Response.json(wire.dataStatus(memory.company(path.companyId))),
    ),
    route('GET', '/companies/{companyId}/data/history', ({ url, path: { companyId } }) =>
      listPage(url, pulled(companyId), datasets, ({ connectionId, pull }) =>
        wire.pull(companyId, connectionId, pull),
      ),
    ),
    route('GET', '/companies/{companyId}/data/history/{datasetId}', ({ path: { companyId, datasetId } }) => {
      const found = pulled(companyId).find(({ pull }) => pull.id === datasetId);
      if (!found) throw new Refusal(404, `No dataset was found with ID ${datasetId}`);
      return Response.json(wire.pull(companyId, found.connectionId, found.pull));
    }),
    route('POST', '/companies/{companyId}/data/all', ({ path }) => {
      memory.refresh(path.companyId);
      return new Response(null, { status: 204 });
    }),
  ];
}
