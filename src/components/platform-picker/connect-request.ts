import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { ConnectRequest } from '../../flow/connect-state.js';
import { findAccountingConnectionToReplace, findLinkedOrPendingConnection } from './groups.js';

/** Creates the request for a chosen platform: to replace a linked accounting connection, to finish a pending connection, or to start a new one. */
export function createConnectRequest(platform: Platform, connections: readonly Connection[]): ConnectRequest {
  const current = findLinkedOrPendingConnection(connections, platform.key);
  const linked = current?.status === 'Linked' ? current : findAccountingConnectionToReplace(connections);
  if (platform.sourceType === 'Accounting' && linked) return { platform, replaces: linked };
  return { platform, ...(current?.status === 'PendingAuth' && { connection: current }) };
}
