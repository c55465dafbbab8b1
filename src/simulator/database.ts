import type { SignInFailureStatus } from './data-connection-error-texts.js';
import type { SimulatedPlatform } from './platforms/platforms.js';
import {
  pullStateAt,
  planPulls,
  startPullsWaitingForComputer,
  type PlannedPull,
  type PullStatus,
} from './pulls.js';
import { ApiError } from './routes/api-error.js';
import type { CompanyRecord, ConnectionRecord, SignIn, SimulatorState } from './state.js';

const day = 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;

/** Unused links per connection. Every read creates one, and most are never opened. */
const maxLinksPerConnection = 100;

/** A connection with its company and its platform. */
export interface ConnectionWithRelations {
  readonly company: CompanyRecord;
  readonly connection: ConnectionRecord;
  readonly platform: SimulatedPlatform;
}

/** An event of Codat's webhooks, and the records it is about. */
export type DatabaseEvent =
  | { readonly eventType: 'company.created' | 'company.deleted'; readonly company: CompanyRecord }
  | {
      readonly eventType: `connection.${'created' | 'connected' | 'failed' | 'disconnected' | 'reconnected' | 'deleted'}`;
      readonly subject: ConnectionWithRelations;
    }
  | {
      readonly eventType: 'read.completed' | 'read.completed.initial';
      readonly subject: ConnectionWithRelations;
      readonly pulls: readonly PlannedPull[];
    };

/** The simulated Codat's data, and operations on it. */
export class Database {
  readonly state: SimulatorState;
  readonly platforms: readonly SimulatedPlatform[];
  readonly #now: () => number;
  #emit: (event: DatabaseEvent) => void = () => undefined;

  constructor(platforms: readonly SimulatedPlatform[], now: () => number, state?: Partial<SimulatorState>) {
    this.platforms = platforms;
    this.#now = now;
    const blank = { companies: [], links: [], signIns: [], consumers: [], quota: { day: 0, used: 0 } };
    this.state = { ...blank, ...structuredClone(state) };
  }

  /** Calls the listener synchronously with every event. There is one listener. */
  subscribe(listener: (event: DatabaseEvent) => void): void {
    this.#emit = listener;
  }

  get now(): number {
    return this.#now();
  }

  platform(key: string): SimulatedPlatform {
    const platform = this.platforms.find((each) => each.key === key);
    if (!platform) throw new ApiError(404, `No integration was found with key ${key}`);
    return platform;
  }

  company(id: string): CompanyRecord {
    const company = this.state.companies.find((each) => each.id === id);
    if (!company) throw new ApiError(404, `No company was found with ID ${id}`);
    return company;
  }

  addCompany(fields: Pick<CompanyRecord, 'name' | 'description' | 'tags'>): CompanyRecord {
    const company = { id: crypto.randomUUID(), created: this.now, ...fields, connections: [] };
    this.state.companies.push(company);
    this.#emit({ eventType: 'company.created', company });
    return company;
  }

  removeCompany(id: string): void {
    const company = this.company(id);
    remove(this.state.companies, company);
    this.#emit({ eventType: 'company.deleted', company });
  }

  connection(companyId: string, id: string): ConnectionWithRelations {
    const company = this.company(companyId);
    const connection = company.connections.find((each) => each.id === id);
    if (!connection) throw new ApiError(404, `Data connection ${id} not found`);
    return { company, connection, platform: this.platform(connection.platformKey) };
  }

  /** A connection by its id alone, of any company. */
  findConnection(connectionId: string): ConnectionWithRelations {
    const company = this.state.companies.find(({ connections }) =>
      connections.some(({ id }) => id === connectionId),
    );
    if (!company) throw new ApiError(404, `Data connection ${connectionId} not found`);
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
    this.#emit({ eventType: 'connection.created', subject: this.connection(companyId, connection.id) });
    return connection;
  }

  removeConnection(companyId: string, id: string): void {
    const found = this.connection(companyId, id);
    remove(found.company.connections, found.connection);
    this.#emit({ eventType: 'connection.deleted', subject: found });
  }

  /** Links the connection after a sign-in, the first or a later one, and starts a sync. */
  authorize(connectionId: string, organisation: string | null): void {
    const found = this.findConnection(connectionId);
    const { connection, platform } = found;
    const isFirst = connection.status === 'PendingAuth';
    connection.status = 'Linked';
    if (organisation === null) delete connection.organisation;
    else connection.organisation = organisation;
    for (const error of connection.errors) error.resolvedAt ??= this.now;
    this.#stopPulls(connection, 'Cancelled');
    connection.pulls.push(...planPulls(platform, this.now));
    connection.reading = 'initial';
    this.#emit({ eventType: isFirst ? 'connection.connected' : 'connection.reconnected', subject: found });
  }

  /** Records a failed sign-in. The connection's status stays the same. */
  addError(connectionId: string, statusCode: SignInFailureStatus): void {
    const found = this.findConnection(connectionId);
    found.connection.errors.push({ statusCode, at: this.now });
    this.#emit({ eventType: 'connection.failed', subject: found });
  }

  /** Ends a linked connection: the lender unlinked it, or the platform revoked the access. */
  endAccess(connectionId: string, status: 'Unlinked' | 'Deauthorized'): void {
    const found = this.findConnection(connectionId);
    const { connection } = found;
    if (connection.status !== 'Linked') throw new ApiError(400, 'The connection is not linked.');
    connection.status = status;
    this.#stopPulls(connection, status === 'Unlinked' ? 'Cancelled' : 'AuthError');
    delete connection.reading;
    this.#emit({ eventType: 'connection.disconnected', subject: found });
  }

  /** Starts a sync of every data type that is not being synced. */
  refresh(companyId: string): void {
    for (const connection of this.company(companyId).connections) {
      if (connection.status !== 'Linked') continue;
      const busy = new Set(this.#runningPulls(connection).map(({ dataType }) => dataType));
      const planned = planPulls(this.platform(connection.platformKey), this.now);
      connection.pulls.push(...planned.filter(({ dataType }) => !busy.has(dataType)));
      connection.reading ??= 'again';
    }
  }

  /** Emits an event for every sync that has completed by now. */
  emitCompletedSyncs(): void {
    for (const company of this.state.companies) {
      for (const connection of company.connections) {
        const { reading, pulls } = connection;
        if (!reading || this.#runningPulls(connection).length > 0) continue;
        delete connection.reading;
        this.#emit({
          eventType: reading === 'initial' ? 'read.completed.initial' : 'read.completed',
          subject: this.connection(company.id, connection.id),
          pulls: [...new Map(pulls.map((pull) => [pull.dataType, pull])).values()],
        });
      }
    }
  }

  wake(connectionId: string): void {
    startPullsWaitingForComputer(this.findConnection(connectionId).connection.pulls, this.now);
  }

  /** Ends the sync of one data type with this status, even if it was complete. */
  endPull(connectionId: string, dataType: string, status: PullStatus): void {
    const pull = this.findConnection(connectionId).connection.pulls.findLast(
      (each) => each.dataType === dataType,
    );
    if (!pull) throw new ApiError(404, `No sync of ${dataType} was found`);
    pull.stopped = { at: this.now, status };
  }

  /** Creates a one-time password for a connection's link, valid for a day. */
  mintLink(connectionId: string): string {
    const otp = crypto.randomUUID();
    const { now } = this;
    const existing = this.state.links.filter((link) => link.connectionId === connectionId);
    const oldest = existing.length >= maxLinksPerConnection ? existing[0] : undefined;
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

  /** Records that a person opened a sign-in page, whose form can be submitted once, within an hour. */
  startSignIn(connectionId: string, extras: Record<string, string>): SignIn {
    const signIn = { id: crypto.randomUUID(), connectionId, expires: this.now + hour, extras };
    this.state.signIns = [...this.state.signIns.filter(({ expires }) => expires > this.now), signIn];
    return signIn;
  }

  /** Takes the sign-in of a submitted form; undefined when it was submitted before or has expired. */
  takeSignIn(connectionId: string, id: string | null): SignIn | undefined {
    const signIn = this.state.signIns.find(
      (each) => each.id === id && each.connectionId === connectionId && each.expires > this.now,
    );
    this.state.signIns = this.state.signIns.filter((each) => each !== signIn);
    return signIn;
  }

  #runningPulls({ pulls }: ConnectionRecord) {
    return pulls.filter((pull) => pullStateAt(pull, this.now).ended === undefined);
  }

  #stopPulls(connection: ConnectionRecord, status: PullStatus): void {
    for (const pull of this.#runningPulls(connection)) pull.stopped = { at: this.now, status };
  }
}

function remove<Item>(list: Item[], item: Item): void {
  list.splice(list.indexOf(item), 1);
}
