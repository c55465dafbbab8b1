import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { ConnectRequest } from '../../flow/connect-state.js';
import { standing } from './grouping.js';
import { wishFor } from './wish.js';

interface StraightFacts {
  readonly connections: readonly Connection[] | undefined;
  /** Whether the picker shows a journey, which may have begun in the one that stood in its place before. */
  readonly underWay: boolean;
  readonly go: (wish: ConnectRequest) => void;
}

/** The platform that each picker has gone straight to: once, so that a person can close it. */
const gone = new WeakMap<object, string>();

/** Shows what there is to know of the one platform a host wants connected, as far as a person gets there without a click. */
export function goStraight(
  picker: object,
  platform: Platform | undefined,
  { connections, underWay, go }: StraightFacts,
): void {
  if (!platform || !connections || gone.get(picker) === platform.key) return;
  gone.set(picker, platform.key);
  if (!underWay && standing(connections, platform.key)?.status !== 'Linked')
    go(wishFor(platform, connections));
}
