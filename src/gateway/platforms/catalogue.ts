import * as z from 'zod/mini';
import type { AssetStore } from './asset-store.js';
import type { BrandingCache } from './branding-cache.js';
import type { CodatClient } from '../codat/codat-client.js';
import { isWithinDurationSince } from '../is-within-duration-since.js';
import { parseStored } from '../store/parse-stored.js';
import { HttpError, createNotFoundError } from '../http-error.js';
import { branding, integration } from '../codat/schemas.js';
import type { ParsedSettings } from '../settings.js';
import { withTimeout } from '../timers.js';
import type { WaitUntil } from '../work-tracker.js';
import type { PlatformWithImages } from './platform-list.js';
import { HostPlatformSnapshotReader } from './host-platform-snapshot-reader.js';

const minute = 60_000;
const freshMs = 10 * minute;
const cacheTtlMs = 7 * 24 * 60 * minute;

const platform = z.object({
  listed: integration,
  logoUrl: z.optional(z.string()),
  branding: z.optional(branding),
});

const catalogueCopy = z.object({
  at: z.number(),
  /** Whether it has every image that could be fetched. */
  complete: z.boolean(),
  platforms: z.array(platform),
});

/** The platforms as they were at `at`, in milliseconds since 1970. Every change replaces the array of them. */
export type CatalogueCopy = Omit<z.infer<typeof catalogueCopy>, 'platforms'> & {
  platforms: readonly PlatformWithImages[];
};

interface Refresh {
  readonly startedAt: number;
  /** Resolves with Codat's list, before its images are fetched. */
  readonly listed: Promise<CatalogueCopy>;
  /** Resolves when the images are fetched, or the refresh failed. Never rejects. */
  readonly completed: Promise<unknown>;
  /** Resolves when the very first list may be shown: with its images, or after two seconds. Never rejects. */
  readonly readyToShow: Promise<void>;
  /** The copy that images are added to, once Codat's list has arrived. */
  partial?: CatalogueCopy;
}

/** The platforms whose owner requires its branded button (https://docs.codat.io/integrations/accounting/quickbooksonline/accounting-quickbooksonline-new-setup). */
const brandedKeys = ['qhyg', 'pqsw'];

/**
 * The enabled platforms, the same for everyone. One process at a time refreshes them from Codat, at most every ten
 * minutes. During a refresh, or after one that failed, requests get the previous copy.
 */
export class Catalogue {
  readonly #codat: CodatClient;
  readonly #assets: AssetStore;
  readonly #brandings: BrandingCache;
  readonly #settings: ParsedSettings;
  readonly #snapshot: HostPlatformSnapshotReader;
  #lastRefresh: Refresh | undefined;
  /** The last copy read from the cache, so that it is not parsed for every request. */
  #parsed: { readonly text: string | undefined; readonly copy: CatalogueCopy | undefined } | undefined;

  constructor(codat: CodatClient, assets: AssetStore, brandings: BrandingCache, settings: ParsedSettings) {
    this.#codat = codat;
    this.#assets = assets;
    this.#brandings = brandings;
    this.#settings = settings;
    this.#snapshot = new HostPlatformSnapshotReader(settings);
  }

  /**
   * The last copy of the platforms. `waitUntil` gets a refresh that continues after the response. Rejects when there
   * is no copy and Codat's list can't be read, or when the host's snapshot can't be read.
   */
  async read(waitUntil: WaitUntil): Promise<CatalogueCopy> {
    const fromSnapshot = await this.#snapshot.platforms();
    if (fromSnapshot) return { at: this.#settings.now(), complete: true, platforms: fromSnapshot };
    const copy = this.#current?.partial ?? (await this.#cached());
    if (copy && isWithinDurationSince(copy.at, freshMs, this.#settings.now())) return copy;
    if (!(await this.#mayRefresh(copy))) {
      if (copy) return copy;
      throw new HttpError(503, 'Codat can’t be reached just now. Try again later.', { retryAfter: 5 });
    }
    const { listed, completed } = this.#refresh(copy);
    waitUntil(completed);
    return copy ?? listed;
  }

  /** The same as {@link read}, but waits up to two seconds for the images of the very first copy. */
  async readWithImages(waitUntil: WaitUntil): Promise<CatalogueCopy> {
    const copy = await this.read(waitUntil);
    await this.#current?.readyToShow;
    return copy;
  }

  /** One platform by its key. Rejects with a 404 when there is none that the lender has enabled. */
  async find(key: string, waitUntil: WaitUntil): Promise<PlatformWithImages> {
    const { platforms } = await this.read(waitUntil);
    const found = platforms.find(({ listed }) => listed.key === key);
    if (!found) throw createNotFoundError();
    return found;
  }

  /** The age of the last copy in milliseconds, and whether the last refresh failed. */
  async state(): Promise<{ age: number | undefined; isFailing: boolean }> {
    const [copy, failed] = await Promise.all([this.#cached(), this.#settings.store.get('catalogue-failed')]);
    return { age: copy && this.#settings.now() - copy.at, isFailing: failed !== undefined };
  }

  /** The refresh in progress here. One older than a minute does not count: the host may have stopped it with its request. */
  get #current(): Refresh | undefined {
    const last = this.#lastRefresh;
    return last && isWithinDurationSince(last.startedAt, minute, this.#settings.elapsed()) ? last : undefined;
  }

  async #cached(): Promise<CatalogueCopy | undefined> {
    const { cache, emit } = this.#settings;
    const text = await cache.get('catalogue');
    if (this.#parsed?.text !== text) this.#parsed = { text, copy: parseStored(text, catalogueCopy, emit) };
    return this.#parsed?.copy;
  }

  async #save(copy: CatalogueCopy): Promise<void> {
    await this.#settings.cache.set('catalogue', JSON.stringify(copy), cacheTtlMs);
  }

  /**
   * Whether to send a request to Codat: not for up to ten minutes after a failure, and from one process at a time.
   * Without a copy every process may, since people are waiting.
   */
  async #mayRefresh(copy: CatalogueCopy | undefined): Promise<boolean> {
    const { cache } = this.#settings;
    if (await cache.get('catalogue-failed')) return false;
    return !copy || (!this.#current && cache.add('catalogue-asked', 'asked', minute));
  }

  #refresh(last: CatalogueCopy | undefined): Refresh {
    if (this.#current) return this.#current;
    const { cache, elapsed } = this.#settings;
    const startedAt = elapsed();
    const listed = this.#list(last);
    const completed = listed
      .then((copy) => this.#addImages(copy))
      .catch((thrown: unknown) => cache.set('catalogue-failed', 'failed', backoffSeconds(thrown) * 1000))
      .then(() => cache.delete('catalogue-asked'))
      .catch(() => undefined)
      .finally(() => {
        if (this.#lastRefresh === refresh) this.#lastRefresh = undefined;
      });
    const readyToShow = last
      ? Promise.resolve()
      : listed.then(
          () => withTimeout(2_000, completed, imagesTimeoutError).catch(() => undefined),
          () => undefined,
        );
    const refresh: Refresh = { startedAt, listed, completed, readyToShow };
    listed.then(
      (copy) => (refresh.partial = copy),
      () => undefined,
    );
    return (this.#lastRefresh = refresh);
  }

  /** Reads every page of Codat's list. Images of the last copy stay until newer ones arrive. */
  async #list(last: CatalogueCopy | undefined): Promise<CatalogueCopy> {
    const platforms = new Map<string, PlatformWithImages>();
    const items = this.#codat.readAll('integrations', integration, {
      query: { query: 'enabled=true' },
      reason: last ? 'refresh' : 'act',
    });
    for await (const listed of items) {
      if (!listed.enabled) continue;
      const before = last?.platforms.find((each) => each.listed.key === listed.key);
      platforms.set(listed.key, { ...before, listed });
    }
    const copy = { at: this.#settings.now(), complete: false, platforms: [...platforms.values()] };
    await this.#save(copy);
    return copy;
  }

  /** Fetches the images, six platforms at a time, those that require a branded button first. */
  async #addImages(copy: CatalogueCopy): Promise<void> {
    const queue = copy.platforms.toSorted((one, other) => priority(other) - priority(one));
    let codatResponds = true;
    const brandingOf = async (key: string) => {
      if (!codatResponds) return undefined;
      return this.#brandings.readForCatalogue(key).catch((thrown: unknown) => {
        if (!(thrown instanceof HttpError)) throw thrown;
        codatResponds = false;
        return undefined;
      });
    };
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { key, logoUrl } = next.listed;
        const [branding, logo] = await Promise.all([
          brandingOf(key),
          logoUrl && this.#assets.urlFor(logoUrl),
        ]);
        next.branding = branding ?? next.branding;
        next.logoUrl = logo || next.logoUrl;
        copy.platforms = [...copy.platforms];
      }
    };
    await Promise.all(Array.from({ length: 6 }, work));
    copy.complete = true;
    await this.#save(copy);
  }
}

const priority = ({ listed }: PlatformWithImages): number => (brandedKeys.includes(listed.key) ? 1 : 0);

/** How long to wait after a failed refresh. */
const backoffSeconds = (thrown: unknown): number =>
  Math.min(600, (thrown instanceof HttpError ? thrown.retryAfter : undefined) ?? 5);

const imagesTimeoutError = (): Error => new Error('The images took more than two seconds.');
