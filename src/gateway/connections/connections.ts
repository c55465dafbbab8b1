import * as z from 'zod/mini';
import type { Background, Catalogue } from '../platforms/catalogue.js';
import type { Codat, Query } from '../codat/codat.js';
import type { Payer } from '../limits/company-quota.js';
import { type Locks, mayBeDoneElsewhere } from '../store/locks.js';
import type { MergedReads } from './merged-reads.js';
import type { News } from '../changes/news.js';
import { Problem, notFound } from '../problem.js';
import type { RateLimiter } from '../limits/rate-limiter.js';
import { connection, linkedConnection, type Connection } from '../codat/schemas.js';
import { isId, type Action, type Settings } from '../settings.js';
import type { Signer } from '../auth/signer.js';
import { SingleFlight } from '../single-flight.js';
import type { Platform } from '../platforms/snapshot.js';

/** A connection as the page gets it: our link in place of Codat's, and what its people may do with it. */
export interface PresentedConnection extends Connection {
  readonly linkUrl: string;
  readonly can: readonly Action[];
}

const actions = ['reconnect', 'disconnect', 'delete'] as const;

/** What Codat lets be done in each status (https://docs.codat.io/core-concepts/connections). */
const possible: Record<Action, (status: string) => boolean> = {
  reconnect: (status) => ['PendingAuth', 'Unlinked', 'Deauthorized'].includes(status),
  disconnect: (status) => status === 'Linked',
  delete: () => true,
};

interface Parts {
  readonly codat: Codat;
  readonly catalogue: Catalogue;
  readonly locks: Locks;
  readonly news: News;
  readonly rateLimiter: RateLimiter;
  readonly reads: MergedReads;
  readonly signer: Signer;
  readonly settings: Settings;
}

/** One company's connections at a time: read them, begin one, cut one, remove one. */
export class Connections {
  readonly #parts: Parts;
  readonly #beginning = new SingleFlight<Connection>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** `news`, here and below: nothing that was read before it was asked for. */
  async list(company: string, query: Query, news: boolean) {
    const { codat, reads } = this.#parts;
    const page = await reads.read({ company, name: `connections ${JSON.stringify(query)}`, news }, () =>
      codat.readPage(pathOf(company), connection, { query, reason: 'refresh' }),
    );
    return { ...page, results: await Promise.all(page.results.map((each) => this.#present(company, each))) };
  }

  /** `payer`, here and below: who asks, and whose quota a call to Codat is taken from. */
  async read(
    company: string,
    id: string,
    news: boolean,
    payer: Payer = 'company',
  ): Promise<PresentedConnection> {
    const { codat, reads } = this.#parts;
    const path = pathOf(company, id);
    const load = () => codat.read(path, connection, { reason: 'follow', payer });
    return this.#present(company, await reads.read({ company, name: path, news, payer }, load));
  }

  /**
   * Begins a connection to a platform. One that was begun and not finished is gone on with, and people who ask
   * at the same moment get the same one.
   */
  async begin(
    company: string,
    platformKey: string,
    background: Background,
    payer: Payer = 'company',
  ): Promise<PresentedConnection> {
    // Not with the other payer's: its quota may be used up.
    const begun = await this.#beginning.run(`${payer} ${company} ${platformKey}`, () =>
      this.#begin(company, platformKey, background, payer),
    );
    return this.#present(company, begun);
  }

  async #begin(
    company: string,
    platformKey: string,
    background: Background,
    payer: Payer,
  ): Promise<Connection> {
    const { catalogue, codat, locks, rateLimiter, settings } = this.#parts;
    const platform = await catalogue.find(platformKey, background);
    rateLimiter.take('connect', { company, target: `${company} ${platformKey}`, by: payer });
    const begun = await locks.hold(`begin:${company}:${platformKey}`, async (lock) => {
      if (!(await lock.isSure())) return this.#goOn(company, platform, payer);
      const pending = await this.#pending(company, platform, payer);
      if (pending) return pending;
      await lock.confirm();
      const path = pathOf(company);
      const made = await this.#change(company, () =>
        codat.change('POST', path, connection, { platformKey }, payer),
      );
      // It is there, whatever Codat called it.
      return made ?? (await this.#pending(company, platform, payer)) ?? unreadable();
    });
    settings.tell({ type: 'connection-begun', company, connection: begun.id });
    return begun;
  }

  /**
   * What can be done where nothing may be made: go on with what was begun. Those who try again and again meanwhile use
   * up no calls that they need afterwards.
   */
  async #goOn(company: string, platform: Platform, payer: Payer): Promise<Connection> {
    const name = `pending ${platform.listed.key}`;
    const read = () => this.#pending(company, platform, payer);
    const pending = await this.#parts.reads.read({ company, name, payer }, read);
    if (!pending) throw mayBeDoneElsewhere();
    return pending;
  }

  /** Rejects with a 403 when the host does not permit it, with a 400 when it is not linked. */
  async unlink(company: string, id: string): Promise<PresentedConnection> {
    const { codat, rateLimiter, settings } = this.#parts;
    rateLimiter.take('change', { company, target: pathOf(company, id) });
    const before = await this.#permitted(company, id, 'disconnect');
    if (!possible.disconnect(before.status)) {
      throw new Problem(400, 'Only a connection whose status is Linked can be unlinked.');
    }
    const body = { status: 'Unlinked' };
    const answered = await this.#change(company, () =>
      codat.change('PATCH', pathOf(company, id), connection, body),
    );
    const unlinked = answered ?? { ...before, ...body };
    settings.tell({ type: 'connection-unlinked', company, connection: unlinked.id });
    return this.#present(company, unlinked);
  }

  /** For good. Rejects with a 403 when the host does not permit it. */
  async delete(company: string, id: string): Promise<void> {
    const { codat, rateLimiter, settings } = this.#parts;
    rateLimiter.take('change', { company, target: pathOf(company, id) });
    await this.#permitted(company, id, 'delete');
    await this.#change(company, () => codat.change('DELETE', pathOf(company, id), z.unknown()));
    settings.tell({ type: 'connection-deleted', company, connection: id });
  }

  /**
   * Codat's one-time link, read now, for the person's browser and no one else. Rejects with a 403 when the host
   * does not permit to reconnect what was connected once.
   */
  async oneTimeLink(company: string, id: string, payer: Payer): Promise<string> {
    const path = pathOf(company, id);
    const { linkUrl, ...read } = await this.#parts.codat.read(path, linkedConnection, { payer });
    if (read.status !== 'PendingAuth' && !(await this.#permits(company, 'reconnect', read)))
      throw notPermitted();
    return linkUrl;
  }

  /** Where a connection stands at Codat at this moment, or undefined when it is gone. */
  async statusNow(company: string, id: string, payer: Payer): Promise<string | undefined> {
    return this.#parts.codat.read(pathOf(company, id), connection, { payer }).then(
      ({ status }) => status,
      (thrown: unknown) => {
        if (thrown instanceof Problem && thrown.status === 404) return undefined;
        throw thrown;
      },
    );
  }

  /** The ids of the company's connections that are linked. */
  async linked(company: string, news: boolean): Promise<ReadonlySet<string>> {
    const { codat, reads } = this.#parts;
    return reads.read({ company, name: 'linked', news }, async () => {
      const ids = new Set<string>();
      for await (const { id, status } of codat.every(pathOf(company), connection, { reason: 'refresh' })) {
        if (status === 'Linked') ids.add(id);
      }
      return ids;
    });
  }

  async #present(company: string, read: Connection): Promise<PresentedConnection> {
    const { settings, signer } = this.#parts;
    const [link, ...answers] = await Promise.all([
      signer.sign('link', { company, connection: read.id, platform: read.platformName }),
      ...actions.map((action) => possible[action](read.status) && this.#permits(company, action, read)),
    ]);
    return {
      ...read,
      platformName: read.platformName || (await this.#nameOf(read.integrationKey)),
      linkUrl: `${settings.baseUrl}/link/${link}`,
      can: actions.filter((_, index) => answers[index]),
    };
  }

  /** What the platform is called, for a connection that does not say. */
  async #nameOf(platformKey = ''): Promise<string> {
    const found = this.#parts.catalogue.find(platformKey, () => undefined);
    return found.then(
      ({ listed }) => listed.name,
      () => platformKey,
    );
  }

  async #permits(company: string, action: Action, read: Connection): Promise<boolean> {
    return this.#parts.settings.permit({ company, action, connection: read });
  }

  /** The connection as it is at Codat now, if the host permits this to be done with it. */
  async #permitted(company: string, id: string, action: Action): Promise<Connection> {
    const read = await this.#parts.codat.read(pathOf(company, id), connection);
    if (!(await this.#permits(company, action, read))) throw notPermitted();
    return read;
  }

  /** However a change ends, what was read before it is out of date. */
  async #change<Result>(company: string, change: () => Promise<Result>): Promise<Result> {
    return change().finally(() =>
      this.#parts.news.tell(company, { at: 'connections' }).catch(() => undefined),
    );
  }

  async #pending(company: string, { listed }: Platform, payer: Payer): Promise<Connection | undefined> {
    for await (const each of this.#parts.codat.every(pathOf(company), connection, { payer })) {
      const { status, integrationKey, platformName } = each;
      const isSame = integrationKey
        ? integrationKey.toLowerCase() === listed.key.toLowerCase()
        : platformName === listed.name;
      if (isSame && status === 'PendingAuth') return each;
    }
    return undefined;
  }
}

function unreadable(): never {
  throw new Problem(502, 'Codat’s answer could not be read.', { mayBeDone: true });
}

const notPermitted = (): Problem => new Problem(403, 'The lender does not offer this for this connection.');

/** Where Codat keeps a company's connections, or one of them. Throws a 404 for what can't be an id. */
function pathOf(company: string, id?: string): string {
  const list = `companies/${company}/connections`;
  if (id === undefined) return list;
  if (!isId(id)) throw notFound();
  return `${list}/${id}`;
}
