import type { Messages } from '../../messages.js';
import { common } from './common.js';
import { connectionList } from './connection-list.js';
import { connectionResult } from './connection-result.js';
import { copying } from './copying.js';
import { errors } from './errors.js';
import { journey } from './journey.js';
import { platformPicker } from './platform-picker.js';
import { poweredByCodat } from './powered-by-codat.js';
import { preparing } from './preparing.js';
import { sharing } from './sharing.js';
import { sourceTypes } from './source-types.js';
import { syncProgress } from './sync-progress.js';

/** All English messages. Elements import only their own groups of them. */
export const en: Messages = {
  common,
  copying,
  errors,
  sourceTypes,
  platformPicker,
  preparing,
  sharing,
  journey,
  connectionList,
  syncProgress,
  connectionResult,
  poweredByCodat,
};
