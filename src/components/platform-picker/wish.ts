import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { ConnectRequest } from '../../flow/connect-state.js';
import { accountingSource, standing } from './grouping.js';

/** What choosing a platform means beside the connections there are: to go on with one, to change one for it, or to begin. */
export function wishFor(platform: Platform, connections: readonly Connection[]): ConnectRequest {
  const replaces = platform.sourceType === 'Accounting' ? accountingSource(connections) : undefined;
  if (replaces) return { platform, replaces };
  const pending = standing(connections, platform.key);
  return { platform, ...(pending?.status === 'PendingAuth' && { connection: pending }) };
}
