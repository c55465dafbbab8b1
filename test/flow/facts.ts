import { CodatError } from '../../src/api/errors.js';
import type { ConnectFact, FactOf } from '../../src/flow/connect-state.js';
import { connectionWith, consentVersion } from './connections.js';

/** What may happen on a journey, for tests that put it in an order. */
export const xero = { key: 'gbol', name: 'Xero' };
export const sage = { key: 'tgff', name: 'Sage Accounting' };
export const busy = new CodatError('busy', 'Too many.');

export const confirmed: ConnectFact = { type: 'confirmed', platform: xero };
export const pending = connectionWith('PendingAuth');
export const linked = connectionWith('Linked');
export const created: FactOf<'created'> = { type: 'created', connection: pending, openedIn: 'window' };
export const recheck: ConnectFact = { type: 'recheck', returned: false };
export const returned: ConnectFact = { type: 'recheck', returned: true };
export const read = (connection = pending): ConnectFact => ({ type: 'read', connection });
export const failed: ConnectFact = { type: 'failed', error: busy };
export const readFailed: ConnectFact = { type: 'readFailed' };
export const cancelled: ConnectFact = { type: 'cancelled' };
export const expired: ConnectFact = { type: 'expired' };
export const reset: ConnectFact = { type: 'reset' };
export const consentLoaded: ConnectFact = { type: 'consentLoaded', consent: consentVersion('1') };
export const consentGiven: ConnectFact = { type: 'consentToggled', yes: true };
