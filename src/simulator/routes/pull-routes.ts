import { respondWithListPage } from '../listing.js';
import type { Database } from '../database.js';
import { pullStateAt, type PlannedPull } from '../pulls.js';
import type { QueryableResourceDefinition } from '../query-language.js';
import { ApiError } from './api-error.js';
import { createRoute, type Route } from './router.js';
import { toIsoString, type RecordSerializer } from './record-serializer.js';

interface PullOfConnection {
  readonly connectionId: string;
  readonly pull: PlannedPull;
}

/** The status and the history of a company's syncs, and the endpoint that starts one. */
export function createPullRoutes(database: Database, serializer: RecordSerializer): readonly Route[] {
  // `isCompleted` is in the response, but can't be queried (Codat's OpenAPI).
  const datasets: QueryableResourceDefinition<PullOfConnection> = {
    name: 'Dataset',
    fields: {
      id: ({ pull }) => pull.id,
      connectionId: ({ connectionId }) => connectionId,
      dataType: ({ pull }) => pull.dataType,
      status: ({ pull }) => pullStateAt(pull, database.now).status,
      progress: ({ pull }) => pullStateAt(pull, database.now).progress,
      requested: ({ pull }) => toIsoString(pull.requested),
    },
  };
  const pullsOf = (companyId: string): PullOfConnection[] =>
    database
      .company(companyId)
      .connections.flatMap(({ id, pulls }) => pulls.map((pull) => ({ connectionId: id, pull })));

  return [
    createRoute('GET', '/companies/{companyId}/dataStatus', ({ params }) =>
      Response.json(serializer.dataStatus(database.company(params.companyId))),
    ),
    createRoute('GET', '/companies/{companyId}/data/history', ({ url, params: { companyId } }) =>
      respondWithListPage(url, pullsOf(companyId), datasets, ({ connectionId, pull }) =>
        serializer.pull(companyId, connectionId, pull),
      ),
    ),
    createRoute(
      'GET',
      '/companies/{companyId}/data/history/{datasetId}',
      ({ params: { companyId, datasetId } }) => {
        const found = pullsOf(companyId).find(({ pull }) => pull.id === datasetId);
        if (!found) throw new ApiError(404, `No dataset was found with ID ${datasetId}`);
        return Response.json(serializer.pull(companyId, found.connectionId, found.pull));
      },
    ),
    createRoute('POST', '/companies/{companyId}/data/all', ({ params }) => {
      database.refresh(params.companyId);
      return new Response(null, { status: 204 });
    }),
  ];
}
