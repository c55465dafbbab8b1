import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import { sourceTypes, type SourceType } from '../../api/schemas/source-type.js';
import type { Messages } from '../../i18n/messages.js';
import { situationOf, type Situation } from './situation.js';

/** A connection, how it stands, what people call it and its platform's logo. */
export interface Standing {
  readonly connection: Connection;
  readonly situation: Situation;
  readonly name: string;
  readonly logo: string | undefined;
}

/** How each connection stands, the newest first. Two of one platform are told apart by their organisations. */
export function standingsOf(
  connections: readonly Connection[],
  platforms: readonly Platform[],
  { ofOrganisation }: Messages['connectionList'],
): Standing[] {
  const names = connections.map(({ platformName }) => platformName);
  const once = new Set(names.filter((name) => names.indexOf(name) === names.lastIndexOf(name)));
  const platformOf = new Map(platforms.map((platform) => [platform.key, platform]));
  return connections
    .map((connection): Standing => {
      const { platformKey, platformName, organisation } = connection;
      const platform = platformOf.get(platformKey);
      return {
        connection,
        situation: situationOf(connection, platform?.offline ?? false),
        name:
          once.has(platformName) || !organisation ? platformName : ofOrganisation(platformName, organisation),
        logo: platform?.logo,
      };
    })
    .sort((one, other) => begun(other) - begun(one));
}

/** Connections under one title; `needsPerson` is what waits for the person, whatever its kind. */
export interface Group {
  readonly title: SourceType | 'needsPerson';
  readonly standings: readonly Standing[];
}

/** What needs the person first, then each kind of source. */
export function groupsOf(standings: readonly Standing[]): Group[] {
  const titles = ['needsPerson', ...sourceTypes, 'Unknown'] as const;
  return titles
    .map((title) => ({ title, standings: standings.filter((standing) => titleOf(standing) === title) }))
    .filter((group) => group.standings.length > 0);
}

function titleOf({ situation, connection }: Standing): Group['title'] {
  return situation.needsPerson ? 'needsPerson' : connection.sourceType;
}

function begun({ connection }: Standing): number {
  return connection.created?.getTime() ?? 0;
}
