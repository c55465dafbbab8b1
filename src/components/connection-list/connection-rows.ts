import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import { sourceTypes, type SourceType } from '../../api/schemas/source-type.js';
import type { Messages } from '../../i18n/messages.js';
import { statusViewOf, type ConnectionStatusView } from './status-view.js';

/** The view model of a row; `name` distinguishes connections to the same platform. */
export interface ConnectionRow {
  readonly connection: Connection;
  readonly statusView: ConnectionStatusView;
  readonly name: string;
  readonly logo: string | undefined;
}

/** The rows of the list, newest connection first. Connections to the same platform have their organisation in the name. */
export function toConnectionRows(
  connections: readonly Connection[],
  platforms: readonly Platform[],
  { ofOrganisation }: Messages['connectionList'],
): ConnectionRow[] {
  const names = connections.map(({ platformName }) => platformName);
  const uniqueNames = new Set(names.filter((name) => names.indexOf(name) === names.lastIndexOf(name)));
  const platformOf = new Map(platforms.map((platform) => [platform.key, platform]));
  return connections
    .map((connection): ConnectionRow => {
      const { platformKey, platformName, organisation } = connection;
      const platform = platformOf.get(platformKey);
      return {
        connection,
        statusView: statusViewOf(connection, platform?.offline ?? false),
        name:
          uniqueNames.has(platformName) || !organisation
            ? platformName
            : ofOrganisation(platformName, organisation),
        logo: platform?.logo,
      };
    })
    .sort((one, other) => createdAt(other) - createdAt(one));
}

/** Rows under one title; `needsPerson` holds those that wait for the person, of any source type. */
interface RowGroup {
  readonly title: SourceType | 'needsPerson';
  readonly rows: readonly ConnectionRow[];
}

/** Groups rows: those that need the person first, then each source type. */
export function groupRows(rows: readonly ConnectionRow[]): RowGroup[] {
  const titles = ['needsPerson', ...sourceTypes, 'Unknown'] as const;
  return titles
    .map((title) => ({ title, rows: rows.filter((row) => titleOf(row) === title) }))
    .filter((group) => group.rows.length > 0);
}

function titleOf({ statusView, connection }: ConnectionRow): RowGroup['title'] {
  return statusView.needsPerson ? 'needsPerson' : connection.sourceType;
}

function createdAt({ connection }: ConnectionRow): number {
  return connection.created?.getTime() ?? 0;
}
