import * as z from 'zod/mini';
import { answer } from '../../answer.js';
import type { Consents } from '../../consents/consents.js';
import type { Settings } from '../../settings.js';
import type { MadeShare, Shares } from '../../share-links/shares.js';
import type { Signer } from '../../auth/signer.js';
import { readJson } from '../body.js';
import { companyOf, inBackground, part, wantsNews, type Routes } from '../visit.js';

interface SharesParts {
  readonly consents: Consents;
  readonly settings: Settings;
  readonly shares: Shares;
  readonly signer: Signer;
}

const newShare = z.object({ platformKey: z.string(), consent: z.optional(z.string()) });

/** `/shares`: a company's people make links for whoever has the log-in, see what became of them, and withdraw them. */
export function sharesRoutes({ consents, settings, shares, signer }: SharesParts): Routes {
  return {
    '/shares': {
      async GET(visit) {
        const company = await companyOf(visit, signer, settings);
        return answer({ results: (await shares.list(company, wantsNews(visit))).map(presented) });
      },
      async POST(visit) {
        const company = await companyOf(visit, signer, settings);
        const { platformKey, consent } = await readJson(visit.req.raw, newShare, settings.tell);
        await consents.demand(company, platformKey, consent);
        const { share, secret } = await shares.make(company, platformKey, inBackground(visit));
        const url = `${settings.baseUrl}/share/${secret}`;
        return answer({ ...presented({ share, status: 'open' }), url }, { status: 201 });
      },
    },
    '/shares/:id': {
      async DELETE(visit) {
        const company = await companyOf(visit, signer, settings);
        await shares.withdraw(company, part(visit, 'id'));
        return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
      },
    },
  };
}

function presented({ share, status, connection }: MadeShare) {
  const { id, platformKey, platformName, expires } = share;
  const expiresAt = new Date(expires).toISOString();
  return { id, platformKey, platformName, expiresAt, status, connectionId: connection };
}
