import type { Catalogue } from '../../platforms/catalogue.js';
import type { ParsedSettings } from '../../settings.js';
import { sha256Hex } from '../../sha256-hex.js';
import { HttpError } from '../../http-error.js';
import { toPlatformListBody } from '../../platforms/platform-list.js';
import { CatalogueBodyCache } from '../catalogue-body-cache.js';
import { type HandlersByPathAndMethod, type RequestContext } from '../request-context.js';

const completeCacheControl = 'public, max-age=600, stale-while-revalidate=86400';
const partialCacheControl = 'public, max-age=15, stale-while-revalidate=60';

/** `GET /platforms`: public, so browsers and CDNs may cache it. */
export function createPlatformListHandlers(
  catalogue: Catalogue,
  { dataTypes, readsOnly }: ParsedSettings,
): HandlersByPathAndMethod {
  const bodies = new CatalogueBodyCache<Promise<SerializedList>>();
  const reads = {
    dataTypes: Object.entries(dataTypes).map(([sourceType, dataTypes]) => ({ sourceType, dataTypes })),
    readsOnly,
  };
  return {
    '/platforms': {
      async GET(c) {
        const copy = await catalogue.readWithImages(c.env.waitUntil).catch((thrown: unknown) => {
          if (!(thrown instanceof HttpError)) throw thrown;
          const { message, retryAfter = 5, correlationId } = thrown;
          throw new HttpError(503, message, { retryAfter, correlationId });
        });
        // Read `complete` before the list is serialized: images that arrive meanwhile are not in it.
        const { complete, platforms } = copy;
        const { body, tag } = await bodies.get(platforms, 'platforms', () =>
          serialize({ ...toPlatformListBody(platforms), reads }),
        );
        const headers = {
          'Content-Type': 'application/json',
          'Cache-Control': complete ? completeCacheControl : partialCacheControl,
          ETag: tag,
        };
        if (matchesTag(c, tag)) return new Response(null, { status: 304, headers });
        return new Response(body, { headers });
      },
    },
  };
}

interface SerializedList {
  readonly body: string;
  readonly tag: string;
}

async function serialize(list: object): Promise<SerializedList> {
  const body = JSON.stringify(list);
  return { body, tag: `"${await sha256Hex(body)}"` };
}

/** `If-None-Match` of RFC 9110 §13.1.2; a cache may have made our tag a weak one. */
function matchesTag(c: RequestContext, tag: string): boolean {
  const tags = c.req.header('If-None-Match')?.split(',') ?? [];
  return tags.some((each) => each.trim().replace(/^W\//, '') === tag || each.trim() === '*');
}
