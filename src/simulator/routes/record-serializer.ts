import { dataConnectionErrorTextsBySignInStatusCode } from '../data-connection-error-texts.js';
import type { ConnectionWithRelations, DatabaseEvent, Database } from '../database.js';
import { dataTypeSupportOf, findLastCompletionTime, pullStateAt, type PlannedPull } from '../pulls.js';
import { idsOfPlatform, type SimulatedPlatform } from '../platforms/platforms.js';
import type { CompanyRecord, SignInFailureRecord } from '../state.js';

/** A date in the format that Codat mostly uses. */
export const toIsoString = (at: number): string => new Date(at).toISOString();

/** The same date without its zone; Codat's dates without one are UTC. */
const toZonelessIsoString = (at: number): string => toIsoString(at).replace('Z', '');

/** Serializes the simulator's records as Codat's API does. */
export class RecordSerializer {
  readonly #database: Database;
  readonly #origin: string;
  readonly #oneTimeLinks: boolean;

  constructor(database: Database, origin: string, oneTimeLinks: boolean) {
    this.#database = database;
    this.#origin = origin;
    this.#oneTimeLinks = oneTimeLinks;
  }

  integration(platform: SimulatedPlatform): object {
    const { sourceId, integrationId } = idsOfPlatform(platform);
    return {
      key: platform.key,
      logoUrl: `${this.#origin}/public/platforms/${platform.key}.svg`,
      name: platform.name,
      enabled: platform.enabled ?? true,
      sourceId,
      integrationId,
      sourceType: platform.sourceType,
      isOfflineConnector: platform.offline ?? false,
      isBeta: false,
      dataProvidedBy: '',
      datatypeFeatures: dataTypeSupportOf(platform).map(({ dataType, supported }) => ({
        dataType,
        // Codat's OpenAPI declares `dataType` and requires `datatype`, which its samples carry.
        datatype: dataType,
        supportedFeatures: [{ featureType: 'Get', featureState: supported ? 'Release' : 'NotSupported' }],
      })),
    };
  }

  branding(platform: SimulatedPlatform): object {
    const { sourceId, logoGuid } = idsOfPlatform(platform);
    const { key, name, branding, brand } = platform;
    if (branding === 'empty') return {};
    const image = (path: string, alt: string) => ({
      image: { src: `${this.#origin}/public/${path}.svg`, alt },
    });
    const button = (state: string) => image(`officialButtons/${state}/${key}`, `${name} ${state} button`);
    return {
      logo: {
        full: image(`officialLogos/Full/${logoGuid}`, `${name} full icon`),
        square: image(`officialLogos/Square/${logoGuid}`, `${name} square icon`),
      },
      button: brand === 'quickbooks' ? { default: button('default'), hover: button('hover') } : {},
      sourceId,
    };
  }

  /** A company with its connections, each with a fresh link. */
  company(company: CompanyRecord): object {
    const { id, name, description, created, tags, connections } = company;
    const lastSync = findLastCompletionTime(
      connections.flatMap(({ pulls }) => pulls),
      this.#database.now,
    );
    return {
      id,
      name,
      ...(description !== undefined && { description }),
      platform: '',
      redirect: `${this.#origin}/company/${id}`,
      ...(lastSync && { lastSync: toIsoString(lastSync) }),
      created: toIsoString(created),
      createdByUserName: 'Simulator',
      products: [],
      tags,
      dataConnections: connections.map((connection) =>
        this.connection({ company, connection, platform: this.#database.platform(connection.platformKey) }),
      ),
    };
  }

  /** A connection, with a new link each time. */
  connection({ company, connection, platform }: ConnectionWithRelations): object {
    const { id, status, created, errors, organisation, pulls } = connection;
    const lastSync = findLastCompletionTime(pulls, this.#database.now);
    const { sourceId, integrationId } = idsOfPlatform(platform);
    return {
      id,
      integrationId,
      integrationKey: platform.key,
      sourceId,
      sourceType: platform.sourceType,
      platformName: platform.name,
      linkUrl: this.#linkUrl(company.id, id),
      status,
      ...(lastSync && { lastSync: toZonelessIsoString(lastSync) }),
      created: toIsoString(created),
      dataConnectionErrors: errors.map(serializeError),
      ...(organisation !== undefined && { connectionInfo: { companyName: organisation } }),
    };
  }

  pull(companyId: string, connectionId: string, pull: PlannedPull): object {
    const { status, progress, ended } = pullStateAt(pull, this.#database.now);
    const isErrored = ended !== undefined && status !== 'Complete' && status !== 'NotSupported';
    return {
      id: pull.id,
      companyId,
      connectionId,
      dataType: pull.dataType,
      status,
      ...(isErrored && { errorMessage: `Reading ${pull.dataType} ended with ${status}.` }),
      requested: toIsoString(pull.requested),
      ...(ended !== undefined && { completed: toIsoString(ended) }),
      progress,
      isCompleted: status === 'Complete',
      isErrored,
    };
  }

  /** The payload of an event's webhook: Codat's `CompanyWebhook`, `ConnectionWebhook` or `ReadCompletedWebhook`. */
  payload(event: DatabaseEvent): object {
    if ('company' in event) return this.company(event.company);
    const { subject } = event;
    const { id, name, description, tags } = subject.company;
    const links = { portal: `${this.#origin}/companies/${id}/summary` };
    const referenceCompany = { id, name, ...(description !== undefined && { description }), links, tags };
    if (!('pulls' in event)) return { referenceCompany, connection: this.connection(subject) };
    const dataTypes = event.pulls
      .map((pull) => ({ dataType: pull.dataType, ...pullStateAt(pull, this.#database.now) }))
      .filter(({ status }) => status !== 'NotSupported')
      .map(({ dataType, status }) => ({
        connectionId: subject.connection.id,
        dataType,
        recordsModified: status === 'Complete',
        status,
        issues: [],
      }));
    return { referenceCompany, dataTypes };
  }

  /** The status of each data type of a company, over all its connections. */
  dataStatus({ connections }: CompanyRecord): object {
    const { now } = this.#database;
    const pulls = connections
      .flatMap((connection) => connection.pulls)
      .toSorted((left, right) => left.requested - right.requested);
    const types = new Set(pulls.map(({ dataType }) => dataType));
    return Object.fromEntries(
      [...types].map((dataType) => {
        const ofType = pulls.filter((pull) => pull.dataType === dataType);
        const latest = ofType.at(-1);
        const successful = ofType.findLast((pull) => pullStateAt(pull, now).status === 'Complete');
        const ended = successful && pullStateAt(successful, now).ended;
        return [
          dataType,
          {
            dataType,
            ...(ended && { lastSuccessfulSync: toIsoString(ended) }),
            ...(latest && { currentStatus: pullStateAt(latest, now).status, latestSyncId: latest.id }),
            ...(successful && { latestSuccessfulSyncId: successful.id }),
          },
        ];
      }),
    );
  }

  #linkUrl(companyId: string, connectionId: string): string {
    const url = new URL(`${this.#origin}/companies/${companyId}/connections/${connectionId}/start`);
    if (this.#oneTimeLinks) url.searchParams.set('otp', this.#database.mintLink(connectionId));
    return url.href;
  }
}

function serializeError({ statusCode, at, resolvedAt }: SignInFailureRecord): object {
  return {
    statusCode,
    ...dataConnectionErrorTextsBySignInStatusCode[statusCode],
    erroredOnUtc: toZonelessIsoString(at),
    status: resolvedAt === undefined ? 'Active' : 'Resolved',
    ...(resolvedAt !== undefined && { resolvedOnUtc: toZonelessIsoString(resolvedAt) }),
  };
}
