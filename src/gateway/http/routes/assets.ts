import type { AssetStore } from '../../platforms/asset-store.js';
import { createNotFoundError } from '../../http-error.js';
import { pathParam, type HandlersByPathAndMethod } from '../request-context.js';

/** `GET /assets/{sha256}.{ext}`: the stored images. The policy's sandbox keeps scripts in SVG images from running. */
export function createAssetHandlers(assets: AssetStore): HandlersByPathAndMethod {
  return {
    '/assets/:name': {
      async GET(c) {
        const asset = await assets.find(pathParam(c, 'name'));
        if (!asset) throw createNotFoundError();
        return new Response(asset.bytes, {
          headers: {
            'Content-Type': asset.type,
            'Cache-Control': 'public, max-age=31536000, immutable',
            // So that pages of another origin show images, even if the host's server sets `same-origin` by default.
            'Cross-Origin-Resource-Policy': 'cross-origin',
            'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
          },
        });
      },
    },
  };
}
