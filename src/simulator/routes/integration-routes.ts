import { respondWithListPage } from '../listing.js';
import type { Database } from '../database.js';
import type { SimulatedPlatform } from '../platforms/platforms.js';
import { idsOfPlatform } from '../platforms/platforms.js';
import type { QueryableResourceDefinition } from '../query-language.js';
import { ApiError } from './api-error.js';
import { createRoute, type Route } from './router.js';
import type { RecordSerializer } from './record-serializer.js';

const integrations: QueryableResourceDefinition<SimulatedPlatform> = {
  name: 'Integration',
  fields: {
    key: ({ key }) => key,
    name: ({ name }) => name,
    enabled: ({ enabled = true }) => enabled,
    sourceType: ({ sourceType }) => sourceType,
    sourceId: (platform) => idsOfPlatform(platform).sourceId,
    integrationId: (platform) => idsOfPlatform(platform).integrationId,
    isOfflineConnector: ({ offline = false }) => offline,
    isBeta: () => false,
  },
};

/** `/integrations`: the platforms, and their branding. */
export function createIntegrationRoutes(database: Database, serializer: RecordSerializer): readonly Route[] {
  return [
    createRoute('GET', '/integrations', ({ url }) =>
      respondWithListPage(url, database.platforms, integrations, (platform) =>
        serializer.integration(platform),
      ),
    ),
    createRoute('GET', '/integrations/{platformKey}', ({ params }) =>
      Response.json(serializer.integration(database.platform(params.platformKey))),
    ),
    createRoute('GET', '/integrations/{platformKey}/branding', ({ params }) => {
      const platform = database.platform(params.platformKey);
      if (platform.branding === 'missing')
        throw new ApiError(404, `No branding was found for ${platform.key}`);
      return Response.json(serializer.branding(platform));
    }),
  ];
}
