import type { Assets } from './assets.js';
import type { Codat } from '../codat/codat.js';
import { parseKept } from '../store/parse-kept.js';
import { Problem } from '../problem.js';
import { branding, type Branding } from '../codat/schemas.js';
import type { Settings } from '../settings.js';

const day = 24 * 3_600_000;
const callsADay = 50;

/**
 * Platforms' official logos and buttons, kept for seven days. They cost a call each and a new client of Codat's has
 * a thousand a day, so filling the catalogue takes at most fifty of them.
 */
export class Brandings {
  readonly #codat: Codat;
  readonly #assets: Assets;
  readonly #settings: Settings;
  /** The first call of today that this process has not seen spent. */
  #call = { day: '', number: 0 };

  constructor(codat: Codat, assets: Assets, settings: Settings) {
    this.#codat = codat;
    this.#assets = assets;
    this.#settings = settings;
  }

  /** One platform's branding for a page of a company that asks for it by name: kept, else from Codat. */
  async read(key: string, company: string): Promise<Branding> {
    return this.#withOurImages((await this.#kept(key)) ?? (await this.#ask(key, { company })));
  }

  /** The same for the catalogue, within the day's calls: undefined when they are spent. */
  async fill(key: string): Promise<Branding | undefined> {
    const kept = await this.#kept(key);
    if (kept) return this.#withOurImages(kept);
    return (await this.#spendCall()) ? this.#withOurImages(await this.#ask(key)) : undefined;
  }

  async #kept(key: string): Promise<Branding | undefined> {
    const { cache, tell } = this.#settings;
    return parseKept(await cache.get(`branding:${key}`), branding, tell);
  }

  async #ask(key: string, whose: { readonly company?: string } = {}): Promise<Branding> {
    const theirs = await this.#codat
      .read(`integrations/${encodeURIComponent(key)}/branding`, branding, { reason: 'refresh', ...whose })
      .catch((thrown: unknown): Branding => {
        if (thrown instanceof Problem && thrown.status === 404) return { logo: undefined, button: undefined };
        throw thrown;
      });
    await this.#settings.cache.set(`branding:${key}`, JSON.stringify(theirs), 7 * day);
    return theirs;
  }

  /** An image that could not be had is tried again with every filling, so only Codat's side is kept. */
  async #withOurImages({ logo, button }: Branding): Promise<Branding> {
    const [full, square, base, hover] = await Promise.all(
      [logo?.full, logo?.square, button?.default, button?.hover].map(async (picture) => {
        const src = picture && (await this.#assets.urlFor(picture.image.src));
        return src ? { image: { ...picture.image, src } } : undefined;
      }),
    );
    return { logo: logo && { full, square }, button: button && { default: base, hover } };
  }

  /** Takes one of today's calls; atomic, so that many processes together spend no more than one would. */
  async #spendCall(): Promise<boolean> {
    const { store, now } = this.#settings;
    const today = new Date(now()).toISOString().slice(0, 10);
    if (this.#call.day !== today) this.#call = { day: today, number: 0 };
    while (this.#call.number < callsADay) {
      this.#call.number++;
      if (await store.add(`branding-call:${today}:${this.#call.number}`, 'spent', day)) return true;
    }
    return false;
  }
}
