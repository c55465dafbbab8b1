import * as z from 'zod/mini';
import type { Catalogue } from '../platforms/catalogue.js';
import type { WaitUntil } from '../work-tracker.js';
import type { CodatClient, ListQuery } from '../codat/codat-client.js';
import type { CompanyOrLinkRecipients } from '../limits/company-codat-call-quota.js';
import { type Locks, createBusyElsewhereError } from '../store/locks.js';
import type { CodatResponseCache } from '../codat/response-cache.js';
import type { ChangeFeed } from '../changes/change-feed.js';
import { HttpError, createNotFoundError, emitUnexpectedError } from '../http-error.js';
import type { RateLimiter } from '../limits/rate-limiter.js';
import { connection, connectionWithOneTimeLink, type Connection } from '../codat/schemas.js';
import { connectionActions, type ConnectionAction } from '../../contract/connection-action.js';
import { isCodatId, type Awaitable, type ParsedSettings } from '../settings.js';
import type { Signer } from '../auth/signer.js';
import { SingleFlight } from '../single-flight.js';
import type { PlatformWithImages } from '../platforms/platform-list.js';

/** A connection as the page gets it: with the gateway's link in place of Codat's, and the actions that the company's people may take. */
interface PresentedConnection extends Connection {
  readonly linkUrl: string;
  readonly can: readonly ConnectionAction[];
}

/** The actions that Codat allows in each status (https://docs.codat.io/core-concepts/connections). */
const isPossible: Record<ConnectionAction, (status: string) => boolean> = {
  reconnect: (status) => ['PendingAuth', 'Unlinked', 'Deauthorized'].includes(status),
  disconnect: (status) => status === 'Linked',
  delete: () => true,
};

interface Deps {
  readonly codat: CodatClient;
  readonly catalogue: Catalogue;
  readonly locks: Locks;
  readonly changeFeed: ChangeFeed;
  readonly rateLimiter: RateLimiter;
  readonly responseCache: CodatResponseCache;
  readonly signer: Signer;
  readonly settings: ParsedSettings;
}

/** Lists, reads, creates, unlinks and deletes the connections of a company. */
export class Connections {
  readonly #deps: Deps;
  readonly #creating = new SingleFlight<Connection>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Lists the company's connections. `fresh`, here and below, means to use no response that was read from Codat before this call. */
  async list(company: string, query: ListQuery, fresh: boolean) {
    const { codat, responseCache } = this.#deps;
    const page = await responseCache.get(
      { company, name: `connections ${JSON.stringify(query)}`, fresh },
      () => codat.readPage(connectionPath(company), connection, { query, reason: 'refresh' }),
    );
    return { ...page, results: await Promise.all(page.results.map((each) => this.#present(company, each))) };
  }

  /** Reads one connection. `quotaUser`, here and below, says from whose quota a call to Codat is taken. */
  async read(
    company: string,
    id: string,
    fresh: boolean,
    quotaUser: CompanyOrLinkRecipients = 'company',
  ): Promise<PresentedConnection> {
    const { codat, responseCache } = this.#deps;
    const path = connectionPath(company, id);
    const load = () => codat.read(path, connection, { reason: 'follow', quotaUser });
    return this.#present(company, await responseCache.get({ company, name: path, fresh, quotaUser }, load));
  }

  /**
   * Creates a connection to a platform, or returns the one that is still pending. Concurrent calls get the same
   * connection.
   */
  async createOrResume(
    company: string,
    platformKey: string,
    waitUntil: WaitUntil,
    quotaUser: CompanyOrLinkRecipients = 'company',
  ): Promise<PresentedConnection> {
    // Don't share the call between those who use different quotas, since the quota of one may be used up.
    const result = await this.#creating.run(`${quotaUser} ${company} ${platformKey}`, () =>
      this.#createOrResume(company, platformKey, waitUntil, quotaUser),
    );
    return this.#present(company, result);
  }

  async #createOrResume(
    company: string,
    platformKey: string,
    waitUntil: WaitUntil,
    quotaUser: CompanyOrLinkRecipients,
  ): Promise<Connection> {
    const { catalogue, codat, locks, rateLimiter, settings } = this.#deps;
    const platform = await catalogue.find(platformKey, waitUntil);
    rateLimiter.take('connect', { company, target: `${company} ${platformKey}`, quotaUser });
    const result = await locks.request(`begin:${company}:${platformKey}`, async (lock) => {
      if (!(await lock.isSafe())) return this.#resume(company, platform, quotaUser);
      const pending = await this.#findPending(company, platform, quotaUser);
      if (pending) return pending;
      await lock.assertSafe();
      const path = connectionPath(company);
      const created = await this.#change(company, () =>
        codat.change('POST', path, connection, { platformKey }, quotaUser),
      );
      // Codat created it even if its response could not be read.
      return created ?? (await this.#findPending(company, platform, quotaUser)) ?? throwUnreadable();
    });
    settings.emit({ type: 'connection-begun', company, connection: result.id });
    return result;
  }

  /**
   * Returns the pending connection when creating one is not safe. Cached, so that repeated attempts don't use up the
   * company's calls.
   */
  async #resume(
    company: string,
    platform: PlatformWithImages,
    quotaUser: CompanyOrLinkRecipients,
  ): Promise<Connection> {
    const name = `pending ${platform.listed.key}`;
    const findPending = () => this.#findPending(company, platform, quotaUser);
    const pending = await this.#deps.responseCache.get({ company, name, quotaUser }, findPending);
    if (!pending) throw createBusyElsewhereError();
    return pending;
  }

  /** Rejects with a 403 when the host does not permit it, and with a 400 when the connection is not linked. */
  async unlink(company: string, id: string): Promise<PresentedConnection> {
    const { codat, rateLimiter, settings } = this.#deps;
    rateLimiter.take('change', { company, target: connectionPath(company, id) });
    const current = await this.#readPermitted(company, id, 'disconnect');
    if (!isPossible.disconnect(current.status)) {
      throw new HttpError(400, 'Only a connection whose status is Linked can be unlinked.');
    }
    const body = { status: 'Unlinked' };
    const updated = await this.#change(company, () =>
      codat.change('PATCH', connectionPath(company, id), connection, body),
    );
    const unlinked = updated ?? { ...current, ...body };
    settings.emit({ type: 'connection-unlinked', company, connection: unlinked.id });
    return this.#present(company, unlinked);
  }

  /** Deletes the connection for good. Rejects with a 403 when the host does not permit it. */
  async delete(company: string, id: string): Promise<void> {
    const { codat, rateLimiter, settings } = this.#deps;
    rateLimiter.take('change', { company, target: connectionPath(company, id) });
    await this.#readPermitted(company, id, 'delete');
    await this.#change(company, () => codat.change('DELETE', connectionPath(company, id), z.unknown()));
    settings.emit({ type: 'connection-deleted', company, connection: id });
  }

  /**
   * Reads Codat's one-time link, which goes to the person's browser and nowhere else. Rejects with a 403 when the
   * connection was linked before and the host does not permit reconnecting it.
   */
  async readOneTimeLink(company: string, id: string, quotaUser: CompanyOrLinkRecipients): Promise<string> {
    const path = connectionPath(company, id);
    const { linkUrl, ...current } = await this.#deps.codat.read(path, connectionWithOneTimeLink, {
      quotaUser,
    });
    if (current.status !== 'PendingAuth' && !(await this.#permits(company, 'reconnect', current)))
      throw notPermitted();
    return linkUrl;
  }

  /** Reads a connection's status from Codat; undefined when it was deleted. */
  async readStatus(
    company: string,
    id: string,
    quotaUser: CompanyOrLinkRecipients,
  ): Promise<string | undefined> {
    return this.#deps.codat.read(connectionPath(company, id), connection, { quotaUser }).then(
      ({ status }) => status,
      (thrown: unknown) => {
        if (thrown instanceof HttpError && thrown.status === 404) return undefined;
        throw thrown;
      },
    );
  }

  /** The ids of the company's linked connections. */
  async readLinkedIds(company: string, fresh: boolean): Promise<ReadonlySet<string>> {
    const { codat, responseCache } = this.#deps;
    return responseCache.get({ company, name: 'linked', fresh }, async () => {
      const ids = new Set<string>();
      for await (const { id, status } of codat.readAll(connectionPath(company), connection, {
        reason: 'refresh',
      })) {
        if (status === 'Linked') ids.add(id);
      }
      return ids;
    });
  }

  async #present(company: string, current: Connection): Promise<PresentedConnection> {
    const { settings, signer } = this.#deps;
    const platformName = current.platformName || (await this.#nameOf(current.integrationKey));
    const [link, ...answers] = await Promise.all([
      signer.sign('link', { company, connection: current.id, platform: platformName }),
      ...connectionActions.map(
        (action) => isPossible[action](current.status) && this.#offers(company, action, current),
      ),
    ]);
    // Not a spread, which takes V8 as long as signing the link.
    return Object.assign({}, current, {
      platformName,
      linkUrl: `${settings.baseUrl}/link/${link}`,
      can: connectionActions.filter((_, index) => answers[index]),
    });
  }

  /** The platform's name, for a connection that has none. */
  async #nameOf(platformKey = ''): Promise<string> {
    const found = this.#deps.catalogue.find(platformKey, () => undefined);
    return found.then(
      ({ listed }) => listed.name,
      () => platformKey,
    );
  }

  /** Whether to offer the action. False when the host's `permit` fails, so that people still see their connections and can come back from a sign-in. */
  #offers(company: string, action: ConnectionAction, current: Connection): Awaitable<boolean> {
    const answer = this.#permits(company, action, current);
    if (typeof answer === 'boolean') return answer;
    return answer.catch((thrown: unknown) => {
      emitUnexpectedError(thrown, this.#deps.settings.emit);
      return false;
    });
  }

  #permits(company: string, action: ConnectionAction, current: Connection): Awaitable<boolean> {
    return this.#deps.settings.permit({ company, action, connection: current });
  }

  /** Reads the connection from Codat. Rejects with a 403 when the host does not permit the action on it. */
  async #readPermitted(company: string, id: string, action: ConnectionAction): Promise<Connection> {
    const current = await this.#deps.codat.read(connectionPath(company, id), connection);
    if (!(await this.#permits(company, action, current))) throw notPermitted();
    return current;
  }

  /** Makes a change and then invalidates the company's cached responses, even if the change failed: Codat may have made it. */
  async #change<Result>(company: string, change: () => Promise<Result>): Promise<Result> {
    try {
      return await change();
    } finally {
      await this.#deps.changeFeed.publish(company, { at: 'connections' }).catch(() => undefined);
    }
  }

  async #findPending(
    company: string,
    { listed }: PlatformWithImages,
    quotaUser: CompanyOrLinkRecipients,
  ): Promise<Connection | undefined> {
    for await (const each of this.#deps.codat.readAll(connectionPath(company), connection, { quotaUser })) {
      const { status, integrationKey, platformName } = each;
      const isSame = integrationKey
        ? integrationKey.toLowerCase() === listed.key.toLowerCase()
        : platformName === listed.name;
      if (isSame && status === 'PendingAuth') return each;
    }
    return undefined;
  }
}

function throwUnreadable(): never {
  throw new HttpError(502, 'Codat’s answer could not be read.', { mayBeDone: true });
}

const notPermitted = (): HttpError =>
  new HttpError(403, 'The lender does not offer this for this connection.');

/** Codat's path of a company's connections, or of one of them. Throws a 404 when `id` doesn't have the shape of Codat's ids. */
function connectionPath(company: string, id?: string): string {
  const list = `companies/${company}/connections`;
  if (id === undefined) return list;
  if (!isCodatId(id)) throw createNotFoundError();
  return `${list}/${id}`;
}
