import type { LitElement } from 'lit';
import { ConnectionList } from '../components/connection-list/connection-list.js';
import { ConnectionResult } from '../components/connection-result/connection-result.js';
import { PlatformPicker } from '../components/platform-picker/platform-picker.js';
import { PoweredByCodat } from '../components/powered-by-codat/powered-by-codat.js';
import { SyncProgress } from '../components/sync-progress/sync-progress.js';
import { register } from './register.js';

const elements: Readonly<Record<string, typeof LitElement>> = {
  'platform-picker': PlatformPicker,
  'connection-list': ConnectionList,
  'sync-progress': SyncProgress,
  'connection-result': ConnectionResult,
  'powered-by-codat': PoweredByCodat,
};

/**
 * Registers every element, under a prefix where two versions share a page: `define('larkspur')` gives
 * `<larkspur-platform-picker>`. A class can carry one tag, so a prefixed element is a class of its own.
 */
export function define(prefix = ''): void {
  for (const [tag, element] of Object.entries(elements)) {
    if (prefix) register(`${prefix}-${tag}`, class extends element {});
    else register(tag, element);
  }
}
