'use client';
/** The elements as React components, for React 18 and 19: their properties and events are props. */
import * as elements from '../components/index.js';
import { registerAndWrap } from './register-and-wrap.js';

export type * from '../events/index.js';

// A bundler leaves out a component that is not used, with its element, since the call is marked as pure.
export const ConnectionList = /* @__PURE__ */ registerAndWrap(
  'connection-list',
  elements.ConnectionList,
  'reconnect',
  'consented',
  'shared',
  'started',
  'connected',
  'abandoned',
  'leaving',
  'stepped',
  'disconnect',
  'disconnected',
  'delete',
  'deleted',
  'failed',
);

export const ConnectionResult = /* @__PURE__ */ registerAndWrap(
  'connection-result',
  elements.ConnectionResult,
  'returned',
  'failed',
);

export const PlatformPicker = /* @__PURE__ */ registerAndWrap(
  'platform-picker',
  elements.PlatformPicker,
  'connect',
  'reconnect',
  'consented',
  'shared',
  'started',
  'connected',
  'abandoned',
  'leaving',
  'asked-for',
  'stepped',
  'failed',
);

export const PoweredByCodat = /* @__PURE__ */ registerAndWrap('powered-by-codat', elements.PoweredByCodat);

export const SyncProgress = /* @__PURE__ */ registerAndWrap(
  'sync-progress',
  elements.SyncProgress,
  'data-arrived',
  'synced',
  'reconnect',
  'consented',
  'shared',
  'started',
  'connected',
  'abandoned',
  'leaving',
  'stepped',
  'failed',
);
