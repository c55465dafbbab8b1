import { base64url } from 'jose';
import { tryDecodeBase64url } from '../auth/base64url.js';
import { sha256Hex } from '../sha256-hex.js';
import { tryReadBytesWithinLimit } from '../codat/try-read-bytes-within-limit.js';
import type { ParsedSettings } from '../settings.js';
import { HostPlatformSnapshotReader } from './host-platform-snapshot-reader.js';

/** The content types of images we serve, by file extension. */
const contentTypes = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
} as const;

type Extension = keyof typeof contentTypes;

/** An image as it is served. */
interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An image's name: the SHA-256 of its bytes, and its extension. */
const namePattern = /^([0-9a-f]{64})\.(\w+)$/;

const hour = 3_600_000;
const day = 24 * hour;
const maxBytes = 512 * 1024;
const codatImageOrigin = 'https://static.codat.io';

/**
 * Codat's images, stored under the hash of their bytes and served by the gateway, so that pages need no other host.
 * They are fetched from Codat's two origins only, without the API key. An image that can't be fetched is left out.
 */
export class AssetStore {
  readonly #settings: ParsedSettings;
  readonly #snapshot: HostPlatformSnapshotReader;

  constructor(settings: ParsedSettings) {
    this.#settings = settings;
    this.#snapshot = new HostPlatformSnapshotReader(settings);
  }

  /** The gateway's URL for an image of Codat's; undefined when there is none. */
  async urlFor(source: string): Promise<string | undefined> {
    const { baseUrl, cache } = this.#settings;
    const cached = await cache.get(`image:${source}`);
    const known = cached === '' || namePattern.test(cached ?? '') ? cached : undefined;
    const name = known ?? (await this.fetchImage(source).catch(() => ''));
    if (known === undefined) await cache.set(`image:${source}`, name, name ? 7 * day : hour);
    return name ? `${baseUrl}/assets/${name}` : undefined;
  }

  /**
   * Fetches an image of Codat's and stores it. Resolves with its name, or with an empty string when there is no image,
   * or it is not at Codat, too long or not of one of our content types. Rejects when a later attempt may succeed.
   */
  async fetchImage(source: string): Promise<string> {
    const { cache, codatUrl, fetch } = this.#settings;
    if (!URL.canParse(source)) return '';
    const { origin, href } = new URL(source);
    if (origin !== codatImageOrigin && origin !== codatUrl.origin) return '';

    const signal = AbortSignal.timeout(10_000);
    const response = await fetch(new Request(href, { redirect: 'manual', credentials: 'omit', signal }));
    if (transientStatuses.has(response.status))
      throw new TypeError('Codat could not send this image just now.');
    const extension = extensionOf(response.headers.get('Content-Type'));
    const bytes = response.ok && extension ? await tryReadBytesWithinLimit(response, maxBytes) : undefined;
    if (!bytes) return '';

    const name = `${await sha256Hex(bytes)}.${extension ?? ''}`;
    await cache.set(`asset:${name}`, base64url.encode(bytes), 30 * day);
    return name;
  }

  /** The image with this name; undefined when there is none. */
  async find(name: string): Promise<Asset | undefined> {
    const [, hash, extension] = namePattern.exec(name) ?? [];
    if (!isExtension(extension)) return undefined;
    const fromSnapshot = await this.#snapshot.image(name);
    if (fromSnapshot) return { type: contentTypes[extension], bytes: fromSnapshot };
    const cached = await this.#settings.cache.get(`asset:${name}`);
    const bytes = cached === undefined ? undefined : tryDecodeBase64url(cached);
    if (!bytes || (await sha256Hex(bytes)) !== hash) return undefined;
    return { type: contentTypes[extension], bytes };
  }
}

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

const isExtension = (value: string | undefined): value is Extension =>
  value !== undefined && value in contentTypes;

function extensionOf(contentType: string | null): Extension | undefined {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  return Object.keys(contentTypes).find(
    (extension): extension is Extension => isExtension(extension) && contentTypes[extension] === type,
  );
}
