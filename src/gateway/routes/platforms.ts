import { answer } from '../answer.js';
import type { Catalogue } from '../catalogue.js';
import { sha256 } from '../hash.js';
import { Problem } from '../problem.js';
import { listOf } from '../snapshot.js';
import { inBackground, type Routes, type Visit } from './visit.js';

const lasting = 'public, max-age=600, stale-while-revalidate=86400';
const passing = 'public, max-age=15, stale-while-revalidate=60';

/** `GET /platforms`: what every visitor may see, so browsers and CDNs may keep it. */
export function platformRoutes(catalogue: Catalogue): Routes {
  return {
    '/platforms': {
      async GET(visit) {
        const copy = await catalogue.readWithPictures(inBackground(visit)).catch((thrown: unknown) => {
          if (!(thrown instanceof Problem)) throw thrown;
          const { message, retryAfter = 5, correlationId } = thrown;
          throw new Problem(503, message, { retryAfter, correlationId });
        });
        const body = listOf(copy.platforms);
        const headers = {
          'Cache-Control': copy.complete ? lasting : passing,
          ETag: `"${await sha256(JSON.stringify(body))}"`,
        };
        if (hasAlready(visit, headers.ETag)) return new Response(null, { status: 304, headers });
        return answer(body, { headers });
      },
    },
  };
}

/** RFC 9110 §13.1.2: a cache on the way may have made our tag a weak one. */
function hasAlready(visit: Visit, tag: string): boolean {
  const tags = visit.req.header('If-None-Match')?.split(',') ?? [];
  return tags.some((each) => each.trim().replace(/^W\//, '') === tag || each.trim() === '*');
}
