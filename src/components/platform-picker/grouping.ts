import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { SourceType } from '../../api/schemas/source-type.js';
import { mostUsed } from '../../platforms/most-used.js';
import { notForPeople, sandboxes } from '../../platforms/sandboxes.js';

/** Which platforms a host wants shown. Empty lists mean no wish. */
export interface Wanted {
  /** The key of the only one to show, or nothing. */
  readonly platform: string;
  readonly sourceTypes: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly sandbox: boolean;
}

/** The kinds of platform a person picks from when the host names none, in the order they are shown. */
export const pickable: readonly SourceType[] = [
  'Accounting',
  'Banking',
  'Commerce',
  'Expense',
  'Other',
  'Unknown',
];

/** The platforms a host wants shown, by name. Sandboxes stay hidden unless asked for. */
export function wantedOf(platforms: readonly Platform[], wanted: Wanted): Platform[] {
  const types: readonly string[] = wanted.sourceTypes.length > 0 ? wanted.sourceTypes : pickable;
  return platforms
    .filter(
      ({ key, sourceType }) =>
        (wanted.platform ? key === wanted.platform : types.includes(sourceType)) &&
        (wanted.include.length === 0 || wanted.include.includes(key)) &&
        !wanted.exclude.includes(key) &&
        !notForPeople.has(key) &&
        (wanted.sandbox || !sandboxes.has(key)),
    )
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** Platforms under one title. */
export interface Group {
  readonly title: SourceType | 'mostUsed';
  readonly platforms: readonly Platform[];
}

/** From so many platforms on a person is helped by a search field and by the most used ones first. */
export const many = 9;

/** The platforms as they are laid out: the ones to show first, then each source type. */
export function groupsOf(platforms: readonly Platform[], featured: readonly string[]): Group[] {
  const first = (featured.length > 0 ? featured : platforms.length >= many ? mostUsed : []).flatMap(
    (key) => platforms.find((platform) => platform.key === key) ?? [],
  );
  const rest = platforms.filter((platform) => !first.includes(platform));
  const byType = pickable.map((title): Group => ({
    title,
    platforms: rest.filter(({ sourceType }) => sourceType === title),
  }));
  return [{ title: 'mostUsed' as const, platforms: first }, ...byType].filter(
    (group) => group.platforms.length > 0,
  );
}

/** A group whose platforms are on their way: how many there will be, and whether one has a button of its maker's. */
export type Coming = readonly [tiles: number, branded?: 'branded'];

/** The groups there will be, as far as the host has said, where a lender has switched on as much as most do. */
export function groupsToCome(
  { platform, sourceTypes, include }: Wanted,
  { length }: readonly string[],
): readonly Coming[] {
  if (platform || include.length > 0) return [[include.length || 1]];
  const first = length || mostUsed.length;
  const usual: Readonly<Record<string, readonly Coming[]>> = {
    Accounting: [
      [first, 'branded'],
      [16 - first, 'branded'],
    ],
    Banking: [[2]],
    Commerce: [[8]],
  };
  return Object.keys(usual).flatMap((type) =>
    sourceTypes.length === 0 || sourceTypes.includes(type) ? (usual[type] ?? []) : [],
  );
}

/** The connection that says where a person is with a platform: a linked one before a pending one. */
export function standing(connections: readonly Connection[], platformKey: string): Connection | undefined {
  const own = connections.filter((connection) => connection.platformKey === platformKey);
  return own.find(({ status }) => status === 'Linked') ?? own.find(({ status }) => status === 'PendingAuth');
}

/** The accounting connection there is, since there can be one at a time (docs.codat.io, core concepts, connections). */
export function accountingSource(connections: readonly Connection[]): Connection | undefined {
  return connections.find(({ sourceType, status }) => sourceType === 'Accounting' && status === 'Linked');
}
