import { callHostFunction, hostTimeoutMs } from '../auth/host-callbacks.js';
import type { ParsedSettings } from '../settings.js';
import { parsePlatformListJson, mapPlatformImageUrls, type PlatformWithImages } from './platform-list.js';

/** The snapshot in the host's `snapshot` setting, which replaces Codat as the source of platforms and images. */
export class HostPlatformSnapshotReader {
  readonly #settings: ParsedSettings;
  #platforms: Promise<PlatformWithImages[]> | undefined;

  constructor(settings: ParsedSettings) {
    this.#settings = settings;
  }

  /** Its platforms, or undefined when the host has no snapshot. Rejects when it can't be read. */
  async platforms(): Promise<readonly PlatformWithImages[] | undefined> {
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

  async #read(): Promise<PlatformWithImages[]> {
    const { baseUrl, snapshot } = this.#settings;
    const bytes = await snapshot?.('platforms.json');
    if (!bytes) throw new TypeError('There is no platforms.json in the snapshot.');
    const toOurUrl = (src: string) => `${baseUrl}/assets/${src.slice(src.lastIndexOf('/') + 1)}`;
    return parsePlatformListJson(new TextDecoder().decode(bytes)).map((platform) =>
      mapPlatformImageUrls(platform, toOurUrl),
    );
  }
}
