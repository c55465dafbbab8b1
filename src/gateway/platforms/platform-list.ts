import * as z from 'zod/mini';
import { parseJson } from '../parse-json.js';
import { parseLeniently } from '../codat/parse-leniently.js';
import {
  branding,
  integration,
  createPageSchema,
  type Branding,
  type Integration,
} from '../codat/schemas.js';

/** An enabled platform: Codat's integration, and the images fetched for it so far. */
export interface PlatformWithImages {
  readonly listed: Integration;
  logoUrl?: string | undefined;
  branding?: Branding | undefined;
}

const entry = z.extend(integration, { branding: z.optional(branding) });
const list = createPageSchema(entry);

/** The body of `GET /platforms`: Codat's own list with each platform's branding added, and the gateway's image URLs. */
export function toPlatformListBody(platforms: readonly PlatformWithImages[]) {
  return {
    results: platforms.map(({ listed, logoUrl, branding }) => ({
      ...listed,
      logoUrl,
      branding: branding ?? {},
    })),
    pageNumber: 1,
    pageSize: platforms.length,
    totalResults: platforms.length,
    _links: { self: { href: '/platforms' }, current: { href: '/platforms' } },
  };
}

/** Parses the platforms of such a list. Throws a `TypeError` when it has another shape. */
export function parsePlatformListJson(json: string): PlatformWithImages[] {
  const parsed = parseLeniently(list, parseJson(json));
  if (!parsed) throw new TypeError('This is no list of platforms.');
  return parsed.data.results.map(({ branding, ...listed }) => ({
    listed,
    logoUrl: listed.logoUrl,
    branding,
  }));
}

/** Replaces each image URL of a platform by what `toUrl` returns, and drops the image where that is undefined. */
export function mapPlatformImageUrls(
  { listed, logoUrl, branding }: PlatformWithImages,
  toUrl: (src: string) => string | undefined,
): PlatformWithImages {
  const { logo, button } = branding ?? {};
  const replaced = (branded: BrandingImage | undefined): BrandingImage | undefined => {
    const src = branded && toUrl(branded.image.src);
    return src === undefined ? undefined : { image: { src, alt: branded?.image.alt } };
  };
  return {
    listed,
    logoUrl: logoUrl && toUrl(logoUrl),
    branding: branding && {
      logo: logo && { full: replaced(logo.full), square: replaced(logo.square) },
      button: button && { default: replaced(button.default), hover: replaced(button.hover) },
    },
  };
}

interface BrandingImage {
  readonly image: { readonly src: string; readonly alt: string | undefined };
}
