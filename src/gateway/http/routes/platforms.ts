import type { Catalogue, CatalogueCopy } from '../../platforms/catalogue.js';
import { sha256 } from '../../hash.js';
import { Problem } from '../../problem.js';
import { listOf } from '../../platforms/snapshot.js';
import { inBackground, type Routes, type Visit } from '../visit.js';

const lasting = 'public, max-age=600, stale-while-revalidate=86400';
const passing = 'public, max-age=15, stale-while-revalidate=60';

/** `GET /platforms`: what every visitor may see, so browsers and CDNs may keep it. */
export function platformRoutes(catalogue: Catalogue): Routes {
  /** What the last list came to. The catalogue has another list whenever something in it changed. */
  let last: { readonly of: CatalogueCopy['platforms']; readonly written: Promise<Written> } | undefined;
  const write = (platforms: CatalogueCopy['platforms']): Promise<Written> => {
    if (last?.of !== platforms) last = { of: platforms, written: written(platforms) };
    return last.written;
  };
  return {
    '/platforms': {
      async GET(visit) {
        const copy = await catalogue.readWithPictures(inBackground(visit)).catch((thrown: unknown) => {
          if (!(thrown instanceof Problem)) throw thrown;
          const { message, retryAfter = 5, correlationId } = thrown;
          throw new Problem(503, message, { retryAfter, correlationId });
        });
        // What comes while the list is written is not in it.
        const { complete, platforms } = copy;
        const { body, tag } = await write(platforms);
        const headers = {
          'Content-Type': 'application/json',
          'Cache-Control': complete ? lasting : passing,
          ETag: tag,
        };
        if (hasAlready(visit, tag)) return new Response(null, { status: 304, headers });
        return new Response(body, { headers });
      },
    },
  };
}

interface Written {
  readonly body: string;
  readonly tag: string;
}

async function written(platforms: CatalogueCopy['platforms']): Promise<Written> {
  const body = JSON.stringify(listOf(platforms));
  return { body, tag: `"${await sha256(body)}"` };
}

/** RFC 9110 §13.1.2: a cache on the way may have made our tag a weak one. */
function hasAlready(visit: Visit, tag: string): boolean {
  const tags = visit.req.header('If-None-Match')?.split(',') ?? [];
  return tags.some((each) => each.trim().replace(/^W\//, '') === tag || each.trim() === '*');
}
