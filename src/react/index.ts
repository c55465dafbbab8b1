'use client';
/** The elements as React components, for React 18 and 19: their properties and events are props. */
import * as elements from '../components/index.js';
import { registerAndWrapElement } from './register-and-wrap-element.js';

export type * from '../events/index.js';

// A bundler leaves out a component that is not used, with its element, since the call is marked as pure.
export const ConnectionList = /* @__PURE__ */ registerAndWrapElement(
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

export const ConnectionResult = /* @__PURE__ */ registerAndWrapElement(
  'connection-result',
  elements.ConnectionResult,
  'returned',
  'failed',
);

export const PlatformPicker = /* @__PURE__ */ registerAndWrapElement(
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

export const PoweredByCodat = /* @__PURE__ */ registerAndWrapElement(
  'powered-by-codat',
  elements.PoweredByCodat,
);

export const SyncProgress = /* @__PURE__ */ registerAndWrapElement(
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
