import { brandOf } from '../platforms/brands.js';
import { drawOfficialButton, drawFullLogo, drawSquareLogo } from '../platforms/drawings.js';
import type { Database } from '../database.js';
import { stylesheet } from '../pages/pages.js';
import { idsOfPlatform } from '../platforms/platforms.js';
import { ApiError } from './api-error.js';
import { createRoute, type Route } from './router.js';

/** Logos and buttons, at the paths of Codat's own, and the stylesheet of the sign-in pages. */
export function createStaticAssetRoutes({ platforms }: Database): readonly Route[] {
  const byKey = (key: string) => platforms.find((platform) => platform.key === key);
  const byGuid = (guid: string) => platforms.find((platform) => idsOfPlatform(platform).logoGuid === guid);

  return [
    createRoute('GET', '/public/platforms/{key}.svg', ({ params }) => {
      const platform = byKey(params.key);
      return platform && platform.hasLogo !== false
        ? svg(drawSquareLogo(brandOf(platform)))
        : throwNotFound();
    }),
    createRoute('GET', '/public/officialLogos/Full/{guid}.svg', ({ params }) => {
      const platform = byGuid(params.guid);
      return platform ? svg(drawFullLogo(brandOf(platform))) : throwNotFound();
    }),
    createRoute('GET', '/public/officialLogos/Square/{guid}.svg', ({ params }) => {
      const platform = byGuid(params.guid);
      return platform ? svg(drawSquareLogo(brandOf(platform))) : throwNotFound();
    }),
    createRoute('GET', '/public/officialButtons/{state}/{key}.svg', ({ params }) => {
      const platform = byKey(params.key);
      if (platform?.brand !== 'quickbooks') return throwNotFound();
      return svg(drawOfficialButton(brandOf(platform), params.state === 'hover' ? 'hover' : 'default'));
    }),
    createRoute('GET', '/favicon.ico', () => new Response(null, { status: 204 })),
    createRoute('GET', '/public/sign-in.css', () => asset(stylesheet, 'text/css; charset=utf-8')),
  ];
}

const svg = (text: string): Response => asset(text, 'image/svg+xml');

function asset(text: string, type: string): Response {
  return new Response(text, {
    headers: {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=3600',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

function throwNotFound(): never {
  throw new ApiError(404, 'Not found');
}
