import { journeyOfSession, type Journey } from '../../src/controllers/journey/journey.js';
import { createSignInHandleForSameTabOrHost } from '../../src/flow/sign-in-window.js';
// Imported before there is a page: in Node no visibility change happens by itself.
import '../../src/session/live/live-updates.js';
import { createSession, type Session } from '../../src/session/session.js';

/** An event that a tab's pages dispatched: its type and its connection's id. */
export interface DispatchedEvent {
  readonly type: string;
  readonly connection: string;
}

/** A browser's storage for one tab. Its keys are its own members, as a page sees them. */
class TabStorage {
  [key: string]: unknown;
  getItem(key: string): unknown {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key: string, value: string): void {
    this[key] = value;
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

/** A stand-in for an element of ours, with the members that a journey uses. */
export class PageElement extends EventTarget {
  isConnected = true;
  readonly localName = 'platform-picker';

  getRootNode(): Pick<ParentNode, 'querySelectorAll'> {
    return { querySelectorAll: () => [] as never };
  }
}

const outcomeEvents = ['codat-connected', 'codat-abandoned'];

/** A fake Codat and gateway, as far as a journey uses them: connections by their ids. */
export class Connections {
  readonly #linked = new Map<string, boolean>();
  #made = 0;
  /** How many responses are pending. */
  pending = 0;

  link(id: string): void {
    this.#linked.set(id, true);
  }

  remove(id: string): void {
    this.#linked.delete(id);
  }

  isLinked(id: string): boolean {
    return this.#linked.get(id) === true;
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    this.pending++;
    const answer = await this.#answer(request);
    this.pending--;
    return answer;
  };

  async #answer({ method, url }: Request): Promise<Response> {
    const [, company = '', id] =
      /^https:\/\/(\w+)\.test\/.*?(?:connections\/(\w+))?$/.exec(url.split('?')[0] ?? '') ?? [];
    await Promise.resolve();
    if (url.endsWith('/token'))
      return Response.json({ companyId: company, accessToken: 'a', expiresIn: 900 });
    if (id) return this.#linked.has(id) ? Response.json(this.#one(id)) : new Response('', { status: 404 });
    if (method === 'POST') {
      const made = `${company}${this.#made++}`;
      this.#linked.set(made, false);
      return Response.json(this.#one(made));
    }
    const results = [...this.#linked.keys()]
      .filter((id) => id.startsWith(company))
      .map((id) => this.#one(id));
    return Response.json({ results, _links: {} });
  }

  #one(id: string) {
    const status = this.isLinked(id) ? 'Linked' : 'PendingAuth';
    return { id, integrationKey: 'gbol', platformName: 'Xero', status, linkUrl: `https://link.test/${id}` };
  }
}

/** One page of a tab, with a session and an element for each company that it speaks for. */
class Page extends EventTarget {
  readonly journeys: { readonly session: Session; readonly journey: Journey; element: PageElement }[];

  constructor(connections: Connections, companies: readonly string[]) {
    super();
    this.journeys = companies.map((company) => {
      const session = createSession({
        tokenEndpoint: `https://${company}.test/token`,
        fetch: connections.fetch,
      });
      return { session, journey: journeyOfSession(session), element: new PageElement() };
    });
  }
}

/** A tab that navigates from page to page. One is active at a time: the others are frozen, or unloaded. */
export class BrowserTab {
  readonly dispatched: DispatchedEvent[] = [];
  readonly #connections: Connections;
  readonly #companies: readonly string[];
  #storage = new TabStorage();
  /** Every page there was. */
  readonly #all: Page[] = [];
  /** Those that one can go back to, and last the one in view. */
  readonly #pages: Page[] = [];
  /** The link that the tab was left for, while the person is there. */
  #away: string | undefined;

  constructor(connections: Connections, companies: readonly string[]) {
    this.#connections = connections;
    this.#companies = companies;
  }

  get isAway(): boolean {
    return this.#away !== undefined;
  }

  /** Makes it the tab whose globals the code sees. */
  async activate(): Promise<void> {
    const leave = (url: string): void => void (this.#away = url);
    const location = {
      set href(url: string) {
        leave(url);
      },
    };
    const globals = {
      sessionStorage: this.#storage,
      window: { location },
      document: { dispatchEvent: (event: Event) => this.#page.dispatchEvent(event) },
    };
    for (const [name, value] of Object.entries(globals))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    if (this.#pages.length === 0) await this.load();
  }

  /** A copy of it, as browsers make one: with what it stores, and the page loaded anew. */
  duplicate(): BrowserTab {
    const copy = new BrowserTab(this.#connections, this.#companies);
    Object.assign(copy.#storage, this.#storage);
    return copy;
  }

  /** Loads a page in place of this one, or after it. */
  async load(after = false): Promise<void> {
    this.#away = undefined;
    if (!after) this.#pages.pop();
    const page = new Page(this.#connections, this.#companies);
    this.#pages.push(page);
    this.#all.push(page);
    this.#listen(page);
    for (const entry of page.journeys) {
      this.#listen(entry.element);
      void entry.journey.resume(this.#asElement(entry.element), 'nothing');
    }
    await this.settled();
  }

  /** The page before, as it was left, or loaded anew where the browser kept none. */
  async back(kept: boolean): Promise<void> {
    if (!this.isAway && this.#pages.length > 1) this.#pages.pop();
    if (!kept) return this.load();
    this.#away = undefined;
    return this.refetchConnections();
  }

  /** Makes the visible page read its connections again. */
  async refetchConnections(): Promise<void> {
    for (const { session, journey } of this.#page.journeys) {
      const { state } = journey;
      if (!('connection' in state)) continue;
      for (const notify of [...session.messageListeners])
        notify({ is: 'changed', connection: state.connection.id });
    }
    await this.settled();
  }

  async choose(number: number): Promise<void> {
    const entry = this.#journeyAt(number);
    const element = this.#asElement(entry.element);
    const here = createSignInHandleForSameTabOrHost(
      'tab',
      (url) => void entry.journey.leaveTab(element, url),
    );
    entry.journey.start(element, here, { platform: { key: 'gbol', name: 'Xero' } });
    await this.settled();
  }

  async cancel(number: number): Promise<void> {
    const { journey, element } = this.#journeyAt(number);
    journey.dispatch({ type: 'cancelled' }, this.#asElement(element));
    await this.settled();
  }

  /** The element is drawn again, as by a router or by hydration. */
  async redraw(number: number): Promise<void> {
    const entry = this.#journeyAt(number);
    entry.element.isConnected = false;
    entry.element = new PageElement();
    this.#listen(entry.element);
    const element = this.#asElement(entry.element);
    void entry.journey.resume(element, 'nothing');
    entry.journey.belongsTo(element);
    await this.settled();
  }

  /** The connection that the person is signing in for. */
  get signingInFor(): string | undefined {
    return this.#away && new URL(this.#away).pathname.slice(1);
  }

  /** Resolves once nothing is pending: each turn of the event loop that responds is followed by another. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 4; quiet++) {
      await new Promise(setImmediate);
      if (this.#connections.pending > 0) quiet = 0;
    }
  }

  end(): void {
    for (const { journeys } of this.#all) for (const { session } of journeys) session.end();
  }

  get #page(): Page {
    const page = this.#pages.at(-1);
    if (!page) throw new Error('The tab has no page.');
    return page;
  }

  #journeyAt(number: number): Page['journeys'][number] {
    const { journeys } = this.#page;
    const entry = journeys[number % journeys.length];
    if (!entry) throw new Error('The page speaks for no company.');
    return entry;
  }

  /** A journey uses no other members of an element than those that are here. */
  #asElement(element: PageElement): HTMLElement {
    return element as unknown as HTMLElement;
  }

  #listen(target: EventTarget): void {
    for (const type of outcomeEvents)
      target.addEventListener(type, (event) => {
        const { connection } = event as Event & { readonly connection: { readonly id: string } };
        this.dispatched.push({ type, connection: connection.id });
      });
  }
}
