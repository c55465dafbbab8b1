import type { AssetStore } from './asset-store.js';
import type { CodatClient } from '../codat/codat-client.js';
import { parseStored } from '../store/parse-stored.js';
import { HttpError } from '../http-error.js';
import { branding, type Branding } from '../codat/schemas.js';
import type { ParsedSettings } from '../settings.js';

const day = 24 * 3_600_000;
const maxCallsPerDay = 50;

/**
 * Platforms' official logos and buttons, cached for seven days. Each platform costs a call to Codat. A new lender has a
 * thousand calls a day, so the catalogue uses at most fifty of them for branding.
 */
export class BrandingCache {
  readonly #codat: CodatClient;
  readonly #assets: AssetStore;
  readonly #settings: ParsedSettings;
  /** The day, and the number of its calls that are spent, as far as this process knows. */
  #nextCall = { day: '', number: 0 };

  constructor(codat: CodatClient, assets: AssetStore, settings: ParsedSettings) {
    this.#codat = codat;
    this.#assets = assets;
    this.#settings = settings;
  }

  /** One platform's branding, requested by a page of the company. From the cache, else from Codat. */
  async read(key: string, company: string): Promise<Branding> {
    return this.#withOurImages((await this.#cached(key)) ?? (await this.#fetch(key, { company })));
  }

  /** One platform's branding for the catalogue; undefined when it is not cached and the day's calls are spent. */
  async readForCatalogue(key: string): Promise<Branding | undefined> {
    const cached = await this.#cached(key);
    if (cached) return this.#withOurImages(cached);
    return (await this.#spendCall()) ? this.#withOurImages(await this.#fetch(key)) : undefined;
  }

  async #cached(key: string): Promise<Branding | undefined> {
    const { cache, emit } = this.#settings;
    return parseStored(await cache.get(`branding:${key}`), branding, emit);
  }

  async #fetch(key: string, request: { readonly company?: string } = {}): Promise<Branding> {
    const fetched = await this.#codat
      .read(`integrations/${encodeURIComponent(key)}/branding`, branding, { reason: 'refresh', ...request })
      .catch((thrown: unknown): Branding => {
        if (thrown instanceof HttpError && thrown.status === 404)
          return { logo: undefined, button: undefined };
        throw thrown;
      });
    await this.#settings.cache.set(`branding:${key}`, JSON.stringify(fetched), 7 * day);
    return fetched;
  }

  /** Only Codat's URLs are cached, so that an image that could not be fetched is tried again. */
  async #withOurImages({ logo, button }: Branding): Promise<Branding> {
    const [full, square, base, hover] = await Promise.all(
      [logo?.full, logo?.square, button?.default, button?.hover].map(async (branded) => {
        const src = branded && (await this.#assets.urlFor(branded.image.src));
        return src ? { image: { ...branded.image, src } } : undefined;
      }),
    );
    return { logo: logo && { full, square }, button: button && { default: base, hover } };
  }

  /** Takes one of today's calls; false when none is left. Atomic, so that all processes together stay below the maximum. */
  async #spendCall(): Promise<boolean> {
    const { store, now } = this.#settings;
    const today = new Date(now()).toISOString().slice(0, 10);
    if (this.#nextCall.day !== today) this.#nextCall = { day: today, number: 0 };
    while (this.#nextCall.number < maxCallsPerDay) {
      this.#nextCall.number++;
      if (await store.add(`branding-call:${today}:${this.#nextCall.number}`, 'spent', day)) return true;
    }
    return false;
  }
}
