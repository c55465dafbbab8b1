import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { SourceType } from '../../api/schemas/source-type.js';
import { platformKeysWithoutSignIn, sandboxPlatformKeys } from '../../platforms/hidden-platforms.js';
import { mostUsedPlatformKeys } from '../../platforms/most-used.js';
import { normalizeText } from '../search/matching.js';

/** Which platforms the host wants to show. An empty list doesn't filter, except that empty `sourceTypes` leave out bank feeds. */
export interface HostFilter {
  /** The key of the only platform to show. All if empty, null (a removed attribute) or undefined (a prop that a framework leaves out). */
  readonly platform: string | null | undefined;
  readonly sourceTypes: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly sandbox: boolean;
}

/** The source types to show by default, in this order. */
const defaultSourceTypes: readonly SourceType[] = [
  'Accounting',
  'Banking',
  'Commerce',
  'Expense',
  'Other',
  'Unknown',
];

/** These source types, or all that are shown by default. */
export const sourceTypesOrDefault = (sourceTypes: readonly string[]): readonly string[] =>
  sourceTypes.length > 0 ? sourceTypes : defaultSourceTypes;

/** The platforms that pass the filter, sorted by name. Sandboxes pass only if the host asks for them, platforms without sign-in never. */
export function filterAndSortPlatforms(platforms: readonly Platform[], filter: HostFilter): Platform[] {
  const types = sourceTypesOrDefault(filter.sourceTypes);
  const only = filter.platform?.trim().toLowerCase();
  const passing = platforms.filter(
    ({ key, sourceType }) =>
      (only ? key === only : types.includes(sourceType)) &&
      (filter.include.length === 0 || filter.include.includes(key)) &&
      !filter.exclude.includes(key) &&
      !platformKeysWithoutSignIn.has(key) &&
      (filter.sandbox || !sandboxPlatformKeys.has(key)),
  );
  // `localeCompare` would load the browser's collation rules first, which takes longer than the rest of the list.
  return passing
    .map((platform) => ({ platform, name: normalizeText(platform.name) }))
    .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)))
    .map(({ platform }) => platform);
}

/** Platforms under one title; `mostUsed` also stands for those the host features. */
export interface PlatformGroup {
  readonly title: SourceType | 'mostUsed';
  readonly platforms: readonly Platform[];
}

/** From this many platforms on, the picker shows a search field and the most used platforms first. */
export const longListThreshold = 9;

/** The keys of the platforms that come first among so many: those that the host features, or else the most used in a long list. */
const firstKeysOf = (count: number, featured: readonly string[]): readonly string[] =>
  featured.length > 0 ? featured : count >= longListThreshold ? mostUsedPlatformKeys : [];

/** Groups platforms for display: the featured ones first, then each source type. */
export function groupPlatforms(platforms: readonly Platform[], featured: readonly string[]): PlatformGroup[] {
  const first = firstKeysOf(platforms.length, featured).flatMap(
    (key) => platforms.find((platform) => platform.key === key) ?? [],
  );
  const rest = platforms.filter((platform) => !first.includes(platform));
  const byType = defaultSourceTypes.map((title): PlatformGroup => ({
    title,
    platforms: rest.filter(({ sourceType }) => sourceType === title),
  }));
  return [{ title: 'mostUsed' as const, platforms: first }, ...byType].filter(
    (group) => group.platforms.length > 0,
  );
}

/**
 * How many placeholder tiles each group has while platforms load: as many as the host includes, or else as a typical
 * lender has within the host's filter. The first number is that of the featured or most used platforms. Each may be 0.
 */
export function skeletonCountsOf(
  { platform, sourceTypes, include }: HostFilter,
  featured: readonly string[],
): readonly number[] {
  const included = platform ? [platform] : include;
  if (included.length > 0) {
    const firstKeys = firstKeysOf(included.length, featured);
    const rest = included.filter((key) => !firstKeys.includes(key)).length;
    return [included.length - rest, rest];
  }
  const types = sourceTypesOrDefault(sourceTypes);
  const first = types.includes('Accounting') ? featured.length || mostUsedPlatformKeys.length : 0;
  const typicalCounts = { Accounting: 16 - first, Banking: 2, Commerce: 8 };
  return [first, ...Object.entries(typicalCounts).map(([type, count]) => (types.includes(type) ? count : 0))];
}

/** The connection that a platform's tile shows: a linked one before a pending one. */
export function findLinkedOrPendingConnection(
  connections: readonly Connection[],
  platformKey: string,
): Connection | undefined {
  const own = connections.filter((connection) => connection.platformKey === platformKey);
  return own.find(({ status }) => status === 'Linked') ?? own.find(({ status }) => status === 'PendingAuth');
}

/** Whether the company has a connection to the platform, whatever its status. */
export const hasConnectionTo = (connections: readonly Connection[], { key }: Platform): boolean =>
  connections.some(({ platformKey }) => platformKey === key);

/** The linked accounting connection. There can be one at a time (docs.codat.io, core concepts, connections). */
export function findAccountingConnectionToReplace(
  connections: readonly Connection[],
): Connection | undefined {
  return connections.find(({ sourceType, status }) => sourceType === 'Accounting' && status === 'Linked');
}
