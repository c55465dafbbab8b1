import { tabStorage } from '../browser/tab-storage.js';
import type { Attempt } from '../flow/connect-state.js';

/** What a tab remembers while a person signs in elsewhere in it: which connection of which platform, and no data. */
export interface Left {
  readonly platform: { readonly key: string; readonly name: string };
  readonly connection: string;
  readonly before: readonly string[];
  /** Whether it was linked before. */
  readonly again: boolean;
}

const key = 'codat-connect-elements:left';

/** Remembers what this tab is left for. Where the browser keeps nothing, the person starts from the platforms again. */
export function keepLeft({ platform: { key: platformKey, name }, connection, before, was }: Attempt): void {
  const left: Left = {
    platform: { key: platformKey, name },
    connection: connection.id,
    before: [...before],
    again: was !== undefined,
  };
  tabStorage.set(key, left);
}

/** What this tab was left for, until it is forgotten. */
export function readLeft(): Left | undefined {
  const left = tabStorage.get(key);
  return isLeft(left) ? left : undefined;
}

export function forgetLeft(): void {
  tabStorage.delete(key);
}

function isLeft(value: unknown): value is Left {
  if (typeof value !== 'object' || value === null) return false;
  const { platform, connection, before } = value as Partial<Left>;
  return typeof platform?.name === 'string' && typeof connection === 'string' && Array.isArray(before);
}
