import * as z from 'zod/mini';
import type { Assets } from './assets.js';
import type { Brandings } from './brandings.js';
import type { Codat } from '../codat/codat.js';
import { isRecent } from '../is-recent.js';
import { parseKept } from '../store/parse-kept.js';
import { Problem, notFound } from '../problem.js';
import { branding, integration } from '../codat/schemas.js';
import type { Settings } from '../settings.js';
import { Snapshot, type Platform } from './snapshot.js';

const minute = 60_000;
const fresh = 10 * minute;
const kept = 7 * 24 * 60 * minute;

const platform = z.object({
  listed: integration,
  logoUrl: z.optional(z.string()),
  branding: z.optional(branding),
});

const catalogueCopy = z.object({
  at: z.number(),
  /** Whether every picture that can be had is in it. */
  complete: z.boolean(),
  platforms: z.array(platform),
});

/** The platforms at one moment, in milliseconds since 1970. With every change there is another list of them. */
export type CatalogueCopy = Omit<z.infer<typeof catalogueCopy>, 'platforms'> & {
  platforms: readonly Platform[];
};

/** Gets the work that outlives an answer, for hosts that stop a process once it has answered. */
export type Background = (work: Promise<unknown>) => void;

interface Refresh {
  readonly began: number;
  /** Codat's list, without waiting for pictures. */
  readonly listed: Promise<CatalogueCopy>;
  /** All that can be had is there, or the refresh failed. Never rejects. */
  readonly filled: Promise<unknown>;
  /** When to show the list to people who see it for the first time. Never rejects. */
  readonly presentable: Promise<void>;
  /** The copy it is filling, once there is one. */
  growing?: CatalogueCopy;
}

/** The platforms whose owner requires its branded button (https://docs.codat.io/integrations/accounting/quickbooksonline/accounting-quickbooksonline-new-setup). */
const brandedFirst = ['qhyg', 'pqsw'];

/**
 * The enabled platforms, the same for everyone. Asked of Codat at most every ten minutes and by one process
 * at a time; while Codat is asked, or fails, people get the last copy.
 */
export class Catalogue {
  readonly #codat: Codat;
  readonly #assets: Assets;
  readonly #brandings: Brandings;
  readonly #settings: Settings;
  readonly #snapshot: Snapshot;
  #refreshing: Refresh | undefined;
  /** The last copy that was read, so that the same is not parsed and checked for every request. */
  #parsed: { readonly text: string | undefined; readonly copy: CatalogueCopy | undefined } | undefined;

  constructor(codat: Codat, assets: Assets, brandings: Brandings, settings: Settings) {
    this.#codat = codat;
    this.#assets = assets;
    this.#brandings = brandings;
    this.#settings = settings;
    this.#snapshot = new Snapshot(settings);
  }

  /**
   * The platforms as they are now known. `background` gets whatever goes on after the answer. Rejects with a
   * 503 when Codat is down and there is no copy.
   */
  async read(background: Background): Promise<CatalogueCopy> {
    const taken = await this.#snapshot.platforms();
    if (taken) return { at: this.#settings.now(), complete: true, platforms: taken };
    const copy = this.#underWay?.growing ?? (await this.#kept());
    if (copy && isRecent(copy.at, fresh, this.#settings.now())) return copy;
    if (!(await this.#mayAsk(copy))) {
      if (copy) return copy;
      throw new Problem(503, 'Codat can’t be reached just now. Try again later.', { retryAfter: 5 });
    }
    const { listed, filled } = this.#refresh(copy);
    background(filled);
    return copy ?? listed;
  }

  /** The same, but the first copy of all is given two seconds to get its pictures. */
  async readWithPictures(background: Background): Promise<CatalogueCopy> {
    const copy = await this.read(background);
    await this.#underWay?.presentable;
    return copy;
  }

  /** One platform by its key. Rejects with a 404 when there is none, or the lender has not enabled it. */
  async find(key: string, background: Background): Promise<Platform> {
    const { platforms } = await this.read(background);
    const found = platforms.find(({ listed }) => listed.key === key);
    if (!found) throw notFound();
    return found;
  }

  /** How old the last copy is, in milliseconds, and whether Codat could be asked for a newer one when that was last tried. */
  async state(): Promise<{ age: number | undefined; isFailing: boolean }> {
    const [copy, failed] = await Promise.all([this.#kept(), this.#settings.store.get('catalogue-failed')]);
    return { age: copy && this.#settings.now() - copy.at, isFailing: failed !== undefined };
  }

  /** The refresh under way here. A host may have stopped one that takes long, along with the request it began in. */
  get #underWay(): Refresh | undefined {
    const last = this.#refreshing;
    return last && isRecent(last.began, minute, this.#settings.elapsed()) ? last : undefined;
  }

  async #kept(): Promise<CatalogueCopy | undefined> {
    const { cache, tell } = this.#settings;
    const text = await cache.get('catalogue');
    if (this.#parsed?.text !== text) this.#parsed = { text, copy: parseKept(text, catalogueCopy, tell) };
    return this.#parsed?.copy;
  }

  async #keep(copy: CatalogueCopy): Promise<void> {
    await this.#settings.cache.set('catalogue', JSON.stringify(copy), kept);
  }

  /**
   * After a failure nobody asks again for some seconds. With a copy to show, only one process at a time asks;
   * without one, people are waiting, so each may.
   */
  async #mayAsk(copy: CatalogueCopy | undefined): Promise<boolean> {
    const { cache } = this.#settings;
    if (await cache.get('catalogue-failed')) return false;
    return !copy || (!this.#underWay && cache.add('catalogue-asked', 'asked', minute));
  }

  #refresh(last: CatalogueCopy | undefined): Refresh {
    if (this.#underWay) return this.#underWay;
    const { cache, elapsed } = this.#settings;
    const began = elapsed();
    const listed = this.#list(last);
    const filled = listed
      .then((copy) => this.#fill(copy))
      .catch((thrown: unknown) => cache.set('catalogue-failed', 'failed', secondsToLeave(thrown) * 1000))
      .then(() => cache.delete('catalogue-asked'))
      .catch(() => undefined)
      .finally(() => {
        if (this.#refreshing === refresh) this.#refreshing = undefined;
      });
    const presentable = last
      ? Promise.resolve()
      : listed.then(
          () => atMost(2_000, filled),
          () => undefined,
        );
    const refresh: Refresh = { began, listed, filled, presentable };
    listed.then(
      (copy) => (refresh.growing = copy),
      () => undefined,
    );
    return (this.#refreshing = refresh);
  }

  /** Every page of Codat's list; pictures we had before stay until newer ones come. */
  async #list(last: CatalogueCopy | undefined): Promise<CatalogueCopy> {
    const platforms = new Map<string, Platform>();
    const items = this.#codat.every('integrations', integration, {
      query: { query: 'enabled=true' },
      reason: last ? 'refresh' : 'act',
    });
    for await (const listed of items) {
      if (!listed.enabled) continue;
      const before = last?.platforms.find((each) => each.listed.key === listed.key);
      platforms.set(listed.key, { ...before, listed });
    }
    const copy = { at: this.#settings.now(), complete: false, platforms: [...platforms.values()] };
    await this.#keep(copy);
    return copy;
  }

  /** Finds the pictures, six at a time, platforms that require a branded button first. */
  async #fill(copy: CatalogueCopy): Promise<void> {
    const queue = copy.platforms.toSorted((one, other) => urgency(other) - urgency(one));
    let codatAnswers = true;
    const brandingOf = async (key: string) => {
      if (!codatAnswers) return undefined;
      return this.#brandings.fill(key).catch((thrown: unknown) => {
        if (!(thrown instanceof Problem)) throw thrown;
        codatAnswers = false;
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
    await this.#keep(copy);
  }
}

const urgency = ({ listed }: Platform): number => (brandedFirst.includes(listed.key) ? 1 : 0);

/** How long to leave Codat alone after a failure. */
const secondsToLeave = (thrown: unknown): number =>
  Math.min(600, (thrown instanceof Problem ? thrown.retryAfter : undefined) ?? 5);

/** Waits for the work, but no longer than so many milliseconds. */
async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
