import type { SignInFailure } from './failures.js';
import type { SimulatedPlatform } from './platforms/platforms.js';
import { look, planPulls, wake, type PullRecord, type PullStatus } from './pulls.js';
import { Refusal } from './routes/refusal.js';
import type { CompanyRecord, ConnectionRecord, SignIn, SimulatorState } from './state.js';

const day = 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;

/** Unspent links kept for each connection; every read makes one, and most are never opened. */
const linksKept = 100;

/** A connection together with the company and the platform it joins. */
export interface Found {
  readonly company: CompanyRecord;
  readonly connection: ConnectionRecord;
  readonly platform: SimulatedPlatform;
}

/** Something that came to pass and that Codat tells its client, by the name it gives it. */
export type Happening =
  | { readonly eventType: 'company.created' | 'company.deleted'; readonly company: CompanyRecord }
  | {
      readonly eventType: `connection.${'created' | 'connected' | 'failed' | 'disconnected' | 'reconnected' | 'deleted'}`;
      readonly found: Found;
    }
  | {
      readonly eventType: 'read.completed' | 'read.completed.initial';
      readonly found: Found;
      readonly pulls: readonly PullRecord[];
    };

/** What Codat knows of a lender's companies, and everything that can happen to it. */
export class Memory {
  readonly state: SimulatorState;
  readonly platforms: readonly SimulatedPlatform[];
  readonly #now: () => number;
  #tell: (happening: Happening) => void = () => undefined;

  constructor(platforms: readonly SimulatedPlatform[], now: () => number, state?: Partial<SimulatorState>) {
    this.platforms = platforms;
    this.#now = now;
    const blank = { companies: [], links: [], signIns: [], consumers: [], quota: { day: 0, used: 0 } };
    this.state = { ...blank, ...structuredClone(state) };
  }

  /** Calls back whenever something happens, as it happens. */
  listen(tell: (happening: Happening) => void): void {
    this.#tell = tell;
  }

  get now(): number {
    return this.#now();
  }

  platform(key: string): SimulatedPlatform {
    const platform = this.platforms.find((each) => each.key === key);
    if (!platform) throw new Refusal(404, `No integration was found with key ${key}`);
    return platform;
  }

  company(id: string): CompanyRecord {
    const company = this.state.companies.find((each) => each.id === id);
    if (!company) throw new Refusal(404, `No company was found with ID ${id}`);
    return company;
  }

  addCompany(facts: Pick<CompanyRecord, 'name' | 'description' | 'tags'>): CompanyRecord {
    const company = { id: crypto.randomUUID(), created: this.now, ...facts, connections: [] };
    this.state.companies.push(company);
    this.#tell({ eventType: 'company.created', company });
    return company;
  }

  removeCompany(id: string): void {
    const company = this.company(id);
    remove(this.state.companies, company);
    this.#tell({ eventType: 'company.deleted', company });
  }

  connection(companyId: string, id: string): Found {
    const company = this.company(companyId);
    const connection = company.connections.find((each) => each.id === id);
    if (!connection) throw new Refusal(404, `Data connection ${id} not found`);
    return { company, connection, platform: this.platform(connection.platformKey) };
  }

  /** A connection by its id alone, wherever it is. */
  find(connectionId: string): Found {
    const company = this.state.companies.find(({ connections }) =>
      connections.some(({ id }) => id === connectionId),
    );
    if (!company) throw new Refusal(404, `Data connection ${connectionId} not found`);
    return this.connection(company.id, connectionId);
  }

  addConnection(companyId: string, platformKey: string): ConnectionRecord {
    const { key } = this.platform(platformKey);
    const connection: ConnectionRecord = {
      id: crypto.randomUUID(),
      platformKey: key,
      created: this.now,
      status: 'PendingAuth',
      errors: [],
      pulls: [],
    };
    this.company(companyId).connections.push(connection);
    this.#tell({ eventType: 'connection.created', found: this.connection(companyId, connection.id) });
    return connection;
  }

  removeConnection(companyId: string, id: string): void {
    const found = this.connection(companyId, id);
    remove(found.company.connections, found.connection);
    this.#tell({ eventType: 'connection.deleted', found });
  }

  /** Someone signed in at the platform: for the first time, or again. Reading begins. */
  authorize(connectionId: string, organisation: string | null): void {
    const found = this.find(connectionId);
    const { connection, platform } = found;
    const isFirst = connection.status === 'PendingAuth';
    connection.status = 'Linked';
    if (organisation === null) delete connection.organisation;
    else connection.organisation = organisation;
    for (const error of connection.errors) error.resolvedAt ??= this.now;
    this.#stop(connection, 'Cancelled');
    connection.pulls.push(...planPulls(platform, this.now));
    connection.reading = 'initial';
    this.#tell({ eventType: isFirst ? 'connection.connected' : 'connection.reconnected', found });
  }

  /** A sign-in came to nothing. Where the connection stood, it still stands. */
  addError(connectionId: string, statusCode: SignInFailure): void {
    const found = this.find(connectionId);
    found.connection.errors.push({ statusCode, at: this.now });
    this.#tell({ eventType: 'connection.failed', found });
  }

  /** The lender cut the connection, or the platform took the access away. */
  sever(connectionId: string, status: 'Unlinked' | 'Deauthorized'): void {
    const found = this.find(connectionId);
    const { connection } = found;
    if (connection.status !== 'Linked') throw new Refusal(400, 'The connection is not linked.');
    connection.status = status;
    this.#stop(connection, status === 'Unlinked' ? 'Cancelled' : 'AuthError');
    delete connection.reading;
    this.#tell({ eventType: 'connection.disconnected', found });
  }

  /** Reads everything again that is not being read already. */
  refresh(companyId: string): void {
    for (const connection of this.company(companyId).connections) {
      if (connection.status !== 'Linked') continue;
      const busy = new Set(this.#underWay(connection).map(({ dataType }) => dataType));
      const planned = planPulls(this.platform(connection.platformKey), this.now);
      connection.pulls.push(...planned.filter(({ dataType }) => !busy.has(dataType)));
      connection.reading ??= 'again';
    }
  }

  /** Tells of everything that has been read in full by now. */
  endReads(): void {
    for (const company of this.state.companies) {
      for (const connection of company.connections) {
        const { reading, pulls } = connection;
        if (!reading || this.#underWay(connection).length > 0) continue;
        delete connection.reading;
        this.#tell({
          eventType: reading === 'initial' ? 'read.completed.initial' : 'read.completed',
          found: this.connection(company.id, connection.id),
          pulls: [...new Map(pulls.map((pull) => [pull.dataType, pull])).values()],
        });
      }
    }
  }

  wake(connectionId: string): void {
    wake(this.find(connectionId).connection.pulls, this.now);
  }

  /** Ends the reading of one data type, whether it was done or not. */
  endPull(connectionId: string, dataType: string, status: PullStatus): void {
    const pull = this.find(connectionId).connection.pulls.findLast((each) => each.dataType === dataType);
    if (!pull) throw new Refusal(404, `No sync of ${dataType} was found`);
    pull.stopped = { at: this.now, status };
  }

  /** A one-time password for a connection's link; good for a day. */
  mintLink(connectionId: string): string {
    const otp = crypto.randomUUID();
    // There are many of them, and every read comes by here.
    const { now } = this;
    const mine = this.state.links.filter((link) => link.connectionId === connectionId);
    const oldest = mine.length >= linksKept ? mine[0] : undefined;
    this.state.links = this.state.links.filter((link) => link.expires > now && link !== oldest);
    this.state.links.push({ otp, connectionId, expires: now + day });
    return otp;
  }

  canOpen(connectionId: string, otp: string | null): boolean {
    return this.state.links.some(
      (link) => link.otp === otp && link.connectionId === connectionId && link.expires > this.now,
    );
  }

  spendLink(otp: string | null): void {
    this.state.links = this.state.links.filter((link) => link.otp !== otp);
  }

  /** A person opened a sign-in page. It can be answered once, within an hour. */
  beginSignIn(connectionId: string, extras: Record<string, string>): SignIn {
    const signIn = { id: crypto.randomUUID(), connectionId, expires: this.now + hour, extras };
    this.state.signIns = [...this.state.signIns.filter(({ expires }) => expires > this.now), signIn];
    return signIn;
  }

  /** The sign-in a page answers, or nothing when it was answered before or is too old. */
  endSignIn(connectionId: string, id: string | null): SignIn | undefined {
    const signIn = this.state.signIns.find(
      (each) => each.id === id && each.connectionId === connectionId && each.expires > this.now,
    );
    this.state.signIns = this.state.signIns.filter((each) => each !== signIn);
    return signIn;
  }

  #underWay({ pulls }: ConnectionRecord) {
    return pulls.filter((pull) => look(pull, this.now).ended === undefined);
  }

  #stop(connection: ConnectionRecord, status: PullStatus): void {
    for (const pull of this.#underWay(connection)) pull.stopped = { at: this.now, status };
  }
}

function remove<Item>(list: Item[], item: Item): void {
  list.splice(list.indexOf(item), 1);
}
