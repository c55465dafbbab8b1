import * as z from 'zod/mini';
import { callHostFunction, hostTimeoutMs } from '../auth/host-callbacks.js';
import { parseJson } from '../parse-json.js';
import { parseLeniently } from '../codat/parse-leniently.js';
import {
  branding,
  integration,
  createPageSchema,
  type Branding,
  type Integration,
} from '../codat/schemas.js';
import type { Settings } from '../settings.js';

/** An enabled platform: Codat's integration, and the pictures fetched for it so far. */
export interface Platform {
  readonly listed: Integration;
  logoUrl?: string | undefined;
  branding?: Branding | undefined;
}

const entry = z.extend(integration, { branding: z.optional(branding) });
const list = createPageSchema(entry);

/** The body of `GET /platforms`: Codat's own list with each platform's branding added, and the gateway's image URLs. */
export function toPlatformList(platforms: readonly Platform[]) {
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
export function parsePlatforms(json: string): Platform[] {
  const parsed = parseLeniently(list, parseJson(json));
  if (!parsed) throw new TypeError('This is no list of platforms.');
  return parsed.data.results.map(({ branding, ...listed }) => ({
    listed,
    logoUrl: listed.logoUrl,
    branding,
  }));
}

/** Replaces each image URL of a platform by what `toUrl` returns, and drops the image where that is undefined. */
export function replaceImageUrls(
  { listed, logoUrl, branding }: Platform,
  toUrl: (src: string) => string | undefined,
): Platform {
  const { logo, button } = branding ?? {};
  const moved = (branded: BrandingImage | undefined): BrandingImage | undefined => {
    const src = branded && toUrl(branded.image.src);
    return src === undefined ? undefined : { image: { src, alt: branded?.image.alt } };
  };
  return {
    listed,
    logoUrl: logoUrl && toUrl(logoUrl),
    branding: branding && {
      logo: logo && { full: moved(logo.full), square: moved(logo.square) },
      button: button && { default: moved(button.default), hover: moved(button.hover) },
    },
  };
}

interface BrandingImage {
  readonly image: { readonly src: string; readonly alt: string | undefined };
}

/** The snapshot in the host's `snapshot` setting, which replaces Codat as the source of platforms and images. */
export class SnapshotReader {
  readonly #settings: Settings;
  #platforms: Promise<Platform[]> | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Its platforms, or undefined when the host has no snapshot. Rejects when it can't be read. */
  async platforms(): Promise<readonly Platform[] | undefined> {
    const { snapshot } = this.#settings;
    if (!snapshot) return undefined;
    const read = () => this.#read();
    this.#platforms ??= callHostFunction('snapshot', read, hostTimeoutMs).catch((thrown: unknown) => {
      this.#platforms = undefined;
      throw thrown;
    });
    return this.#platforms;
  }

  /** The bytes of one of its images, by its name in `platforms.json`; undefined when it is missing. */
  async image(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { snapshot } = this.#settings;
    const read = () => snapshot?.(`assets/${name}`);
    const bytes = await callHostFunction('snapshot', read, hostTimeoutMs).catch(() => undefined);
    return bytes && new Uint8Array(bytes);
  }

  async #read(): Promise<Platform[]> {
    const { baseUrl, snapshot } = this.#settings;
    const bytes = await snapshot?.('platforms.json');
    if (!bytes) throw new TypeError('There is no platforms.json in the snapshot.');
    const ours = (src: string) => `${baseUrl}/assets/${src.slice(src.lastIndexOf('/') + 1)}`;
    return parsePlatforms(new TextDecoder().decode(bytes)).map((platform) =>
      replaceImageUrls(platform, ours),
    );
  }
}
