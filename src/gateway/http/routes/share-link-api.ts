import type * as z from 'zod/mini';
import { jsonResponse } from '../../responses.js';
import type { RequiredConsents } from '../../consents/required-consents.js';
import type { ParsedSettings } from '../../settings.js';
import type { ShareLinkWithStatus, ShareLinks } from '../../share-links/share-links.js';
import type { Signer } from '../../auth/signer.js';
import { readJsonAs } from '../body.js';
import { newShareLinkBody, type createdShareLink, type ListedShareLink } from '../../operations/schemas.js';
import {
  authenticateBearerToken,
  noContent,
  pathParam,
  wantsFresh,
  type HandlersByPathAndMethod,
} from '../request-context.js';

interface ShareLinkDeps {
  readonly consents: RequiredConsents;
  readonly settings: ParsedSettings;
  readonly shareLinks: ShareLinks;
  readonly signer: Signer;
}

/** `/shares`: a company's people create links for whoever has the log-in, list them with their statuses, and withdraw them. */
export function createShareLinkApiHandlers({
  consents,
  settings,
  shareLinks,
  signer,
}: ShareLinkDeps): HandlersByPathAndMethod {
  return {
    '/shares': {
      async GET(c) {
        const company = await authenticateBearerToken(c, signer, settings);
        return jsonResponse({ results: (await shareLinks.list(company, wantsFresh(c))).map(present) });
      },
      async POST(c) {
        const company = await authenticateBearerToken(c, signer, settings);
        const { platformKey, consent } = await readJsonAs(c.req.raw, newShareLinkBody, settings.emit);
        await consents.assertGiven(company, platformKey, consent);
        const { shareLink, secret } = await shareLinks.create(company, platformKey, c.env.waitUntil);
        const created = {
          ...present({ shareLink, status: 'open' }),
          url: `${settings.baseUrl}/share/${secret}`,
        } satisfies z.input<typeof createdShareLink>;
        return jsonResponse(created, { status: 201 });
      },
    },
    '/shares/:id': {
      async DELETE(c) {
        const company = await authenticateBearerToken(c, signer, settings);
        await shareLinks.withdraw(company, pathParam(c, 'id'));
        return noContent();
      },
    },
  };
}

function present({ shareLink, status, connection }: ShareLinkWithStatus): ListedShareLink {
  const { id, platformKey, platformName, expires } = shareLink;
  const expiresAt = new Date(expires).toISOString();
  return { id, platformKey, platformName, expiresAt, status, connectionId: connection, url: undefined };
}
