import { base64url } from 'jose';
import * as z from 'zod/mini';
import type { ShareLinkStatus } from '../../contract/share-link.js';
import type { Catalogue } from '../platforms/catalogue.js';
import type { WaitUntil } from '../work-tracker.js';
import type { Connections } from '../connections/connections.js';
import { sha256Hex } from '../sha256-hex.js';
import { SerialQueues } from './serial-queues.js';
import type { Locks } from '../store/locks.js';
import { parseStoredId, parseStored } from '../store/parse-stored.js';
import { HttpError, createNotFoundError } from '../http-error.js';
import type { RateLimitedAction, RateLimiter } from '../limits/rate-limiter.js';
import { isCodatId, type ParsedSettings } from '../settings.js';
import { SingleFlight } from '../single-flight.js';
import { useKeysOf, tryConsumeUse } from '../store/try-consume-use.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a link works, and how long the list of a company's links is kept after the last was created. */
const lifetimeMs = 7 * day;
const retentionMs = 14 * day;

const maxOpen = 10;
const maxClosedListed = 30;
const maxUses = 20;
const maxAttemptsPerMinute = 5;
const maxNameLength = 200;

/** Strict, so that a value written to the store by hand can't reach other paths of Codat's API. */
const shareLink = z.object({
  /** The SHA-256 of its secret. */
  id: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  company: z.string().check(z.refine(isCodatId)),
  /** It has no slash, so it can't be a path. Codat's own keys have four letters, those of banks any length. */
  platformKey: z.string().check(z.regex(/^[\w%.-]{1,200}$/)),
  platformName: z.string().check(z.maxLength(maxNameLength)),
  sourceType: z.optional(z.string().check(z.maxLength(maxNameLength))),
  /** In milliseconds since 1970. */
  expires: z.number(),
  /** Whether its creator gave the consent that the host required. */
  consented: z.boolean(),
});

/** A link by which anyone who knows its secret can sign in to a platform for a company. */
export type ShareLink = z.infer<typeof shareLink>;

/** A link with its status, as the company's people see it. */
export interface ShareLinkWithStatus {
  readonly shareLink: ShareLink;
  readonly status: ShareLinkStatus;
  /** The connection for which the link last redirected someone to sign in. */
  readonly connection?: string | undefined;
}

/**
 * Links for the person who has the log-in of a platform. The store has each link by the hash of its secret, the list of
 * a company's links, and the connection that each link led to.
 */
export class ShareLinks {
  readonly #catalogue: Catalogue;
  readonly #connections: Connections;
  readonly #locks: Locks;
  readonly #rateLimiter: RateLimiter;
  readonly #settings: ParsedSettings;
  readonly #findFlights = new SingleFlight<ShareLink>();
  readonly #listFlights = new SingleFlight<ShareLinkWithStatus[]>();
  readonly #createQueue = new SerialQueues();

  constructor(
    catalogue: Catalogue,
    connections: Connections,
    locks: Locks,
    rateLimiter: RateLimiter,
    settings: ParsedSettings,
  ) {
    this.#catalogue = catalogue;
    this.#connections = connections;
    this.#locks = locks;
    this.#rateLimiter = rateLimiter;
    this.#settings = settings;
  }

  /** Creates a link, and resolves with it and its secret. Rejects with a 429 when ten are open already. */
  async create(company: string, platformKey: string, waitUntil: WaitUntil) {
    const { store, now, consents } = this.#settings;
    const { listed } = await this.#catalogue.find(platformKey, waitUntil);
    this.#rateLimiter.take('share-create', { company, target: `${company} ${platformKey}` });
    const secret = base64url.encode(crypto.getRandomValues(new Uint8Array(16)));
    const created: ShareLink = {
      id: await sha256Hex(secret),
      company,
      platformKey,
      platformName: listed.name.slice(0, maxNameLength),
      sourceType: listed.sourceType?.slice(0, maxNameLength),
      expires: now() + lifetimeMs,
      consented: consents.length > 0,
    };
    // A record that can't be read again would hide the company's other links as well.
    if (!shareLink.safeParse(created).success) throw createNotFoundError();
    const save = async (): Promise<void> => {
      const before = await this.#list(company, false);
      const open = before.filter(isOpen);
      if (open.length >= maxOpen) {
        throw new HttpError(429, 'Ten links are open already. Withdraw one of them to make another.');
      }
      const closed = before.filter((each) => !isOpen(each));
      const stored = [...open, ...closed.slice(0, maxClosedListed)].map((each) => each.shareLink);
      await store.set(`share:${created.id}`, JSON.stringify(created), lifetimeMs);
      await store.set(`shares:${company}`, JSON.stringify([created, ...stored]), retentionMs);
      // Nobody could withdraw or forget a link that is in no list.
      await Promise.all(closed.slice(maxClosedListed).map(({ shareLink: { id } }) => this.#erase(id)));
    };
    await this.#createQueue.run(company, () => this.#locks.request(`share-making:${company}`, save));
    this.#settings.emit({ type: 'share-made', company });
    return { shareLink: created, secret };
  }

  /** Lists the company's links, newest first; none two weeks after it created the last. `fresh`: read from Codat which of them are connected. */
  async list(company: string, fresh: boolean): Promise<ShareLinkWithStatus[]> {
    this.#rateLimiter.take('share-list', { company });
    return this.#listFlights.run(`${fresh} ${company}`, () => this.#list(company, fresh));
  }

  async #list(company: string, fresh: boolean): Promise<ShareLinkWithStatus[]> {
    const { store, now } = this.#settings;
    const shareLinks = await Promise.all(
      (await this.#readList(company)).map(async (shareLink) => {
        const [stored, usedUp, connection] = await Promise.all([
          store.get(`share:${shareLink.id}`),
          this.#isUsedUp(shareLink.id),
          this.#readConnection(shareLink.id),
        ]);
        return {
          shareLink,
          isWithdrawn: !stored || !this.#hasConsent(shareLink),
          isExpired: usedUp || shareLink.expires <= now(),
          connection,
        };
      }),
    );
    const anyUsed = shareLinks.some(({ connection }) => connection !== undefined);
    const linked = anyUsed ? await this.#readLinkedIds(company, fresh) : new Set<string>();
    return shareLinks
      .sort((one, other) => other.shareLink.expires - one.shareLink.expires)
      .map(({ shareLink, isWithdrawn, isExpired, connection }) => {
        if (connection !== undefined && linked.has(connection))
          return { shareLink, connection, status: 'connected' };
        if (isExpired) return { shareLink, connection, status: 'expired' };
        if (isWithdrawn) return { shareLink, connection, status: 'withdrawn' };
        return { shareLink, connection, status: connection === undefined ? 'open' : 'used' };
      });
  }

  /** Ends a link at once; a sign-in that has begun may still finish. Rejects with a 404 when it is not the company's. */
  async withdraw(company: string, id: string): Promise<void> {
    this.#rateLimiter.take('share-withdraw', { company });
    const listed = await this.#readList(company);
    if (!listed.some((each) => each.id === id)) throw createNotFoundError();
    this.#rateLimiter.take('share-withdraw', { target: id });
    await this.#settings.store.delete(`share:${id}`);
    this.#settings.emit({ type: 'share-withdrawn', company });
  }

  /** Erases all links of a company, and resolves with how many there were. */
  async forget(company: string): Promise<number> {
    const { store } = this.#settings;
    const erase = async (): Promise<number> => {
      const listed = await this.#readList(company);
      await Promise.all(listed.map(({ id }) => this.#erase(id)));
      await store.delete(`shares:${company}`);
      return listed.length;
    };
    return this.#createQueue.run(company, () => this.#locks.request(`share-making:${company}`, erase));
  }

  /** Erases a link: first the link itself, so that a request which opens it meanwhile notices that after its own writes. */
  async #erase(id: string): Promise<void> {
    const { store } = this.#settings;
    await store.delete(`share:${id}`);
    const others = [
      `share-connection:${id}`,
      ...useKeysOf(`share-use:${id}`, maxUses),
      ...useKeysOf(`share-try:${id}`, maxAttemptsPerMinute),
    ];
    await Promise.all(others.map((key) => store.delete(key)));
  }

  /** The link with this secret, from the store alone. Rejects with the same 404 for every reason, which reveals none. */
  async find(
    secret: string,
    action: Extract<RateLimitedAction, 'share-page' | 'share-open'>,
  ): Promise<ShareLink> {
    if (!secretPattern.test(secret)) throw notWorking();
    const id = await sha256Hex(secret);
    this.#rateLimiter.take(action, { target: id });
    const found = await this.#findFlights.run(id, () => this.#find(id));
    this.#rateLimiter.take(action, { company: found.company });
    return found;
  }

  async #find(id: string): Promise<ShareLink> {
    const { store, now, emit } = this.#settings;
    const found = parseStored(await store.get(`share:${id}`), shareLink, emit);
    const isOurs = found?.id === id && found.expires > now() && found.expires <= now() + lifetimeMs + day;
    if (!isOurs || !this.#hasConsent(found) || (await this.#isUsedUp(id))) throw notWorking();
    return found;
  }

  /**
   * Uses a link: resumes or creates its connection, and redirects the person to sign in. A failure does not count as a
   * use. Rejects with a 410 when its connection was linked already, and with a 429 when it is tried too often.
   */
  async open(
    secret: string,
    waitUntil: WaitUntil,
    signIn: (company: string, connection: string) => Promise<Response>,
  ): Promise<Response> {
    const { store, emit, now } = this.#settings;
    const { id, company, platformKey, expires } = await this.find(secret, 'share-open');
    if (!(await tryConsumeUse(store, `share-try:${id}`, maxAttemptsPerMinute, minute))) {
      throw new HttpError(429, 'This link is used too often. Try again later.', { retryAfter: 60 });
    }
    const before = await this.#readConnection(id);
    const status = before && (await this.#connections.readStatus(company, before, 'recipients'));
    if (status !== undefined && wasConnected.has(status))
      throw new HttpError(410, 'What this link was for is connected.');
    // With an unknown status the page may say neither that it is connected nor that it is not.
    if (status !== undefined && status !== 'PendingAuth')
      throw new HttpError(502, 'Codat’s answer could not be read.');

    const connection = status
      ? before
      : (await this.#connections.createOrResume(company, platformKey, waitUntil, 'recipients')).id;
    const response = await signIn(company, connection);
    // These records are erased by the company's list, so they must not outlast it.
    const ttlMs = expires - now() + retentionMs - lifetimeMs;
    if (!(await tryConsumeUse(store, `share-use:${id}`, maxUses, ttlMs))) throw notWorking();
    await store.set(`share-connection:${id}`, connection, ttlMs);
    // It was withdrawn, or its company forgotten, meanwhile.
    if ((await store.get(`share:${id}`)) === undefined) {
      await this.#erase(id);
      throw notWorking();
    }
    emit({ type: 'share-used', company });
    return response;
  }

  /** The connection for which a link last redirected someone to sign in. */
  async #readConnection(id: string): Promise<string | undefined> {
    const { store, emit } = this.#settings;
    return parseStoredId(await store.get(`share-connection:${id}`), emit);
  }

  async #readList(company: string): Promise<ShareLink[]> {
    const { store, emit } = this.#settings;
    const created = parseStored(await store.get(`shares:${company}`), shareList, emit) ?? [];
    return created.filter((each) => each.company === company);
  }

  /** A link created before the host required consent has none. */
  #hasConsent({ consented }: ShareLink): boolean {
    return consented || this.#settings.consents.length === 0;
  }

  async #isUsedUp(id: string): Promise<boolean> {
    return (await this.#settings.store.get(`share-use:${id}:${maxUses}`)) !== undefined;
  }

  /** Empty while Codat can't be read, so that links count as used rather than connected. */
  async #readLinkedIds(company: string, fresh: boolean): Promise<ReadonlySet<string>> {
    return this.#connections.readLinkedIds(company, fresh).catch((thrown: unknown) => {
      if (thrown instanceof HttpError) return new Set<string>();
      throw thrown;
    });
  }
}

const shareList = z.array(shareLink);

/** The statuses of a connection that was connected once (https://docs.codat.io/core-concepts/connections). */
const wasConnected: ReadonlySet<string> = new Set(['Linked', 'Unlinked', 'Deauthorized']);

/** 128 bits in base64url. */
const secretPattern = /^[\w-]{22}$/;

const isOpen = ({ status }: ShareLinkWithStatus): boolean => status === 'open' || status === 'used';

const notWorking = (): HttpError => new HttpError(404, 'This link no longer works.');
