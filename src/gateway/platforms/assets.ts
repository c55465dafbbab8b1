import { base64url } from 'jose';
import { sha256 } from '../hash.js';
import { readAtMost } from '../codat/read-at-most.js';
import type { Settings } from '../settings.js';
import { Snapshot } from './snapshot.js';

/** The kinds of image we pass on, by file extension. */
const types = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
} as const;

type Extension = keyof typeof types;

/** An image as it is served. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What an image is kept under: the hash of its bytes, and its extension. */
const nameShape = /^([0-9a-f]{64})\.(\w+)$/;

const hour = 3_600_000;
const day = 24 * hour;
const largest = 512 * 1024;
const codatImages = 'https://static.codat.io';

/**
 * Images of Codat's, kept under the hash of their bytes so that pages need no one else's host. They come from
 * Codat's two origins only, are asked for without the API key, and one that can't be had is simply absent.
 */
export class Assets {
  readonly #settings: Settings;
  readonly #snapshot: Snapshot;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#snapshot = new Snapshot(settings);
  }

  /** Our URL for an image of Codat's. */
  async urlFor(source: string): Promise<string | undefined> {
    const { baseUrl, cache } = this.#settings;
    const kept = await cache.get(`image:${source}`);
    const known = kept === '' || nameShape.test(kept ?? '') ? kept : undefined;
    const name = known ?? (await this.take(source).catch(() => ''));
    if (known === undefined) await cache.set(`image:${source}`, name, name ? 7 * day : hour);
    return name ? `${baseUrl}/assets/${name}` : undefined;
  }

  /**
   * Fetches an image of Codat's and keeps it: the name it is kept under, empty where there is none or none we would
   * show. Rejects when it may be had later.
   */
  async take(source: string): Promise<string> {
    const { cache, codatUrl, fetch } = this.#settings;
    if (!URL.canParse(source)) return '';
    const { origin, href } = new URL(source);
    if (origin !== codatImages && origin !== codatUrl.origin) return '';

    const signal = AbortSignal.timeout(10_000);
    const response = await fetch(new Request(href, { redirect: 'manual', credentials: 'omit', signal }));
    if (passing.has(response.status)) throw new TypeError('Codat could not send this image just now.');
    const extension = extensionOf(response.headers.get('Content-Type'));
    const bytes = response.ok && extension ? await readAtMost(response, largest) : undefined;
    if (!bytes) return '';

    const name = `${await sha256(bytes)}.${extension ?? ''}`;
    await cache.set(`asset:${name}`, base64url.encode(bytes), 30 * day);
    return name;
  }

  async find(name: string): Promise<Asset | undefined> {
    const [, hash, extension] = nameShape.exec(name) ?? [];
    if (!isExtension(extension)) return undefined;
    const taken = await this.#snapshot.image(name);
    if (taken) return { type: types[extension], bytes: taken };
    const kept = await this.#settings.cache.get(`asset:${name}`);
    const bytes = kept === undefined ? undefined : decoded(kept);
    if (!bytes || (await sha256(bytes)) !== hash) return undefined;
    return { type: types[extension], bytes };
  }
}

const passing: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

const isExtension = (value: string | undefined): value is Extension => value !== undefined && value in types;

function extensionOf(contentType: string | null): Extension | undefined {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  return Object.keys(types).find(
    (extension): extension is Extension => isExtension(extension) && types[extension] === type,
  );
}

/** Undefined for what is not base64. */
function decoded(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(base64url.decode(text));
  } catch {
    return undefined;
  }
}
