import type { Assets } from '../../platforms/assets.js';
import { notFound } from '../../problem.js';
import { part, type Routes } from '../visit.js';

/** `GET /assets/{sha256}.{ext}`: the images we keep. Should one hold a script, it has nothing to run in. */
export function assetRoutes(assets: Assets): Routes {
  return {
    '/assets/:name': {
      async GET(visit) {
        const asset = await assets.find(part(visit, 'name'));
        if (!asset) throw notFound();
        return new Response(asset.bytes, {
          headers: {
            'Content-Type': asset.type,
            'Cache-Control': 'public, max-age=31536000, immutable',
            'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
          },
        });
      },
    },
  };
}
