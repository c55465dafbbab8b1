import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { Wish } from '../../flow/connect-state.js';
import { standing } from './grouping.js';
import { wishFor } from './wish.js';

interface StraightFacts {
  readonly connections: readonly Connection[] | undefined;
  readonly go: (wish: Wish) => void;
}

/** The platform that each picker has gone straight to: once, so that a person can close it. */
const gone = new WeakMap<object, string>();

/** Shows what there is to know of the one platform a host wants connected, as far as a person gets there without a click. */
export function goStraight(
  picker: object,
  platform: Platform | undefined,
  { connections, go }: StraightFacts,
): void {
  if (!platform || !connections || gone.get(picker) === platform.key) return;
  gone.set(picker, platform.key);
  if (standing(connections, platform.key)?.status !== 'Linked') go(wishFor(platform, connections));
}
