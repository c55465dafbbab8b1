import { base64url } from 'jose';
import * as z from 'zod/mini';
import type { Background, Catalogue } from '../platforms/catalogue.js';
import type { Connections } from '../connections/connections.js';
import { sha256 } from '../hash.js';
import { InTurn } from './in-turn.js';
import type { Locks } from '../store/locks.js';
import { idKept, parseKept } from '../store/parse-kept.js';
import { Problem, notFound } from '../problem.js';
import type { RatedAction, RateLimiter } from '../limits/rate-limiter.js';
import { isId, type Settings } from '../settings.js';
import { SingleFlight } from '../single-flight.js';
import { takeTurn } from '../store/turns.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a share works, and how long its owner finds it in the list. */
const lifetime = 7 * day;
const remembered = 14 * day;

const mostOpen = 10;
const mostListed = 30;
const mostUses = 20;
const mostTries = 5;

/** Checked closely: what is written by hand must not lead anywhere at Codat that a share of ours would not. */
const share = z.object({
  /** The SHA-256 of its secret. */
  id: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  company: z.string().check(z.refine(isId)),
  platformKey: z.string().check(z.regex(/^[\w-]{1,40}$/)),
  platformName: z.string().check(z.maxLength(200)),
  /** In milliseconds since 1970. */
  expires: z.number(),
  /** Whether its owner agreed to what the host asked. */
  consented: z.boolean(),
});

/** A wish that someone else signs in to a platform for a company; it is followed by whoever knows its secret. */
export type Share = z.infer<typeof share>;

/** What has become of a share: nobody went to sign in yet, someone did, or they succeeded; or it works no longer. */
export type ShareStatus = 'open' | 'used' | 'connected' | 'withdrawn' | 'expired';

/** A share as its owner sees it. */
export interface MadeShare {
  readonly share: Share;
  readonly status: ShareStatus;
  /** The connection that someone went to sign in for by it. */
  readonly connection?: string | undefined;
}

/**
 * Links for the person who has the log-in. Everything is in the store, for all processes alike: a share while it
 * works, by the hash of its secret; the list of those a company made; the connection a share led to.
 */
export class Shares {
  readonly #catalogue: Catalogue;
  readonly #connections: Connections;
  readonly #locks: Locks;
  readonly #rateLimiter: RateLimiter;
  readonly #settings: Settings;
  readonly #finding = new SingleFlight<Share>();
  readonly #listing = new SingleFlight<MadeShare[]>();
  readonly #making = new InTurn();

  constructor(
    catalogue: Catalogue,
    connections: Connections,
    locks: Locks,
    rateLimiter: RateLimiter,
    settings: Settings,
  ) {
    this.#catalogue = catalogue;
    this.#connections = connections;
    this.#locks = locks;
    this.#rateLimiter = rateLimiter;
    this.#settings = settings;
  }

  /** A new share, and the secret that opens it. Rejects with a 429 when ten can be followed already. */
  async make(company: string, platformKey: string, background: Background) {
    const { store, now, consents } = this.#settings;
    const { listed } = await this.#catalogue.find(platformKey, background);
    this.#rateLimiter.take('share-create', { company, target: `${company} ${platformKey}` });
    const secret = base64url.encode(crypto.getRandomValues(new Uint8Array(16)));
    const made: Share = {
      id: await sha256(secret),
      company,
      platformKey,
      platformName: listed.name,
      expires: now() + lifetime,
      consented: consents.length > 0,
    };
    const keep = async (): Promise<void> => {
      const before = await this.#list(company, false);
      const open = before.filter(isOpen);
      if (open.length >= mostOpen) {
        throw new Problem(429, 'Ten links are open already. Withdraw one of them to make another.');
      }
      const over = before.filter((each) => !isOpen(each)).slice(0, mostListed);
      const kept = [...open, ...over].map((each) => each.share);
      await store.set(`share:${made.id}`, JSON.stringify(made), lifetime);
      await store.set(`shares:${company}`, JSON.stringify([made, ...kept]), remembered);
    };
    await this.#making.run(company, () => this.#locks.hold(`share-making:${company}`, keep));
    this.#settings.tell({ type: 'share-made', company });
    return { share: made, secret };
  }

  /** What the company's people made in the last two weeks, newest first. `news`: nothing that was read before it was asked for. */
  async list(company: string, news: boolean): Promise<MadeShare[]> {
    this.#rateLimiter.take('share-list', { company });
    return this.#listing.run(`${news} ${company}`, () => this.#list(company, news));
  }

  async #list(company: string, news: boolean): Promise<MadeShare[]> {
    const { store, now } = this.#settings;
    const shares = await Promise.all(
      (await this.#made(company)).map(async (share) => {
        const [working, usedUp, connection] = await Promise.all([
          store.get(`share:${share.id}`),
          this.#isUsedUp(share.id),
          this.#connectionOf(share.id),
        ]);
        return {
          share,
          isWithdrawn: !working || !this.#isAgreed(share),
          isOver: usedUp || share.expires <= now(),
          connection,
        };
      }),
    );
    const wasUsed = shares.some(({ connection }) => connection !== undefined);
    const linked = wasUsed ? await this.#linked(company, news) : new Set<string>();
    return shares
      .sort((one, other) => other.share.expires - one.share.expires)
      .map(({ share, isWithdrawn, isOver, connection }) => {
        if (connection !== undefined && linked.has(connection))
          return { share, connection, status: 'connected' };
        if (isOver) return { share, connection, status: 'expired' };
        if (isWithdrawn) return { share, connection, status: 'withdrawn' };
        return { share, connection, status: connection === undefined ? 'open' : 'used' };
      });
  }

  /** Ends a share at once; whoever signs in at this moment may still finish. Rejects with a 404 for what is not the company's. */
  async withdraw(company: string, id: string): Promise<void> {
    this.#rateLimiter.take('share-withdraw', { company });
    const made = await this.#made(company);
    if (!made.some((each) => each.id === id)) throw notFound();
    this.#rateLimiter.take('share-withdraw', { target: id });
    await this.#settings.store.delete(`share:${id}`);
    this.#settings.tell({ type: 'share-withdrawn', company });
  }

  /** The share a secret opens, read from the store alone. Rejects with a 404, the same whatever the reason. */
  async find(secret: string, what: Extract<RatedAction, 'share-page' | 'share-open'>): Promise<Share> {
    if (!secretShape.test(secret)) throw gone();
    const id = await sha256(secret);
    this.#rateLimiter.take(what, { target: id });
    const found = await this.#finding.run(id, () => this.#find(id));
    this.#rateLimiter.take(what, { company: found.company });
    return found;
  }

  async #find(id: string): Promise<Share> {
    const { store, now, tell } = this.#settings;
    const found = parseKept(await store.get(`share:${id}`), share, tell);
    const isOurs = found?.id === id && found.expires > now() && found.expires <= now() + lifetime + day;
    if (!isOurs || !this.#isAgreed(found) || (await this.#isUsedUp(id))) throw gone();
    return found;
  }

  /**
   * Follows a share: goes on with its connection, or begins it, and sends the person to sign in. What fails is no
   * use of it. Rejects with a 410 when it has led to a connection already, with a 429 when tried too often.
   */
  async follow(
    secret: string,
    background: Background,
    signIn: (company: string, connection: string) => Promise<Response>,
  ): Promise<Response> {
    const { store, tell } = this.#settings;
    const { id, company, platformKey } = await this.find(secret, 'share-open');
    if (!(await takeTurn(store, `share-try:${id}`, mostTries, minute))) {
      throw new Problem(429, 'This link is used too often. Try again later.', { retryAfter: 60 });
    }
    const before = await this.#connectionOf(id);
    const status = before && (await this.#connections.statusNow(company, before, 'recipients'));
    if (status && status !== 'PendingAuth') throw new Problem(410, 'What this link was for is connected.');

    const connection = status
      ? before
      : (await this.#connections.begin(company, platformKey, background, 'recipients')).id;
    const response = await signIn(company, connection);
    if (!(await takeTurn(store, `share-use:${id}`, mostUses, remembered))) throw gone();
    await store.set(`share-connection:${id}`, connection, remembered);
    tell({ type: 'share-used', company });
    return response;
  }

  /** The connection that someone went to sign in for by a share. */
  async #connectionOf(id: string): Promise<string | undefined> {
    const { store, tell } = this.#settings;
    return idKept(await store.get(`share-connection:${id}`), tell);
  }

  async #made(company: string): Promise<Share[]> {
    const { store, tell } = this.#settings;
    const made = parseKept(await store.get(`shares:${company}`), shareList, tell) ?? [];
    return made.filter((each) => each.company === company);
  }

  /** Made before the host asked for consent, a share has none to show. */
  #isAgreed({ consented }: Share): boolean {
    return consented || this.#settings.consents.length === 0;
  }

  async #isUsedUp(id: string): Promise<boolean> {
    return (await this.#settings.store.get(`share-use:${id}:${mostUses}`)) !== undefined;
  }

  /** While Codat can't be asked, what was used is known to be used and no more. */
  async #linked(company: string, news: boolean): Promise<ReadonlySet<string>> {
    return this.#connections.linked(company, news).catch((thrown: unknown) => {
      if (thrown instanceof Problem) return new Set<string>();
      throw thrown;
    });
  }
}

const shareList = z.array(share);

/** 128 bits in base64url. */
const secretShape = /^[\w-]{22}$/;

const isOpen = ({ status }: MadeShare): boolean => status === 'open' || status === 'used';

const gone = (): Problem => new Problem(404, 'This link no longer works.');
