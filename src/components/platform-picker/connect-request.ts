import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { ConnectRequest } from '../../flow/connect-state.js';
import { linkedAccounting, currentConnection } from './grouping.js';

/** The request that choosing a platform makes: finish a pending connection, replace a linked one, or start a new one. */
export function connectRequestFor(platform: Platform, connections: readonly Connection[]): ConnectRequest {
  const replaces = platform.sourceType === 'Accounting' ? linkedAccounting(connections) : undefined;
  if (replaces) return { platform, replaces };
  const pending = currentConnection(connections, platform.key);
  return { platform, ...(pending?.status === 'PendingAuth' && { connection: pending }) };
}
