import type { PartialMessages } from '../../messages-for.js';
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

/** Arabic. A draft, until someone whose language it is has read it through and signed for it in this line. */
export const ar = {
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
} satisfies PartialMessages;
