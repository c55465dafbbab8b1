import * as z from 'zod/mini';
import { hosts } from '../auth/host-code.js';
import { parseJson } from '../parse-json.js';
import { parseLeniently } from '../codat/parse-leniently.js';
import { branding, integration, pageOf, type Branding, type Integration } from '../codat/schemas.js';
import type { Settings } from '../settings.js';

/** A platform the lender offers, with what we have of its pictures; `listed` is as Codat lists it. */
export interface Platform {
  readonly listed: Integration;
  logoUrl?: string | undefined;
  branding?: Branding | undefined;
}

const entry = z.extend(integration, { branding: z.optional(branding) });
const list = pageOf(entry);

/** The platforms as everyone gets them: Codat's own list, with its branding folded in and every image ours. */
export function listOf(platforms: readonly Platform[]) {
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

/** The platforms of such a list. Throws when it is something else. */
export function platformsIn(json: string): Platform[] {
  const parsed = parseLeniently(list, parseJson(json));
  if (!parsed) throw new TypeError('This is no list of platforms.');
  return parsed.data.results.map(({ branding, ...listed }) => ({
    listed,
    logoUrl: listed.logoUrl,
    branding,
  }));
}

/** The same platform with each of its images at another address, or without it where there is none. */
export function withImages(
  { listed, logoUrl, branding }: Platform,
  move: (src: string) => string | undefined,
): Platform {
  const { logo, button } = branding ?? {};
  const moved = (picture: Picture | undefined): Picture | undefined => {
    const src = picture && move(picture.image.src);
    return src === undefined ? undefined : { image: { src, alt: picture?.image.alt } };
  };
  return {
    listed,
    logoUrl: logoUrl && move(logoUrl),
    branding: branding && {
      logo: logo && { full: moved(logo.full), square: moved(logo.square) },
      button: button && { default: moved(button.default), hover: moved(button.hover) },
    },
  };
}

interface Picture {
  readonly image: { readonly src: string; readonly alt: string | undefined };
}

/** The snapshot a host has put beside its server, in which Codat need not be asked for platforms and their images. */
export class Snapshot {
  readonly #settings: Settings;
  #platforms: Promise<Platform[]> | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** The platforms in it, or undefined when the host has none. Rejects when it can't be read. */
  async platforms(): Promise<readonly Platform[] | undefined> {
    const { snapshot } = this.#settings;
    if (!snapshot) return undefined;
    this.#platforms ??= hosts('snapshot', () => this.#read()).catch((thrown: unknown) => {
      this.#platforms = undefined;
      throw thrown;
    });
    return this.#platforms;
  }

  /** The bytes of one of its images, by the name `platforms.json` gives it; undefined when it is not there. */
  async image(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { snapshot } = this.#settings;
    const bytes = await hosts('snapshot', () => snapshot?.(`assets/${name}`)).catch(() => undefined);
    return bytes && new Uint8Array(bytes);
  }

  async #read(): Promise<Platform[]> {
    const { baseUrl, snapshot } = this.#settings;
    const bytes = await snapshot?.('platforms.json');
    if (!bytes) throw new TypeError('There is no platforms.json in the snapshot.');
    const ours = (src: string) => `${baseUrl}/assets/${src.slice(src.lastIndexOf('/') + 1)}`;
    return platformsIn(new TextDecoder().decode(bytes)).map((platform) => withImages(platform, ours));
  }
}
