import type { PartialMessages } from '../../messages-for.js';
import { common } from './common.js';
import { connectionList } from './connection-list.js';
import { connectionResult } from './connection-result.js';
import { errors } from './errors.js';
import { journey } from './journey.js';
import { platformPicker } from './platform-picker.js';
import { preparing } from './preparing.js';
import { sharing } from './sharing.js';
import { sourceTypes } from './source-types.js';
import { syncProgress } from './sync-progress.js';

/**
 * French as it is written in Canada, where it differs: one opens a session, and a question mark stands close. It is
 * complete with French under it, no word of English between, as the Charter of the French Language wants of a
 * business in Québec (s. 5, s. 52 and s. 89).
 */
export const frCA = {
  common,
  errors,
  sourceTypes,
  platformPicker,
  preparing,
  sharing,
  journey,
  connectionList,
  syncProgress,
  connectionResult,
} satisfies PartialMessages;
