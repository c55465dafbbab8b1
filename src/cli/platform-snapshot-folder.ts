import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import {
  toPlatformListBody,
  parsePlatformListJson,
  mapPlatformImageUrls,
  type PlatformWithImages,
} from '../gateway/platforms/platform-list.js';

const report = z.object({ missing: z.record(z.string(), z.string()) });

/**
 * The folder of a snapshot: `platforms.json`, the images in `assets/` by the hash of their bytes, and in
 * `snapshot.json` the platforms that are still incomplete. Files are written atomically.
 */
export class PlatformSnapshotFolder {
  readonly #path: string;
  /** The URL of the folder with a slash at its end; empty when the gateway serves it. */
  readonly #url: string;

  constructor(path: string, url: string | undefined) {
    this.#path = path;
    this.#url = url ? `${url.replace(/\/+$/, '')}/` : '';
  }

  async create(): Promise<void> {
    await mkdir(join(this.#path, 'assets'), { recursive: true });
  }

  /** The complete platforms of an earlier run, by key. */
  async readComplete(): Promise<ReadonlyMap<string, PlatformWithImages>> {
    try {
      const { missing } = report.parse(JSON.parse(await this.#read('snapshot.json')));
      const found = new Map<string, PlatformWithImages>();
      for (const platform of parsePlatformListJson(await this.#read('platforms.json'))) {
        const { key } = platform.listed;
        if (!Object.hasOwn(missing, key) && (await this.#hasImages(platform))) {
          found.set(
            key,
            mapPlatformImageUrls(platform, (src) => this.#url + this.#fileOf(src)),
          );
        }
      }
      return found;
    } catch {
      // There was no earlier run, or its files can't be read: fetch everything.
      return new Map();
    }
  }

  /** Writes an image, and resolves with its URL. */
  async writeImage(name: string, bytes: Uint8Array): Promise<string> {
    await this.#write(`assets/${name}`, bytes);
    return `${this.#url}assets/${name}`;
  }

  async write(platforms: readonly PlatformWithImages[], missing: ReadonlyMap<string, string>): Promise<void> {
    await this.#write('platforms.json', JSON.stringify(toPlatformListBody(platforms)));
    await this.#write('snapshot.json', JSON.stringify({ missing: Object.fromEntries(missing) }, null, 2));
  }

  async #hasImages(platform: PlatformWithImages): Promise<boolean> {
    const files: string[] = [];
    mapPlatformImageUrls(platform, (src) => (files.push(this.#fileOf(src)), src));
    return Promise.all(files.map((file) => access(join(this.#path, file)))).then(
      () => true,
      () => false,
    );
  }

  #fileOf(src: string): string {
    return `assets/${src.slice(src.lastIndexOf('/') + 1)}`;
  }

  #read(name: string): Promise<string> {
    return readFile(join(this.#path, name), 'utf8');
  }

  async #write(name: string, content: string | Uint8Array): Promise<void> {
    const path = join(this.#path, name);
    await writeFile(`${path}.new`, content);
    await rename(`${path}.new`, path);
  }
}
