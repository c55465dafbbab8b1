import * as z from 'zod/mini';
import type { NewShareLink, ShareLinkBody } from '../../../contract/share-link.js';
import { jsonResponse } from '../../responses.js';
import type { Consents } from '../../consents/consents.js';
import type { Settings } from '../../settings.js';
import type { ListedShareLink, ShareLinks } from '../../share-links/share-links.js';
import type { Signer } from '../../auth/signer.js';
import { readJson } from '../body.js';
import { authenticate, waitUntilOf, param, wantsFresh, type Routes } from '../request-context.js';

interface ShareLinkDeps {
  readonly consents: Consents;
  readonly settings: Settings;
  readonly shareLinks: ShareLinks;
  readonly signer: Signer;
}

const newShareLinkBody: z.ZodMiniType<NewShareLink> = z.object({
  platformKey: z.string(),
  consent: z.optional(z.string()),
});

/** `/shares`: a company's people create links for whoever has the log-in, list them with their statuses, and withdraw them. */
export function shareLinkRoutes({ consents, settings, shareLinks, signer }: ShareLinkDeps): Routes {
  return {
    '/shares': {
      async GET(c) {
        const company = await authenticate(c, signer, settings);
        return jsonResponse({ results: (await shareLinks.list(company, wantsFresh(c))).map(present) });
      },
      async POST(c) {
        const company = await authenticate(c, signer, settings);
        const { platformKey, consent } = await readJson(c.req.raw, newShareLinkBody, settings.emit);
        await consents.assertGiven(company, platformKey, consent);
        const { shareLink, secret } = await shareLinks.create(company, platformKey, waitUntilOf(c));
        const url = `${settings.baseUrl}/share/${secret}`;
        return jsonResponse({ ...present({ shareLink, status: 'open' }), url }, { status: 201 });
      },
    },
    '/shares/:id': {
      async DELETE(c) {
        const company = await authenticate(c, signer, settings);
        await shareLinks.withdraw(company, param(c, 'id'));
        return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
      },
    },
  };
}

function present({ shareLink, status, connection }: ListedShareLink): ShareLinkBody {
  const { id, platformKey, platformName, expires } = shareLink;
  const expiresAt = new Date(expires).toISOString();
  return { id, platformKey, platformName, expiresAt, status, connectionId: connection, url: undefined };
}
