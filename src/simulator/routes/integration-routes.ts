import { listPage } from '../listing.js';
import type { Memory } from '../memory.js';
import type { SimulatedPlatform } from '../platforms/platforms.js';
import { idsOf } from '../platforms/platforms.js';
import type { Kind } from '../query.js';
import { Refusal } from './refusal.js';
import { route, type Route } from './router.js';
import type { Wire } from './wire.js';

const integrations: Kind<SimulatedPlatform> = {
  name: 'Integration',
  fields: {
    key: ({ key }) => key,
    name: ({ name }) => name,
    enabled: ({ enabled = true }) => enabled,
    sourceType: ({ sourceType }) => sourceType,
    sourceId: (platform) => idsOf(platform).sourceId,
    integrationId: (platform) => idsOf(platform).integrationId,
    isOfflineConnector: ({ offline = false }) => offline,
    isBeta: () => false,
  },
};

/** `/integrations`: the platforms, and how they look. */
export function integrationRoutes(memory: Memory, wire: Wire): readonly Route[] {
  return [
    route('GET', '/integrations', ({ url }) =>
      listPage(url, memory.platforms, integrations, (platform) => wire.integration(platform)),
    ),
    route('GET', '/integrations/{platformKey}', ({ path }) =>
      Response.json(wire.integration(memory.platform(path.platformKey))),
    ),
    route('GET', '/integrations/{platformKey}/branding', ({ path }) => {
      const platform = memory.platform(path.platformKey);
      if (platform.branding === 'missing')
        throw new Refusal(404, `No branding was found for ${platform.key}`);
      return Response.json(wire.branding(platform));
    }),
  ];
}
